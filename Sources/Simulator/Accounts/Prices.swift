/// Dated rates: the basic amount G and consumer prices, by month.
struct Prices: Sendable {
  /// G in kroner of 2018, by month of the model.
  private let basicAmounts: [Double]
  /// Prices of the year relative to 2018, by month of the model.
  private let indices: [Double]
  /// The integration grant a month in kroner of 2018, by year since settlement (report lines 2588–2600, rates of 2019).
  let integrationGrant: [Double]

  /// What prices are assumed to rise by a year after the last one that is known.
  static let laterInflation = 0.02
  static let priceYear = 2018

  /// - Parameter rates: columns name, from (`2018-05`) and value.
  init(_ rates: CSVTable) throws {
    var byName: [String: [(month: Int, value: Double)]] = [:]
    for row in rates.rows.indices {
      let parts = try rates.text(row, "from").split(separator: "-").compactMap { Int($0) }
      guard parts.count == 2, (1...12).contains(parts[1]) else {
        throw DataError(file: rates.name, row: row + 2, problem: "`\(try rates.text(row, "from"))` is no month")
      }
      byName[try rates.text(row, "name"), default: []].append(
        (ModelTime.month(parts[0], parts[1]), try rates.number(row, "value")))
    }
    func series(_ name: String) throws -> [(month: Int, value: Double)] {
      guard let series = byName[name], !series.isEmpty else {
        throw DataError(file: rates.name, row: 0, problem: "there are no rates of `\(name)`")
      }
      return series.sorted { $0.month < $1.month }
    }
    let prices = try series("consumer_prices")
    func price(_ month: Int) -> Double {
      let year = ModelTime.year(of: month)
      let known = prices.last { $0.month <= month } ?? prices[0]
      let lastYear = ModelTime.year(of: prices[prices.count - 1].month)
      return known.value * pow(1 + Self.laterInflation, Double(max(0, year - lastYear)))
    }
    let reference = price(ModelTime.month(Self.priceYear, 6))
    let indices = (0..<ModelTime.months).map { price($0) / reference }
    self.indices = indices
    let amounts = try series("basic_amount")
    let last = amounts[amounts.count - 1]
    basicAmounts = (0..<ModelTime.months).map { month in
      let known = amounts.last { $0.month <= month } ?? amounts[0]
      // After the last known amount G keeps its worth.
      return known.value / indices[month >= last.month ? min(last.month, ModelTime.months - 1) : month]
    }
    let grantPrices = price(ModelTime.month(2019, 6)) / reference
    integrationGrant = try ["year1_adult", "year2", "year3", "year4", "year5"].map {
      try series("integration_grant_\($0)")[0].value / 12 / grantPrices
    }
  }

  func basicAmount(_ month: Int) -> Double { basicAmounts[min(max(month, 0), basicAmounts.count - 1)] }
  func index(_ month: Int) -> Double { indices[min(max(month, 0), indices.count - 1)] }
}
