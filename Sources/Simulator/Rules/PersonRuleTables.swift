import PolicyCore

/// Conditions of which single attributes decide one by one (`age < 30 and sex is woman`), as a table of bit sets for each
/// attribute: the conditions that hold for a person are those in all sets.
struct PersonRuleTables: Sendable {
  /// The bits of these conditions.
  private var bits: UInt64 = 0
  private var byCode: [(slot: AttributeSlot, masks: [UInt64])] = []
  private var byLife: [(attribute: LivedAttribute, masks: [UInt64])] = []
  private var byYears: [(years: PersonRules.CountedYears, masks: [UInt64])] = []

  /// Completed years beyond these are told apart by no condition that a person can meet.
  private static let years = -1...120

  /// - Parameter tests: of each condition; those that are no such conjunction are left out.
  init(_ tests: [PersonRules.Test]) {
    let conditions = tests.enumerated().compactMap { index, test in
      test.byAttribute.map { (bit: UInt64(1) << UInt64(index), parts: $0) }
    }
    bits = conditions.reduce(0) { $0 | $1.bit }
    for attribute in conditions.flatMap({ $0.parts.map(\.attribute) }).unique {
      func masks(_ values: some Sequence<Int>) -> [UInt64] {
        values.map { value in
          conditions.reduce(bits) { mask, condition in
            let fails = condition.parts.contains { $0.attribute == attribute && !$0.test.holds(value) }
            return fails ? mask & ~condition.bit : mask
          }
        }
      }
      switch attribute {
      case .code(let slot): byCode.append((slot, masks(slot.keys.indices)))
      case .lived(let attribute): byLife.append((attribute, masks(attribute.keys.indices)))
      case .years(let years): byYears.append((years, masks(Self.years)))
      }
    }
  }

  /// The bits of the conditions that hold.
  func mask(_ population: Population, _ moment: PersonMoment) -> UInt64 {
    var mask = bits
    for table in byCode { mask &= table.masks[moment.code(table.slot, population)] }
    for table in byLife { mask &= table.masks[moment.code(table.attribute)] }
    for table in byYears {
      let completed = moment.completed(table.years, population)
      mask &= table.masks[min(max(completed, Self.years.lowerBound), Self.years.upperBound) - Self.years.lowerBound]
    }
    return mask
  }
}

extension PersonRules.Test {
  /// What a test looks at.
  enum Attribute: Hashable {
    case code(AttributeSlot)
    case lived(LivedAttribute)
    case years(PersonRules.CountedYears)
  }

  /// The parts of a conjunction, each with the only attribute that it looks at; `nil` when some part looks at more.
  var byAttribute: [(attribute: Attribute, test: PersonRules.Test)]? {
    if case .all(let parts) = self {
      var all: [(attribute: Attribute, test: PersonRules.Test)] = []
      for part in parts {
        guard let inner = part.byAttribute else { return nil }
        all += inner
      }
      return all
    }
    let attributes = self.attributes
    return attributes.count == 1 ? attributes.first.map { [($0, self)] } : nil
  }

  private var attributes: Set<Attribute> {
    switch self {
    case .among(let slot, _): [.code(slot)]
    case .lived(let attribute, _): [.lived(attribute)]
    case .years(let years, _, _): [.years(years)]
    case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.attributes) }
    case .not(let part): part.attributes
    }
  }

  /// Whether it holds for a code, or for completed years, of the only attribute that it looks at.
  fileprivate func holds(_ value: Int) -> Bool {
    switch self {
    case .among(_, let codes), .lived(_, let codes): codes & 1 << UInt64(value) != 0
    case .years(_, let low, let high): (low...high).contains(value)
    case .all(let parts): parts.allSatisfy { $0.holds(value) }
    case .any(let parts): parts.contains { $0.holds(value) }
    case .not(let part): !part.holds(value)
    }
  }
}
