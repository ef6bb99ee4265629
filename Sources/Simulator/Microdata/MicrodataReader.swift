import PolicyCore

/// Reads a table of persons block by block, and finds everything that is wrong with it.
///
/// No cell becomes a string unless something is wrong with it, and nothing of a row is kept but its codes.
public final class MicrodataReader {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// Finds the name that was probably meant among those there are.
  public typealias Speller = (_ name: String, _ candidates: [String]) -> String?

  /// No row with the columns of the table is nearly as long, in bytes.
  static let longestRow = 1 << 16
  /// Persons are numbered with 32 bits in the draws, and memory has to hold them.
  static let mostRows = 100_000_000
  private static let lineFeed = UInt8(ascii: "\n")

  let file: String
  let nearest: Speller
  let categories: [CategoryTable?] = MicrodataColumn.allCases.map { $0.keys.map(CategoryTable.init) }
  var findings = MicrodataFindings()
  /// The columns in the order of the file; `nil` for one that is not known.
  var columns: ContiguousArray<MicrodataColumn?> = []
  var format = MicrodataFormat()
  /// From 1; the first row that is not empty names the columns.
  var line = 0
  var rows = 0
  var persons: MicrodataColumns
  private let names = PersonNames()
  private var fingerprint = Fingerprint()
  /// The beginning of a row whose end is in the next block.
  private var carry: ContiguousArray<UInt8> = []
  private var isSkipping = false
  /// Bytes before the row that is being read.
  private(set) var offset = 0
  var blankLines = 0
  /// A row without its quotation marks.
  private var unquoted: ContiguousArray<UInt8> = []
  private let expectedBytes: Int?

  /// - Parameters:
  ///   - file: What messages call the table.
  ///   - municipalities: Those of the model, which the column `municipality` numbers from 1.
  ///   - expectedBytes: The file's size when it is known, so that memory is taken once.
  public init(file: String, municipalities: [Municipality], expectedBytes: Int? = nil, nearest: @escaping Speller) {
    self.file = file
    self.nearest = nearest
    self.expectedBytes = expectedBytes
    persons = MicrodataColumns(municipalities: municipalities)
  }

  /// Whether the rest of the file cannot say anything more.
  public var isDone: Bool { findings.isFatal }

  /// Reads the next block of the file, of any length.
  public func take(_ block: UnsafeBufferPointer<UInt8>) {
    fingerprint.add(block)
    var rest = block[...]
    while !rest.isEmpty, !isDone {
      guard let end = rest.firstIndex(of: Self.lineFeed) else {
        keep(rest)
        break
      }
      let part = rest[rest.startIndex..<end]
      rest = rest[(end + 1)...]
      if isSkipping {
        isSkipping = false
        offset += part.count + 1
      } else if carry.isEmpty {
        take(row: Bytes(rebasing: part), length: part.count + 1)
      } else {
        keep(part)
        if isSkipping {
          isSkipping = false
          offset += 1
        } else {
          takeCarry()
        }
      }
    }
    if let expectedBytes, rows > 0, offset <= block.count {
      persons.reserve(min(Self.mostRows, expectedBytes / max(offset / (rows + 1), 1) + 1))
    }
  }

  /// The persons, when nothing is wrong with the file.
  ///
  /// - Parameter name: What results call the file.
  /// - Throws: `MicrodataFindings`.
  public func finish(named name: String) throws(MicrodataFindings) -> Microdata {
    if !carry.isEmpty, !isDone { takeCarry() }
    if findings.isEmpty, columns.isEmpty {
      findings.add(.empty) {
        finding(.empty, "The file is empty.", helps: [Self.exportHelp])
      }
    } else if findings.isEmpty, rows == 0 {
      findings.add(.noRows) {
        finding(.noRows, "The file has a header and no rows.", helps: ["write one person a row below the header"])
      }
    }
    guard findings.isEmpty else { throw findings }
    return persons.microdata(
      MicrodataSource(file: name, rows: rows, fingerprint: fingerprint.text), format: format)
  }

  static let exportHelp = "see what a table looks like: policy-repl population export --out persons.csv"

  // MARK: - Rows

  private func keep(_ part: Slice<Bytes>) {
    guard !isSkipping else {
      offset += part.count
      return
    }
    guard carry.count + part.count <= Self.longestRow else {
      line += 1
      reportLongRow()
      offset += carry.count + part.count
      carry.removeAll()
      isSkipping = true
      return
    }
    carry.append(contentsOf: part)
  }

