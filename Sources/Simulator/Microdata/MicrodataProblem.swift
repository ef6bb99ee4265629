import PolicyCore

/// What can be wrong with a table of persons; the raw values are the ids of the messages.
public enum MicrodataProblem: String, CaseIterable, Sendable {
  case empty = "data-empty"
  case noHeader = "data-no-header"
  case noRows = "data-no-rows"
  case missingColumn = "data-missing-column"
  case unknownColumn = "data-unknown-column"
  case repeatedColumn = "data-repeated-column"
  case encoding = "data-encoding"
  case fieldCount = "data-field-count"
  case openQuote = "data-open-quote"
  case longRow = "data-long-row"
  case tooManyRows = "data-too-many-rows"
  case noPerson = "data-no-person"
  case duplicate = "data-duplicate"
  case category = "data-category"
  case date = "data-date"
  case order = "data-order"
  case age = "data-age"
  case loneParent = "data-lone-parent"
  case priorNav = "data-prior-nav"
  case beforeProgramme = "data-before-programme"
  case municipality = "data-municipality"
  case weight = "data-weight"

  /// What they are called when they are counted.
  public var label: Label {
    switch self {
    case .empty: Label(nb: "tom fil", en: "empty file")
    case .noHeader: Label(nb: "ingen overskriftsrad", en: "no header")
    case .noRows: Label(nb: "ingen rader", en: "no rows")
    case .missingColumn: Label(nb: "manglende kolonner", en: "missing columns")
    case .unknownColumn: Label(nb: "ukjente kolonner", en: "unknown columns")
    case .repeatedColumn: Label(nb: "gjentatte kolonner", en: "repeated columns")
    case .encoding: Label(nb: "rader som ikke er UTF-8", en: "rows that are not UTF-8")
    case .fieldCount: Label(nb: "rader med feil antall felter", en: "rows with another number of fields")
    case .openQuote: Label(nb: "rader med feil anførselstegn", en: "rows with wrong quotation marks")
    case .longRow: Label(nb: "altfor lange rader", en: "rows that are far too long")
    case .tooManyRows: Label(nb: "for mange rader", en: "too many rows")
    case .noPerson: Label(nb: "rader uten person", en: "rows without a person")
    case .duplicate: Label(nb: "personer som finnes fra før", en: "persons that were there before")
    case .category: Label(nb: "ukjente kategorier", en: "unknown categories")
    case .date: Label(nb: "måneder som ikke finnes", en: "months that do not exist")
    case .order: Label(nb: "måneder i umulig rekkefølge", en: "months in an impossible order")
    case .age: Label(nb: "personer over 120 år", en: "persons over 120 years")
    case .loneParent: Label(nb: "enslige forsørgere uten barn", en: "lone parents without children")
    case .priorNav: Label(nb: "registrert hos NAV før ankomst", en: "registered at NAV before arrival")
    case .beforeProgramme: Label(nb: "deltakere før programmet fantes", en: "participants before the programme")
    case .municipality: Label(nb: "umulige kommuner", en: "impossible municipalities")
    case .weight: Label(nb: "umulige vekter", en: "impossible weights")
    }
  }

  /// Nothing after it can be read.
  var isFatal: Bool { self == .empty || self == .noHeader || self == .tooManyRows }
}

/// Everything that is wrong with a table of persons; nothing of such a table is used.
public struct MicrodataFindings: Error, Sendable {
  /// How many are shown in full.
  public static let shown = 20

  /// The first of the file, in its order.
  public private(set) var first: [Diagnostic] = []
  private var counts = [Int](repeating: 0, count: MicrodataProblem.allCases.count)

  /// All of them by kind, in the order of the kinds.
  public var byKind: [(kind: MicrodataProblem, count: Int)] {
    zip(MicrodataProblem.allCases, counts).filter { $0.1 > 0 }.map { ($0.0, $0.1) }
  }

  public private(set) var total = 0
  public var isEmpty: Bool { total == 0 }
  /// Whether the rest of the file cannot say anything more.
  private(set) var isFatal = false

  /// Counts one; it is put into words only when it is one of the first.
  mutating func add(_ kind: MicrodataProblem, _ diagnostic: () -> Diagnostic) {
    counts[MicrodataProblem.allCases.firstIndex(of: kind) ?? 0] += 1
    total += 1
    isFatal = isFatal || kind.isFatal
    if first.count < Self.shown { first.append(diagnostic()) }
  }
}
