import PolicyCore

extension MicrodataReader {
  /// Reads the names of the columns.
  func readHeader(_ row: Bytes) {
    format.separator = MicrodataFormat(header: row).separator
    var found: ContiguousArray<MicrodataColumn?> = []
    let cells = fields(of: row)
    let names = cells.map { name(Bytes(rebasing: row[$0])) }
    for name in names { found.append(MicrodataColumn.allCases.first { $0.name == name }) }
    guard found.contains(where: { $0 != nil }) else {
      reportNoHeader(cell: cells.first.map { Bytes(rebasing: row[$0]) } ?? Bytes(start: nil, count: 0))
      return
    }
    let all = MicrodataColumn.allCases.map(\.name)
    for (field, column) in found.enumerated() {
      if let column {
        guard found.firstIndex(of: column) != field else { continue }
        found[field] = nil
        findings.add(.repeatedColumn) {
          finding(
            .repeatedColumn, "The column `\(column.name)` is there twice.", field: field, of: row,
            helps: ["remove one of the two"])
        }
      } else {
        let missing = MicrodataColumn.allCases.filter { !found.contains($0) }.map(\.name)
        let name = names[field]
        findings.add(.unknownColumn) {
          let near = nearest(name, missing) ?? nearest(name, all)
          return finding(
            .unknownColumn, "There is no column `\(name)`.", field: field, of: row,
            helps: [near.map { "did you mean `\($0)`?" } ?? "remove it: the columns are \(all.joined(separator: ", "))"]
          )
        }
      }
    }
    for column in MicrodataColumn.allCases where !found.contains(column) {
      findings.add(.missingColumn) {
        finding(
          .missingColumn, "The column `\(column.name)` is missing.", atEndOf: row,
          helps: ["add it: \(Self.meaning(of: column))"])
      }
    }
    columns = found
  }

  func reportNoHeader(cell: some Sequence<UInt8>) {
    findings.add(.noHeader) {
      Diagnostic(
        id: MicrodataProblem.noHeader.rawValue, title: "The first row does not name the columns.",
        primary: Diagnostic.Label(
          file: SourceFile(name: file, bytes: Array(cell.prefix(60)), firstLine: max(line, 1)), span: .zero),
        helps: [Diagnostic.Help("begin with the row \(MicrodataColumn.header)"), Diagnostic.Help(Self.exportHelp)])
    }
  }

  /// A column's name without quotation marks.
  private func name(_ cell: Bytes) -> String {
    let text = String(decoding: cell.prefix(100), as: UTF8.self)
    return text.count > 1 && text.hasPrefix("\"") && text.hasSuffix("\"") ? String(text.dropFirst().dropLast()) : text
  }

  static func meaning(of column: MicrodataColumn) -> String {
    if let keys = column.keys { return "one of \(keys.joined(separator: ", "))" }
    switch column {
    case .person: return "a number or name that no other row has"
    case .birth, .arrival: return "a month, as 1985-04"
    case .lastPresent: return "the month of death or emigration, as 2017-09, or empty"
    case .municipality: return "the number of a synthetic municipality, or empty for participants"
    default: return "how many persons the row stands for, 1 for a whole register"
    }
  }
}
