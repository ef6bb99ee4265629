import LineEditor
import PolicyCore

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Shows what is longer than the screen page by page: with `$PAGER`, else with `less` where there is one.
struct Pager {
  var language: OutputLanguage

  /// Shows a text when it is longer than the screen.
  ///
  /// - Returns: Whether it was shown; otherwise it is to be written as it is.
  func show(_ text: String) -> Bool {
    guard Terminal.isTerminal(0), Terminal.isTerminal(1), let height = Terminal.height(), let command,
      text.count(where: \.isNewline) >= height - 1
    else { return false }
    return run(command, text)
  }

  /// What the shell is to run; `nil` when the user wants none, or there is none.
  private var command: String? {
    guard let named = getenv("PAGER").map({ String(cString: $0) }) else {
      let hint =
        language == .nb ? "mellomrom\\: neste side, q\\: tilbake" : "space\\: next page, q\\: back"
      return access("/usr/bin/less", X_OK) == 0 ? "exec /usr/bin/less -FRX '-Ps \(hint) '" : nil
    }
    return named.isEmpty || named == "cat" ? nil : named
  }

  /// Runs the pager with the text as its input, and waits for it.
  private func run(_ command: String, _ text: String) -> Bool {
    // Ctrl-C is the pager's while it runs; it ends with `q`.
    let previous = signal(SIGINT, SIG_IGN)
    defer { signal(SIGINT, previous) }
    guard let pipe = popen(command, "w") else { return false }
    // Who leaves early needs no more of it.
    fputs(text.hasSuffix("\n") ? text : text + "\n", pipe)
    let status = pclose(pipe)
    // The shell says 127 when there is no such command.
    return (status >> 8) & 0xFF != 127
  }
}
