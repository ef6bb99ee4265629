@main struct EmbedStdlib { static func main() {} }
