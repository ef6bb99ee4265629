import PolicyCore

/// The shipped tables that the model is made of, read once.
public struct ModelData: Sendable {
  /// Tabell 13, by model 1–3.
  let table13: CSVTable
  /// Vedlegg 3.
  var annex3: CoefficientTable
  let participation: [Country: Double]
  /// From Tabell 1: the share settled within twelve months by year of the permit.
  let waiting: SettlementWaiting
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
    annex3 = try CoefficientTable(table("annex3.csv"), model: 1)
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
    waiting = SettlementWaiting(within12Months: within)
  }
}
