/// A comma-separated table that ships with the tool: a header line, quoted fields, `#` comment lines.
struct CSVTable {
  let name: String
  let columns: [String: Int]
  let rows: [[String]]

  /// - Throws: `DataError` when a row has another number of fields than the header.
  init(name: String, text: String) throws {
    self.name = name
    guard text.utf8.count(where: { $0 == UInt8(ascii: "\"") }).isMultiple(of: 2) else {
      throw DataError(file: name, row: 0, problem: "a quoted field does not end: the file may be cut off")
    }
    var records = Self.records(of: text)
    guard !records.isEmpty else { throw DataError(file: name, row: 0, problem: "the file is empty") }
    let header = records.removeFirst()
    for (number, record) in records.enumerated() where record.count != header.count {
      throw DataError(
        file: name, row: number + 2, problem: "\(record.count) fields where the header has \(header.count)")
    }
    columns = Dictionary(header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    rows = records
  }

  func text(_ row: Int, _ column: String) throws -> String {
    guard let index = columns[column] else {
      throw DataError(file: name, row: 1, problem: "there is no column `\(column)`")
    }
    return rows[row][index]
  }

  func number(_ row: Int, _ column: String) throws -> Double {
    let text = try text(row, column)
    guard let value = Double(text), value.isFinite else {
      throw DataError(file: name, row: row + 2, problem: "`\(text)` in column `\(column)` is not a number")
    }
    return value
  }

  private static func records(of text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var previousWasQuote = false

    func endField() {
      record.append(String(decoding: field, as: UTF8.self))
      field.removeAll(keepingCapacity: true)
    }
    func endRecord() {
      endField()
      if record != [""], record.first?.hasPrefix("#") != true { records.append(record) }
      record = []
    }

    for byte in text.utf8 {
      if isQuoted, byte != UInt8(ascii: "\"") {
        field.append(byte)
        continue
      }
      switch byte {
      case UInt8(ascii: "\""):
        if !isQuoted, previousWasQuote { field.append(byte) }
        isQuoted.toggle()
        previousWasQuote = true
        continue
      case UInt8(ascii: ","): endField()
      case UInt8(ascii: "\n"): endRecord()
      case UInt8(ascii: "\r"): break
      default: field.append(byte)
      }
      previousWasQuote = false
    }
    if !field.isEmpty || !record.isEmpty { endRecord() }
    return records
  }
}

/// A shipped or given data file that cannot be used.
public struct DataError: Error, Hashable, Sendable, CustomStringConvertible {
  public var file: String
  /// The line of the file, from 1; 0 for the file as a whole.
  public var row: Int
  public var problem: String

  public var description: String { row > 0 ? "\(file):\(row): \(problem)" : "\(file): \(problem)" }
}
