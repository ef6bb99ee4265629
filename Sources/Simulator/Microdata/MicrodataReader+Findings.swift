import PolicyCore

// What is wrong, put into words. Messages show the cell in question and nothing else of a person's row.

extension MicrodataReader {
  /// Where the fields of a row are, quotation marks included.
  func fields(of row: Bytes) -> [Range<Int>] {
    var fields: [Range<Int>] = []
    var start = 0
    var isQuoted = false
    for index in row.indices {
      if row[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
      if row[index] == format.separator, !isQuoted {
        fields.append(start..<index)
        start = index + 1
      }
    }
    return fields + [start..<row.count]
  }

  /// A finding about the file as a whole, or about a row that is not shown.
  func finding(_ kind: MicrodataProblem, _ title: String, helps: [String]) -> Diagnostic {
    finding(kind, title, cell: [], column: 1, label: "", context: "", helps: helps)
  }

  /// A finding about a field of a row.
  func finding(
    _ kind: MicrodataProblem, _ title: String, field: Int, of row: Bytes, label: String = "", helps: [String]
  ) -> Diagnostic {
    let fields = fields(of: row)
    let range = field < fields.count ? fields[field] : row.count..<row.count
    let context = field < columns.count ? columns[field].map { "column \($0.name)" } ?? "" : ""
    return finding(
      kind, title, cell: Array(row[range].prefix(200)), column: column(at: range.lowerBound, of: row), label: label,
      context: context, helps: helps)
  }

  /// A finding about what should follow a row.
  func finding(_ kind: MicrodataProblem, _ title: String, atEndOf row: Bytes, helps: [String]) -> Diagnostic {
    finding(kind, title, cell: [], column: column(at: row.count, of: row), label: "", context: "", helps: helps)
  }

  private func column(at offset: Int, of row: Bytes) -> Int {
    String(decoding: row[..<offset], as: UTF8.self).count + 1
  }

  private func finding(
    _ kind: MicrodataProblem, _ title: String, cell: [UInt8], column: Int, label: String, context: String,
    helps: [String]
  ) -> Diagnostic {
    let part = SourceFile(name: file, bytes: cell, firstLine: max(line, 1), firstColumn: column)
    return Diagnostic(
      id: kind.rawValue, title: title,
      primary: Diagnostic.Label(file: part, span: Span(0, cell.count), text: label),
      helps: helps.map { Diagnostic.Help($0) }, context: context)
  }

  // MARK: - Rows

  func reportBlankLines() {
    let here = line
    for blank in (here - blankLines)..<here {
      line = blank
      findings.add(.fieldCount) {
        finding(.fieldCount, "The row is empty.", helps: ["remove the empty line"])
      }
    }
    line = here
  }

  func reportLongRow() {
    findings.add(.longRow) {
      finding(
        .longRow, "The row is longer than \(Self.longestRow) bytes.", helps: ["is this a table with one person a row?"])
    }
    if columns.isEmpty { reportNoHeader(cell: []) }
  }

  func reportEncoding(_ row: Bytes, at index: Int) {
    let byte = row[index]
    findings.add(.encoding) {
      let guess = UTF8Check.guess(byte)
      let digits = String(byte, radix: 16, uppercase: true)
      let hex = "0x" + (byte < 16 ? "0" : "") + digits
      let start = format.hasByteOrderMark && line == 1 ? 3 : 0
      let fields = fields(of: row)
      let field = fields.firstIndex { $0.upperBound >= index } ?? 0
      return finding(
        .encoding, "Byte \(offset + start + index) of the file, \(hex), is not UTF-8.", field: field, of: row,
        label: guess.letter.map { "`\($0)` in \(guess.encoding)" } ?? "perhaps \(guess.encoding)",
        helps: ["save the file as UTF-8; it is probably \(guess.encoding)"])
    }
  }

  func reportQuote(_ row: Bytes, at index: Int) {
    findings.add(.openQuote) {
      let isOpen = index == row.count
      let fields = fields(of: row)
      return finding(
        .openQuote,
        isOpen
          ? "A quotation mark is opened and not closed in this row."
          : "A quotation mark stands inside a cell that does not begin with one, or text follows one.",
        field: fields.lastIndex { $0.lowerBound <= index } ?? 0, of: row,
        helps: ["close the mark in the same row; write a mark inside a cell twice"])
    }
  }

  func reportFieldCount(_ count: Int, of row: Bytes) {
    findings.add(.fieldCount) {
      let title = "The row has \(count) fields where the header has \(columns.count)."
      guard count > columns.count else {
        return finding(
          .fieldCount, title, atEndOf: row, helps: ["add what is missing; the file may be cut off here"])
      }
      let comma = "quote cells that hold a comma, and write decimals with a point"
      return finding(
        .fieldCount, title, field: columns.count, of: row, label: "one too many",
        helps: [format.separator == UInt8(ascii: ",") ? comma : "quote cells that hold a separator"])
    }
  }

  // MARK: - Cells

  func report(_ problem: CellProblem, _ column: MicrodataColumn, _ cell: Bytes?, field: Int, of row: Bytes) {
    findings.add(problem.kind) {
      let text = cell.map { String(decoding: $0.prefix(100), as: UTF8.self) } ?? ""
      let (title, help) = words(problem, column, text)
      return finding(
        problem.kind, title, field: field, of: row, label: label(problem, row), helps: [help])
    }
  }

  /// The title and what helps.
  private func words(_ problem: CellProblem, _ column: MicrodataColumn, _ cell: String) -> (String, String) {
    let name = column.name
    switch problem {
    case .noPerson: return ("The person has no number or name.", Self.help(.person))
    case .duplicate(let line):
      return (
        "Person `\(cell)` is there twice, first in row \(line).", "one person a row: remove or rename one of them"
      )
    case .category:
      let keys = column.keys ?? []
      if cell.isEmpty { return ("There is no value of `\(name)`.", Self.help(column)) }
      let near = nearest(cell, keys)
      return (
        "`\(cell)` is no category of `\(name)`.", near.map { "did you mean `\($0)`?" } ?? Self.help(column)
      )
    case .notAMonth:
      let years = "\(MicrodataRow.firstYear) to \(MicrodataRow.lastYear)"
      if cell.isEmpty { return ("There is no month of `\(name)`.", Self.help(column)) }
      return ("`\(cell)` is no month.", "write year and month as 2015-03, years from \(years)")
    case .municipality:
      return (
        "`\(cell)` is no municipality of the model.",
        "write a number from 1 to \(persons.limits.municipalities), or nothing for participants"
      )
    case .decimalComma:
      return (
        "The weight has a decimal comma.", "write `\(cell.replacing(",", with: "."))`, or divide the cells by `;`"
      )
    case .weight:
      return (
        "`\(cell)` is no weight.", "write a number above 0 and up to \(Int(MicrodataRow.heaviest)), as 1 or 2.5"
      )
    case .birthAfterArrival: return ("The person is born after the arrival.", "check `birth` and `arrival`")
    case .arrivalAfterLastPresent:
      return ("The person is gone before the arrival.", "check `last_present`; leave it empty for who is still there")
    case .age(let years): return ("The person would be \(years) years old.", "check `birth`; nobody is over 120")
    case .loneParentWithoutChildren:
      return ("A lone parent has no children.", "write `no`, or the number of children in `children`")
    case .navBeforeArrival:
      return (
        "The person was registered at NAV before 2010 and arrived later.", "write `no`, or check the month of `arrival`"
      )
    case .beforeProgramme:
      return (
        "A participant came before 2003, when there was no introduction programme.",
        "write `no` in `participant`, with a municipality"
      )
    case .participantWithMunicipality:
      return ("A participant has a municipality.", "leave it empty: the model settles participants")
    case .otherWithoutMunicipality:
      return (
        "A person who does not take part has no municipality.",
        "write a number from 1 to \(persons.limits.municipalities)"
      )
    }
  }

  private static func help(_ column: MicrodataColumn) -> String { "write \(meaning(of: column))" }

  /// The other cell of a contradiction.
  private func label(_ problem: CellProblem, _ row: Bytes) -> String {
    let other: MicrodataColumn
    switch problem {
    case .birthAfterArrival, .arrivalAfterLastPresent, .navBeforeArrival: other = .arrival
    case .loneParentWithoutChildren: other = .children
    default: return ""
    }
    let fields = fields(of: row)
    guard let field = columns.firstIndex(of: other), field < fields.count else { return "" }
    return "\(other.name) is \(String(decoding: row[fields[field]].prefix(20), as: UTF8.self))"
  }
}

extension CellProblem {
  var kind: MicrodataProblem {
    switch self {
    case .noPerson: .noPerson
    case .duplicate: .duplicate
    case .category: .category
    case .notAMonth: .date
    case .municipality, .participantWithMunicipality, .otherWithoutMunicipality: .municipality
    case .decimalComma, .weight: .weight
    case .birthAfterArrival, .arrivalAfterLastPresent: .order
    case .age: .age
    case .loneParentWithoutChildren: .loneParent
    case .navBeforeArrival: .priorNav
    case .beforeProgramme: .beforeProgramme
    }
  }
}
