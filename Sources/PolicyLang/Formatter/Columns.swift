/// The columns of consecutive lines of a block that are alike, as in a table.
///
/// ```
/// programme.length   = 36 months
/// nav.involvement    = 60 %      from 2020-01  # a year later
/// settlement.weights = 60/40     from 2018-10
/// ```
struct Columns {
  /// Which lines stand in one table: those of a kind, until a blank line or another statement.
  enum Kind: Hashable {
    /// `LEVER = VALUE`, with the words before the lever's name, such as `assume`.
    case assignment(after: [Token.Kind])
    /// `label nb "…"`, with how much room the names have at least.
    case property(width: Int)
    /// `category KEY nb "…"`.
    case category

    var isAssignment: Bool {
      if case .assignment = self { true } else { false }
    }
  }

  /// The cells of a line.
  struct Row {
    var kind: Kind
    var key: String
    var value = ""
    /// From when, for whom.
    var clause = ""
    var comment = ""
  }

  private var keyWidth = 0
  private var valueWidth = 0
  private var commentColumn = 0

  /// Where values begin, or where `=` stands.
  var valueColumn: Int { keyWidth + 1 }

  init(_ rows: [Row]) {
    keyWidth = rows.filter { !$0.value.isEmpty }.map(\.key.count).max() ?? 0
    if case .property(let width)? = rows.first?.kind { keyWidth = max(keyWidth, width) }
    valueWidth = rows.filter { !$0.clause.isEmpty }.map(\.value.count).max() ?? 0
    commentColumn = rows.filter { !$0.comment.isEmpty }.map { code($0).count }.max() ?? 0
  }

  /// A row as a line.
  func text(_ row: Row) -> String {
    let code = code(row)
    return row.comment.isEmpty ? code : padded(code, to: commentColumn) + "  " + row.comment
  }

  private func code(_ row: Row) -> String {
    if row.value.isEmpty { return row.key }
    let start = padded(row.key, to: keyWidth) + " "
    return start + (row.clause.isEmpty ? row.value : padded(row.value, to: valueWidth) + " " + row.clause)
  }

  private func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
