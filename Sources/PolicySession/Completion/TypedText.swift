import PolicyCore

/// What stands before the cursor, as completion sees it: the words of the statement so far and the block around it.
struct TypedText {
  /// Words and punctuation of the current line, without the beginning at the cursor.
  var words: [String] = []
  /// The beginning at the cursor; empty after a blank.
  var beginning = ""
  var replaced: Span
  /// The first word of the block that is open (`scenario`, `lever`, `measure`, `external`, `compare`, `sweep`, `attribute`,
  /// `sensitivity`).
  var block: String?
  /// The cursor is in a comment or a string.
  var isProse = false

  /// - Parameter offset: The cursor as an offset into the text's UTF-8.
  init(_ text: String, at offset: Int) {
    let before = String(decoding: Array(text.utf8).prefix(max(offset, 0)), as: UTF8.self)
    var lines: [[String]] = [[]]
    var word = ""
    func close() {
      if !word.isEmpty { lines[lines.count - 1].append(word) }
      word = ""
    }
    var rest = before[...]
    while let character = rest.popFirst() {
      switch character {
      case "#":
        close()
        rest = rest.drop { !$0.isNewline }
        isProse = rest.isEmpty
      case "\"":
        close()
        rest = rest.drop { $0 != "\"" && !$0.isNewline }
        isProse = rest.isEmpty
        if rest.first == "\"" { rest.removeFirst() }
      case _ where character.isNewline:
        close()
        let continues = [",", "=", "+", "-", "*", "/", ":"].contains(lines[lines.count - 1].last ?? "")
        if !continues { lines.append([]) }
      case _ where character.isWhitespace: close()
      case _ where character.isLetter || character.isNumber || character == "_" || character == ".":
        word.append(character)
      default:
        close()
        lines[lines.count - 1].append(String(character))
      }
    }
    beginning = word
    replaced = Span(before.utf8.count - word.utf8.count, before.utf8.count)
    words = lines.removeLast()
    for line in lines {
      switch line.first {
      case "scenario", "external", "lever", "measure": block = line.first
      case "compare" where !line.contains("show") && !line.contains("plot"): block = "compare"
      case "sweep" where !line.contains("show") && !line.contains("plot"): block = "sweep"
      case "optimise" where !line.contains("maximise") && !line.contains("minimise"): block = "optimise"
      case "attribute" where !line.contains("show"): block = "attribute"
      case "sensitivity" where !line.contains("show"): block = "sensitivity"
      case "end": block = nil
      default: break
      }
    }
  }
}

extension String {
  var isNumeral: Bool { first?.isNumber == true && allSatisfy { $0.isNumber || $0 == "." || $0 == "_" } }
}
