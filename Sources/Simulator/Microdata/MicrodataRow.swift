import PolicyCore

/// What is wrong with a cell, before it is put into words.
enum CellProblem: Equatable {
  case noPerson
  case duplicate(line: Int)
  case category
  case notAMonth
  case municipality
  case decimalComma
  case weight
  case birthAfterArrival, arrivalAfterLastPresent
  case age(years: Int)
  case loneParentWithoutChildren
  case navBeforeArrival
  case beforeProgramme
  case participantWithMunicipality, otherWithoutMunicipality
}

/// The values of one row, as codes and months.
struct MicrodataRow {
  /// What cells are compared with.
  struct Limits {
    var municipalities: Int
  }

  private static let unknown = Int16.min
  private static let oldest = 120 * 12
  static let firstYear = 1850
  static let lastYear = 2100
  static let heaviest: Float = 1_000_000
  /// January 2010, which `prior_nav` is before.
  private static let navRegister = Int16(Month(year: 2010, month: 1) - Population.start)

  /// By the column's ordinal; `missing` for one that could not be read.
  private(set) var codes = SIMD32<UInt8>(repeating: 0xFF)
  private(set) var birth = unknown
  private(set) var arrival = unknown
  private(set) var last = unknown
  /// `nil` when it could not be read.
  private(set) var municipality: UInt16?
  private(set) var weight: Float = 1

  /// Takes over one cell, or says what is wrong with it.
  @inline(__always)
  mutating func read(
    _ column: MicrodataColumn, _ cell: UnsafeBufferPointer<UInt8>, categories: [CategoryTable?],
    format: MicrodataFormat, limits: Limits
  ) -> CellProblem? {
    switch column {
    case .person: return cell.isEmpty ? .noPerson : nil
    case .birth: return Self.read(month: cell, into: &birth)
    case .arrival: return Self.read(month: cell, into: &arrival)
    case .lastPresent:
      if cell.isEmpty {
        last = .max
        return nil
      }
      return Self.read(month: cell, into: &last)
    case .municipality:
      if cell.isEmpty {
        municipality = Population.noMunicipality
        return nil
      }
      guard let number = Self.digits(cell), (1...limits.municipalities).contains(number) else { return .municipality }
      municipality = UInt16(number - 1)
      return nil
    case .weight: return read(weight: cell, format)
    default:
      guard let code = categories[column.ordinal]?.code(cell) else { return .category }
      codes[column.ordinal] = code
      return nil
    }
  }

  /// What cells say against each other; the column is that of the cell to look at first.
  func contradictions(_ report: (CellProblem, MicrodataColumn) -> Void) {
    let isKnown = birth != Self.unknown && arrival != Self.unknown
    if isKnown, birth > arrival { report(.birthAfterArrival, .birth) }
    let isLastKnown = last != Self.unknown && arrival != Self.unknown
    if isLastKnown, arrival > last { report(.arrivalAfterLastPresent, .lastPresent) }
    if isKnown, birth <= arrival {
      let latest = max(Int(arrival), 0, last == .max ? 0 : Int(last))
      if latest - Int(birth) > Self.oldest { report(.age(years: (latest - Int(birth)) / 12), .birth) }
    }
    if code(.loneParent) == LoneParent.yes.rawValue, code(.children) == Children.none.rawValue {
      report(.loneParentWithoutChildren, .loneParent)
    }
    if code(.priorNav) == PriorNav.yes.rawValue, arrival >= Self.navRegister { report(.navBeforeArrival, .priorNav) }
    guard let isParticipant else { return }
    if isParticipant, arrival != Self.unknown, arrival < 0 { report(.beforeProgramme, .arrival) }
    guard let municipality else { return }
    let hasHome = municipality != Population.noMunicipality
    if isParticipant, hasHome { report(.participantWithMunicipality, .municipality) }
    if !isParticipant, !hasHome { report(.otherWithoutMunicipality, .municipality) }
  }

  @inline(__always)
  func code(_ column: MicrodataColumn) -> UInt8 { codes[column.ordinal] }

  /// `nil` when it could not be read.
  var isParticipant: Bool? {
    let code = code(.participant)
    return code > 1 ? nil : code == 1
  }

  // MARK: - Cells

  /// `YYYY-MM`.
  @inline(__always)
  private static func read(month cell: UnsafeBufferPointer<UInt8>, into month: inout Int16) -> CellProblem? {
    guard cell.count == 7, cell[4] == UInt8(ascii: "-"),
      let year = digits(UnsafeBufferPointer(rebasing: cell[0..<4])), (firstYear...lastYear).contains(year),
      let number = digits(UnsafeBufferPointer(rebasing: cell[5..<7])), (1...12).contains(number)
    else { return .notAMonth }
    month = Int16(clamping: Month(year: year, month: number) - Population.start)
    return nil
  }

  /// A whole number of at most six digits.
  @inline(__always)
  private static func digits(_ cell: UnsafeBufferPointer<UInt8>) -> Int? {
    guard (1...6).contains(cell.count) else { return nil }
    var number = 0
    for byte in cell {
      guard (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + Int(byte & 15)
    }
    return number
  }

  private mutating func read(weight cell: UnsafeBufferPointer<UInt8>, _ format: MicrodataFormat) -> CellProblem? {
    guard (1...32).contains(cell.count) else { return .weight }
    var hasComma = false
    var text = ""
    for byte in cell {
      switch byte {
      case 0x30...0x39, UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "-"), UInt8(ascii: "+"):
        text.unicodeScalars.append(UnicodeScalar(byte))
      case UInt8(ascii: ","):
        hasComma = true
        text += "."
      default: return .weight
      }
    }
    guard let number = Float(text), number > 0, number <= Self.heaviest else { return .weight }
    if hasComma, !format.allowsDecimalComma { return .decimalComma }
    weight = number
    return nil
  }
}
