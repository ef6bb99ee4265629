@main struct PolicyREPL { static func main() {} }
