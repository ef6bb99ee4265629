import CLibEdit

extension LineEditor {
  /// Adds our own editing commands, each with its key.
  func addCommands() {
    add("policy-complete", "Complete the word", keys: ["^I"]) { editor, _ in
      LineEditor.object(of: editor)?.completeWord() ?? UInt8(CC_ERROR)
    }
    add("policy-enter", "Finish the line", keys: ["^M", "^J"]) { editor, _ in
      LineEditor.object(of: editor)?.enter() ?? UInt8(CC_ERROR)
    }
    add("policy-newline", "Insert a line", keys: ["^[^M", "^[^J"]) { editor, _ in
      LineEditor.object(of: editor)?.insert("\n") ?? UInt8(CC_ERROR)
    }
    add("policy-paste", "Insert pasted text", keys: ["\u{1B}[200~"]) { editor, _ in
      LineEditor.object(of: editor)?.paste() ?? UInt8(CC_ERROR)
    }
    cle_bind(editor, "^R", "em-inc-search-prev")
  }

  private func add(_ name: String, _ help: String, keys: [String], command: @escaping cle_command) {
    cle_add_command(editor, name, help, command)
    for key in keys { cle_bind(editor, key, name) }
  }

  /// The bytes of the line, and the cursor among them.
  private var line: (text: String, cursor: Int) {
    guard let info = el_line(editor)?.pointee, let start = info.buffer else { return ("", 0) }
    let bytes = UnsafeRawBufferPointer(start: start, count: info.lastchar - start)
    return (String(decoding: bytes, as: UTF8.self), info.cursor - start)
  }

  private func insert(_ text: String) -> UInt8 {
    el_insertstr(editor, text)
    return UInt8(CC_REFRESH)
  }

  /// Enter ends the input, but on an upper line of a recalled block it opens a new line there.
  private func enter() -> UInt8 {
    let (text, cursor) = line
    if text.utf8.dropFirst(cursor).contains(UInt8(ascii: "\n")) { return insert("\n") }
    el_cursor(editor, Int32(text.unicodeScalars.count))
    _ = insert("\n")
    Terminal.write("\n")
    return UInt8(CC_NEWLINE)
  }

  private func completeWord() -> UInt8 {
    let (text, cursor) = line
    let head = text.utf8.prefix(cursor)
    // A tab that indents, or that came with text pasted on a terminal without bracketed paste.
    if head.allSatisfy({ $0 == UInt8(ascii: " ") }) && !(head.isEmpty && textBefore.isEmpty) || inputIsWaiting() {
      return insert("  ")
    }
    let list = complete(textBefore + text, textBefore.utf8.count + cursor)
    let word = String(decoding: head.dropFirst(max(0, list.wordStart - textBefore.utf8.count)), as: UTF8.self)
    switch list.suggestions.count {
    case 0: return UInt8(CC_REFRESH_BEEP)
    case 1:
      // What a folder holds is typed on behind its stroke.
      let text = list.suggestions[0].text
      return replace(word, with: text.hasSuffix("/") ? text : text + " ")
    default:
      let prefix = list.commonPrefix
      if prefix.count > word.count { return replace(word, with: prefix) }
      Terminal.write("\n" + list.listing(width: Terminal.width()) + "\n")
      return UInt8(CC_REDISPLAY)
    }
  }

  private func replace(_ word: String, with text: String) -> UInt8 {
    el_deletestr(editor, Int32(word.unicodeScalars.count))
    return insert(text)
  }

  /// Takes everything up to the end mark as typed text, so that a pasted block is one input.
  private func paste() -> UInt8 {
    let end = Array("\u{1B}[201~".utf8)
    var bytes: [UInt8] = []
    while !bytes.hasSuffix(end) {
      guard let byte = readByte() else { return UInt8(CC_EOF) }
      bytes.append(byte)
    }
    let text = String(decoding: bytes.dropLast(end.count), as: UTF8.self)
    return insert(Self.cleaned(text).withoutLastNewline)
  }

  /// Pasted text as it may stand in the buffer: line feeds, blanks for tabs, no other control characters.
  static func cleaned(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
      switch scalar {
      case "\r", "\n": scalars.append("\n")
      case "\t": scalars.append(contentsOf: "  ".unicodeScalars)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: break
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}

extension Array where Element: Equatable {
  func hasSuffix(_ suffix: [Element]) -> Bool {
    count >= suffix.count && self.suffix(suffix.count).elementsEqual(suffix)
  }
}