  private func takeCarry() {
    let row = carry
    carry.removeAll(keepingCapacity: true)
    row.withUnsafeBufferPointer { take(row: $0, length: $0.count + 1) }
  }

  /// - Parameter length: with the line's end.
  private func take(row bytes: Bytes, length: Int) {
    defer { offset += length }
    line += 1
    guard bytes.count <= Self.longestRow else {
      reportLongRow()
      return
    }
    var row = bytes
    if row.last == UInt8(ascii: "\r") { row = Bytes(rebasing: row.dropLast()) }
    if line == 1, row.starts(with: [0xEF, 0xBB, 0xBF]) {
      row = Bytes(rebasing: row.dropFirst(3))
      format.hasByteOrderMark = true
    }
    guard !row.isEmpty else {
      blankLines += 1
      return
    }
    // Empty lines at the end mean nothing; between rows they are rows without fields.
    if blankLines > 0, !columns.isEmpty { reportBlankLines() }
    blankLines = 0
    if !UTF8Check.isPlain(row), let invalid = UTF8Check.firstInvalid(row) {
      reportEncoding(row, at: invalid)
      // A header in another encoding has the columns all the same.
      if !columns.isEmpty || row.contains(0) {
        if columns.isEmpty { reportNoHeader(cell: []) }
        return
      }
    }
    guard !columns.isEmpty else {
      readHeader(row)
      return
    }
    guard rows < Self.mostRows else {
      findings.add(.tooManyRows) {
        finding(
          .tooManyRows, "The file has more than \(Self.mostRows) rows.",
          helps: ["take a sample, with weights that say how many each person stands for"])
      }
      return
    }
    guard row.contains(UInt8(ascii: "\"")) else {
      read(row, separator: format.separator, original: row)
      return
    }
    guard let plain = unquote(row) else { return }
    plain.withUnsafeBufferPointer { read($0, separator: Self.unquotedSeparator, original: row) }
  }

  /// A byte that no UTF-8 has.
  private static let unquotedSeparator: UInt8 = 0xFF

  /// The row's fields without quotation marks, divided by `unquotedSeparator`; `nil` when the marks are wrong.
  private func unquote(_ row: Bytes) -> ContiguousArray<UInt8>? {
    unquoted.removeAll(keepingCapacity: true)
    let mark = UInt8(ascii: "\"")
    var isQuoted = false
    var isAtStart = true
    var wasQuoted = false
    var index = 0
    while index < row.count {
      let byte = row[index]
      if isQuoted {
        if byte != mark {
          unquoted.append(byte)
        } else if index + 1 < row.count, row[index + 1] == mark {
          unquoted.append(byte)
          index += 1
        } else {
          (isQuoted, wasQuoted) = (false, true)
        }
      } else if byte == format.separator {
        unquoted.append(Self.unquotedSeparator)
        (isAtStart, wasQuoted) = (true, false)
        index += 1
        continue
      } else if byte == mark, isAtStart {
        isQuoted = true
      } else if byte == mark || wasQuoted {
        reportQuote(row, at: index)
        return nil
      } else {
        unquoted.append(byte)
      }
      isAtStart = false
      index += 1
    }
    guard !isQuoted else {
      reportQuote(row, at: row.count)
      return nil
    }
    return unquoted
  }

  // MARK: - Cells

  /// Reads the cells of a row, then looks at what they say together.
  private func read(_ row: Bytes, separator: UInt8, original: Bytes) {
    rows += 1
    // Where a field is missing or too many, every cell after it would be wrong too.
    let count = row.count { $0 == separator } + 1
    guard count == columns.count else {
      reportFieldCount(count, of: original)
      return
    }
    var values = MicrodataRow()
    var field = 0
    var start = 0
    while true {
      var end = start
      while end < row.count, row[end] != separator { end += 1 }
      if let column = columns[field] {
        let cell = Bytes(rebasing: row[start..<end])
        if let wrong = values.read(column, cell, categories: categories, format: format, limits: persons.limits) {
          report(wrong, column, cell, field: field, of: original)
        } else if column == .person, let earlier = names.insert(PersonNames.key(cell), line: line) {
          report(.duplicate(line: earlier), column, cell, field: field, of: original)
        }
      }
      field += 1
      guard end < row.count else { break }
      start = end + 1
    }
    values.contradictions { report($0, $1, nil, field: columns.firstIndex(of: $1) ?? 0, of: original) }
    if findings.isEmpty {
      persons.append(values)
    } else if persons.count > 0 {
      persons.removeAll()
    }
  }
}
