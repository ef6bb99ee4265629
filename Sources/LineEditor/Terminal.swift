import CLibEdit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What is known about the terminal.
public enum Terminal {
  public static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Columns of the terminal behind a descriptor, 80 when it does not say.
  public static func width(_ descriptor: Int32 = 1) -> Int {
    let width = Int(cle_terminal_width(descriptor))
    return width > 0 ? width : 80
  }

  /// Lines of the terminal behind a descriptor; `nil` when it does not say.
  public static func height(_ descriptor: Int32 = 1) -> Int? {
    let height = Int(cle_terminal_height(descriptor))
    return height > 0 ? height : nil
  }

  /// Whether lines can be edited: both ends are a terminal, and one that can move its cursor.
  public static var canEdit: Bool {
    guard isTerminal(0), isTerminal(1), let kind = getenv("TERM").map({ String(cString: $0) }) else { return false }
    return !kind.isEmpty && kind != "dumb"
  }

  /// Makes characters UTF-8 whatever the locale says; libedit drops other letters otherwise.
  ///
  /// Numbers keep their decimal point: only the character type is set.
  static func useUTF8() {
    setlocale(LC_CTYPE, "")
    for name in ["C.UTF-8", "en_US.UTF-8"] {
      if String(cString: nl_langinfo(nl_item(CODESET))).uppercased() == "UTF-8" { return }
      setlocale(LC_CTYPE, name)
    }
  }

  static func write(_ text: String, to descriptor: Int32 = 1) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Self.writeBytes(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno != EINTR { return }
      rest = rest.dropFirst(max(0, count))
    }
  }

  #if canImport(Darwin)
    private static let writeBytes = Darwin.write
  #else
    private static let writeBytes = Glibc.write
  #endif
}
