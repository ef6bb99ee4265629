import LineEditor
import PolicyCore
import PolicyReport

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The standard streams: data goes to standard output, everything about it to standard error.
struct Console {
  var language: OutputLanguage
  var isQuiet: Bool
  var colorsOutput: Bool
  var colorsErrors: Bool

  /// Writes data.
  ///
  /// - Throws: `Stop` when it cannot be written; a reader that has gone away ends the process as it ends others.
  func print(_ text: String) throws {
    guard let error = Descriptor.write(text.hasSuffix("\n") ? text : text + "\n", to: 1) else { return }
    if error == EPIPE {
      signal(SIGPIPE, SIG_DFL)
      raise(SIGPIPE)
    }
    let reason = String(cString: strerror(error))
    throw Stop(
      .failure,
      Label(nb: "Standard ut kan ikke skrives: \(reason).", en: "Standard output cannot be written: \(reason)."))
  }

  /// Writes a diagnostic or anything else that must be seen.
  func note(_ text: String) {
    _ = Descriptor.write(text.hasSuffix("\n") ? text : text + "\n", to: 2)
  }

  func note(_ diagnostics: [Diagnostic]) { note(DiagnosticText.list(diagnostics, style: errorStyle)) }

  /// Says why a command ends.
  func complain(_ message: Label) {
    let word = language == .nb ? "feil" : "error"
    note((colorsErrors ? "\u{1B}[1;31m\(word):\u{1B}[0m " : "\(word): ") + message[language])
  }

  /// Writes what `--quiet` leaves out.
  func remark(_ label: Label) {
    if !isQuiet { note(label[language]) }
  }

  /// Writes what may be overlooked, on a terminal only.
  func hint(_ label: Label) {
    guard Terminal.isTerminal(2) else { return }
    note(colorsErrors ? "\u{1B}[2m\(label[language])\u{1B}[0m" : label[language])
  }

  var errorStyle: TextStyle {
    TextStyle(language: language, width: Terminal.isTerminal(2) ? Terminal.width(2) : 100, usesColour: colorsErrors)
  }

  /// How tables and pages on standard output are written.
  var outputStyle: TextStyle {
    TextStyle(language: language, width: Terminal.isTerminal(1) ? Terminal.width(1) : 100, usesColour: colorsOutput)
  }
}

/// Writing to a file descriptor, whole.
enum Descriptor {
  /// Writes everything; the error number when that fails.
  static func write(_ text: String, to descriptor: Int32) -> Int32? {
    var text = text
    return text.withUTF8 { write(UnsafeRawBufferPointer($0), to: descriptor) }
  }

  static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32? {
    var written = 0
    while written < bytes.count {
      let count = systemWrite(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
      if count < 0 && errno != EINTR { return errno }
      written += max(0, count)
    }
    return nil
  }

  #if canImport(Darwin)
    private static let systemWrite = Darwin.write
  #else
    private static let systemWrite = Glibc.write
  #endif
}
