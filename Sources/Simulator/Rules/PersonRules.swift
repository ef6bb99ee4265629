import PolicyCore

/// The conditions of a scenario's targeted settings, lowered to codes: which of them hold for a person in a month.
///
/// What changes over a life (age, years of residence, Norwegian) is taken in that month; the place is the one under capacity
/// alone, as in questions, so that settlement moves nobody in or out of a rule.
struct PersonRules: Sendable {
  /// A condition over codes.
  indirect enum Test: Sendable {
    /// Bit `code` of `codes`.
    case among(AttributeSlot, codes: UInt64)
    case lived(LivedAttribute, codes: UInt64)
    case years(CountedYears, low: Int, high: Int)
    case all([Test])
    case any([Test])
    case not(Test)
  }

  /// Attributes that count completed years.
  enum CountedYears: String, CaseIterable, Sendable {
    case age
    case residenceYears = "residence_years"

    /// The month from which a person's years count.
    @inline(__always)
    func zero(_ population: Population, _ person: Int) -> Int {
      switch self {
      case .age: Int(population.birthMonth[person])
      case .residenceYears: Int(population.arrival[person])
      }
    }

    /// The code of the band that completed years lie in.
    fileprivate func band(_ years: Int) -> UInt8 {
      switch self {
      case .age: AgeBand(months: 12 * years).rawValue
      case .residenceYears: ResidenceBand(months: 12 * years).rawValue
      }
    }
  }

  /// Conditions that single attributes decide one by one, by tables: as many cost what one does.
  private let tables: PersonRuleTables
  /// The others, with the bits of their conditions.
  private let others: [(bit: UInt64, test: Test)]
  /// Whether some test asks what a life changes.
  let asksLife: Bool
  /// Years at which some test may change its answer, ascending.
  private var thresholds: [CountedYears: [Int]] = [:]

  /// - Throws: `EngineFailure` for an attribute or a category that the model does not have.
  init(_ conditions: [PersonCondition]) throws {
    let tests = try conditions.map(Self.lower)
    tables = PersonRuleTables(tests)
    others = tests.enumerated().compactMap { index, test in
      test.byAttribute == nil ? (1 << UInt64(index), test) : nil
    }
    let all = PersonCondition.any(conditions)
    asksLife = LivedAttribute.allCases.contains { all.categories[$0.rawValue] != nil }
    for (name, years) in all.thresholds { thresholds[try Self.counted(name), default: []] += years }
    // Bands of age and residence change with the years, too.
    for counted in CountedYears.allCases where all.categories[counted.rawValue] != nil {
      thresholds[counted, default: []] += (1..<100).filter { counted.band($0) != counted.band($0 - 1) }
    }
    thresholds = thresholds.mapValues { $0.unique.sorted() }
  }

  /// The conditions that hold, bit `i` for the `i`-th.
  func mask(_ population: Population, _ moment: PersonMoment) -> UInt64 {
    var mask = tables.mask(population, moment)
    for (bit, test) in others where Self.holds(test, population, moment) { mask |= bit }
    return mask
  }

  /// The first month after `month` in which another mask may hold, but for what happens in the life itself; `Int.max` when
  /// there is none.
  func nextChange(_ population: Population, _ person: Int, after month: Int) -> Int {
    var next = Int.max
    for (years, thresholds) in thresholds {
      let zero = years.zero(population, person)
      guard let year = thresholds.first(where: { zero + 12 * $0 > month }) else { continue }
      next = min(next, zero + 12 * year)
    }
    return next
  }

  private static func holds(_ test: Test, _ population: Population, _ moment: PersonMoment) -> Bool {
    switch test {
    case .among(let slot, let codes): codes & 1 << UInt64(moment.code(slot, population)) != 0
    case .lived(let attribute, let codes): codes & 1 << UInt64(moment.code(attribute)) != 0
    case .years(let years, let low, let high): (low...high).contains(moment.completed(years, population))
    case .all(let parts): parts.allSatisfy { holds($0, population, moment) }
    case .any(let parts): parts.contains { holds($0, population, moment) }
    case .not(let part): !holds(part, population, moment)
    }
  }

  /// Years completed after some months; negative before the first.
  static func completed(_ months: Int) -> Int { (months - (months % 12 + 12) % 12) / 12 }

  private static func lower(_ condition: PersonCondition) throws -> Test {
    switch condition {
    case .among(let name, let categories):
      guard let keys = keys(of: name) else { throw unknown(name) }
      let codes = try categories.reduce(UInt64(0)) { sum, key in
        guard let code = keys.firstIndex(of: key) else { throw unknown("\(name) is \(key)") }
        return sum | 1 << UInt64(code)
      }
      if let attribute = LivedAttribute(rawValue: name) { return .lived(attribute, codes: codes) }
      guard let slot = AttributeSlot(rawValue: name) else { throw unknown(name) }
      return .among(slot, codes: codes)
    case .years(let name, let low, let high): return .years(try counted(name), low: low ?? .min, high: high ?? .max)
    case .all(let parts): return .all(try parts.map(lower))
    case .any(let parts): return .any(try parts.map(lower))
    case .not(let part): return .not(try lower(part))
    }
  }

  /// The categories of an attribute that conditions can ask, in the order of the codes.
  static func keys(of attribute: String) -> [String]? {
    AttributeSlot(rawValue: attribute)?.keys ?? LivedAttribute(rawValue: attribute)?.keys
  }

  private static func counted(_ name: String) throws -> CountedYears {
    guard let years = CountedYears(rawValue: name) else { throw unknown("years of \(name)") }
    return years
  }

  private static func unknown(_ name: String) -> EngineFailure {
    EngineFailure(Label(nb: "modellen har ikke egenskapen `\(name)`", en: "the model has no attribute `\(name)`"))
  }
}
