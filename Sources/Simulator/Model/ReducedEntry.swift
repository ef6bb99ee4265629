/// The monthly hazard of being registered with reduced work capacity, of those who were not before.
///
/// `h = level · age · health`; for participants the level rises with years since settlement: `level · exp(growth · years)`,
/// constant after the tenth. The factors by age and health are the composition of those with reduced capacity relative to
/// that of the job seekers (Vedlegg 4, lines 8179–8189 and 8282–8290 against 8016–8026 and 8126–8134): descriptive, as if
/// the two were independent, and together at most six, since bad health and high age go together.
final class ReducedEntry: Sendable {
  /// The level of participants by months since settlement.
  private let participants: [Double]
  private let others: Double
  let ageFactor: [Double]
  let healthFactor: [Double]

  /// The last year in which the hazard of participants rises.
  private static let lastMonth = 120
  private static let mostFactor = 6.0

  init(_ parameters: ParameterValues, composition: ReducedComposition) {
    participants = (0...Self.lastMonth).map {
      parameters[.reducedEntryParticipants] * exp(parameters[.reducedEntryGrowth] * (Double($0) / 12))
    }
    others = parameters[.reducedEntryOthers]
    ageFactor = composition.age
    healthFactor = composition.health
  }

  func hazard(monthsSinceSettlement months: Int, isParticipant: Bool, age: AgeBand, health: Health) -> Double {
    let level = isParticipant ? participants[min(max(months, 0), Self.lastMonth)] : others
    return level * min(ageFactor[Int(age.rawValue)] * healthFactor[Int(health.rawValue)], Self.mostFactor)
  }

  /// The highest hazard of the usual kind, for the caps of the clocks.
  var highest: Double {
    max(participants.max() ?? 0, others) * Self.mostFactor
  }
}

/// The share of a category among those with reduced work capacity over its share among job seekers (Vedlegg 4).
struct ReducedComposition: Sendable {
  let age: [Double]
  let health: [Double]

  /// Persons who left NAV with and without measures (lines 4692–4698).
  private static let seekersLeft = (with: 17_208.0, without: 16_585.0)
  private static let reducedLeft = (with: 8_912.0, without: 3_049.0)

  /// - Parameters: Vedlegg 4 of the two groups, with the columns group, key, n, percent_with_measures and
  ///   percent_without_measures. A number that is garbled in print is taken from its percentages.
  init(reduced: CSVTable, seekers: CSVTable) throws {
    func shares<A: PersonCategory>(
      _ table: CSVTable, _ left: (with: Double, without: Double), _ group: String, _ type: A.Type
    ) throws -> [Double] {
      var counts = [Double](repeating: 0, count: A.keys.count)
      for row in table.rows.indices where try table.text(row, "group") == group {
        guard let category = A(key: try table.text(row, "key")) else { continue }
        let n = try table.text(row, "n")
        counts[Int(category.rawValue)] =
          try n.isEmpty
          ? (table.number(row, "percent_with_measures") * left.with
            + table.number(row, "percent_without_measures") * left.without) / 100
          : table.number(row, "n")
      }
      let sum = counts.reduce(0, +)
      guard sum > 0 else { throw DataError(file: table.name, row: 0, problem: "no numbers of `\(group)`") }
      return counts.map { $0 / sum }
    }
    func ratio<A: PersonCategory>(_ group: String, _ type: A.Type) throws -> [Double] {
      let pairs = zip(
        try shares(reduced, Self.reducedLeft, group, type), try shares(seekers, Self.seekersLeft, group, type))
      return pairs.map { $0 > 0 && $1 > 0 ? $0 / $1 : 1 }
    }
    age = try ratio("age", AgeBand.self)
    health = try ratio("health", Health.self)
  }
}
