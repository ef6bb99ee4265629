import PolicyCore

/// The shipped tables that the model is made of, read once.
public struct ModelData: Sendable {
  /// Tabell 13 and 14, by model 1–3.
  let table13: CSVTable
  let table14: CSVTable
  /// Tabell 5.
  let table5: CSVTable
  /// Ages and health of those with reduced work capacity relative to job seekers (Vedlegg 4).
  let composition: ReducedComposition
  /// Vedlegg 3.
  var annex3: CoefficientTable
  let participation: [Country: Double]
  /// From Tabell 1: the share settled within twelve months by year of the permit.
  let waiting: SettlementHistory
  /// Participants in Jobbsjansen by calendar year (Tabell 6).
  let jobbsjansen: [Int: Double]
  let prices: Prices
  let facts: CSVTable
  /// For each held-out fact, the sibling whose value is the naive guess.
  let naive: CSVTable
  let population: PopulationTexts
  /// Covariances of the fitted parameters, when `calibrate` has written them.
  let fittedCovariance: CSVTable?

  /// - Parameter text: the text of a file of the library by its path (`data/annex3.csv`), `nil` when there is none.
  /// - Throws: `DataError`.
  public init(text: (String) -> String?) throws {
    func table(_ name: String) throws -> CSVTable {
      guard let text = text("data/\(name)") else { throw DataError(file: name, row: 0, problem: "the file is missing") }
      return try CSVTable(name: name, text: text)
    }
    table13 = try table("table13.csv")
    table14 = try table("table14.csv")
    table5 = try table("table5.csv")
    composition = try ReducedComposition(
      reduced: table("annex4_reduced_capacity.csv"), seekers: table("annex4_jobseekers.csv"))
    let places = try table("jobbsjansen.csv")
    var participants: [Int: Double] = [:]
    for row in places.rows.indices {
      participants[Int(try places.number(row, "year"))] = try places.number(row, "participants")
    }
    jobbsjansen = participants
    annex3 = try CoefficientTable(table("annex3.csv"), model: 1)
    prices = try Prices(table("rates.csv"))
    facts = try table("facts.csv")
    naive = try table("holdout.csv")
    fittedCovariance = try text("data/fitted_covariance.csv").map {
      try CSVTable(name: "fitted_covariance.csv", text: $0)
    }
    population = try PopulationTexts(read: { name in
      guard let text = text(name) else { throw DataError(file: name, row: 0, problem: "the file is missing") }
      return text
    })

    let ratios = try table("participation.csv")
    var participation: [Country: Double] = [:]
    for row in ratios.rows.indices {
      let key = try ratios.text(row, "country")
      guard let country = Country(key: key) else {
        throw DataError(file: ratios.name, row: row + 2, problem: "`\(key)` is not a country of the model")
      }
      let ratio = try ratios.number(row, "ratio")
      guard ratio > 0 else {
        throw DataError(file: ratios.name, row: row + 2, problem: "a ratio of \(ratio) is not possible")
      }
      participation[country] = ratio
    }
    if let missing = Country.allCases.first(where: { $0 != .other && participation[$0] == nil }) {
      throw DataError(file: ratios.name, row: 0, problem: "there is no row for `\(missing.key)`")
    }
    self.participation = participation

    var within: [Int: Double] = [:]
    for row in facts.rows.indices {
      let id = try facts.text(row, "id")
      guard id.hasPrefix("settlement_within12m_"), let year = Int(id.suffix(4)), try facts.text(row, "use") == "input"
      else { continue }
      within[year] = try facts.number(row, "value") / 100
    }
    waiting = SettlementHistory(within12Months: within)
  }
}
