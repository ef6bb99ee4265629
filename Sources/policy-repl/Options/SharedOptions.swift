import ArgumentParser
import LineEditor
import PolicyCore

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension OutputLanguage: ExpressibleByArgument {}

/// When colours are used.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  /// `auto` is a terminal that shows colours and a user who has not asked for none.
  func colors(_ descriptor: Int32) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto:
      Terminal.isTerminal(descriptor) && environment("NO_COLOR", default: "").isEmpty
        && environment("TERM", default: "dumb") != "dumb"
    }
  }
}

/// What every command takes.
struct SharedOptions: ParsableArguments {
  @Option(help: "Colours: auto, always or never.")
  var color = ColorChoice.auto

  @Option(help: "Language of labels and messages: nb or en.")
  var lang = OutputLanguage.en

  @Flag(name: .shortAndLong, help: "Only results and errors.")
  var quiet = false

  @Option(
    name: .customLong("stdlib"),
    help: ArgumentHelp("Use this standard library instead of the built-in.", valueName: "dir"))
  var library: String?

  var console: Console {
    Console(
      language: lang, isQuiet: quiet, colorsOutput: color.colors(1), colorsErrors: color.colors(2))
  }
}

/// A variable of the environment.
func environment(_ name: String, default value: String) -> String {
  getenv(name).map { String(cString: $0) } ?? value
}
