import Foundation

/// Writes text files as string literals of one Swift source: `embed-files OUTPUT DIRECTORY FILE…`.
@main struct EmbedFiles {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else { return fail("usage: embed-files OUTPUT DIRECTORY FILE…") }
    let directory = arguments[2] + "/"
    var source = """
      /// The files by path; literals stay where the linker put them.
      let embeddedFiles: [(path: String, text: String)] = [

      """
    for path in arguments[3...].sorted() {
      guard let text = String(data: try Data(contentsOf: URL(filePath: path)), encoding: .utf8) else {
        return fail("\(path):1:1: error: not UTF-8")
      }
      let name = path.hasPrefix(directory) ? String(path.dropFirst(directory.count)) : path
      // The debug description of a string is a literal of it.
      source += "  (\(name.debugDescription), \(text.debugDescription)),\n"
    }
    try Data((source + "]\n").utf8).write(to: URL(filePath: arguments[1]), options: .atomic)
  }

  static func fail(_ message: String) {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(1)
  }
}
