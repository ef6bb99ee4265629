/// The pieces of Markdown that pages are made of.
enum Markdown {
  /// Text in which nothing but code between backticks is markup.
  static func escaped(_ text: String) -> String {
    let pieces = text.split(separator: "`", omittingEmptySubsequences: false)
    return pieces.map(String.init).enumerated().map { index, piece in
      guard index.isMultiple(of: 2) else { return piece }
      return piece.replacing("\\", with: "\\\\").replacing("|", with: "\\|").replacing("<", with: "&lt;")
        .replacing("*", with: "\\*")
    }.joined(separator: "`")
  }

  static func code(_ text: String) -> String { "`\(text)`" }

  /// A table; columns without anything in them are left out.
  static func table(_ headers: [String], _ rows: [[String]]) -> [String] {
    let kept = headers.indices.filter { column in rows.contains { !$0[column].isEmpty } }
    func line(_ cells: [String]) -> String { "| " + kept.map { cells[$0] }.joined(separator: " | ") + " |" }
    return [line(headers), "|" + kept.map { _ in "---|" }.joined()] + rows.map(line)
  }

  /// What a link to a heading of the same page ends with: letters, digits, hyphens and underscores are kept.
  static func anchor(_ heading: String) -> String {
    String(
      heading.lowercased().compactMap { character in
        if character == " " { return "-" }
        return character.isLetter || character.isNumber || "-_".contains(character) ? character : nil
      })
  }
}
