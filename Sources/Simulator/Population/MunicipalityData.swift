#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Makes the synthetic municipalities from the counties' numbers and the assumed spread.
struct MunicipalityData {
  private struct CountyRow {
    var county: County
    var municipalities: Int
    var population: Double
    var residents: Double
    var exempt: Int
  }

  private var counties: [CountyRow] = []
  private var unemployment = [Double](repeating: 0, count: UnemploymentBand.allCases.count)
  private var sizeSpread = 0.0

  init(_ texts: PopulationTexts) throws {
    let table = try CSVTable(name: "data/municipalities.csv", text: texts.municipalities)
    for row in table.rows.indices {
      guard let county = County(key: try table.text(row, "county")) else {
        throw DataError(file: table.name, row: row + 2, problem: "no county of this name")
      }
      let entry = CountyRow(
        county: county, municipalities: Int(min(max(try table.number(row, "municipalities"), 0), 10_000)),
        population: try table.number(row, "population"), residents: try table.number(row, "residents"),
        exempt: Int(min(max(try table.number(row, "high_immigrant_share"), 0), 10_000)))
      guard entry.municipalities > 0, entry.population > 0, entry.residents >= 0 else {
        throw DataError(file: table.name, row: row + 2, problem: "a county needs municipalities and people")
      }
      counties.append(entry)
    }
    let spread = try CSVTable(name: "data/municipalities_spread.csv", text: texts.spread)
    for row in spread.rows.indices {
      switch (try spread.text(row, "quantity"), UnemploymentBand(key: try spread.text(row, "category"))) {
      case ("unemployment_percent", let band?): unemployment[Int(band.rawValue)] = try spread.number(row, "value")
      case ("size_log_spread", nil): sizeSpread = try spread.number(row, "value")
      default: throw DataError(file: spread.name, row: row + 2, problem: "no quantity of this name")
      }
    }
    let count = counties.reduce(0) { $0 + $1.municipalities }
    guard count > 0, count < Int(Population.noMunicipality), unemployment.allSatisfy({ $0 >= 0 }),
      unemployment.reduce(0, +) > 0, sizeSpread >= 0, counties.contains(where: { $0.residents > 0 })
    else { throw DataError(file: table.name, row: 0, problem: "no usable municipalities") }
  }

  func municipalities(seed: UInt64) -> [Municipality] {
    let count = counties.reduce(0) { $0 + $1.municipalities }
    let population = counties.reduce(0) { $0 + $1.population }
    let residents = counties.reduce(0) { $0 + $1.residents }
    let unemployment = Self.shuffled(count, seed, purpose: 0)
    let quality = Self.shuffled(count, seed, purpose: 1)
    let noise = Self.shuffled(count, seed, purpose: 2)
    var result: [Municipality] = []
    for row in counties {
      // Evenly spaced quantiles of a lognormal distribution, the largest first.
      let sizes = (0..<row.municipalities).map { rank in
        exp(sizeSpread * Self.normalQuantile(1 - (Double(rank) + 0.5) / Double(row.municipalities)))
      }
      let sum = sizes.reduce(0, +)
      for (rank, size) in sizes.enumerated() {
        let index = result.count
        result.append(
          Municipality(
            county: row.county, sizeShare: row.population / population * size / sum,
            residentShare: row.residents / residents * size / sum,
            unemployment: band(at: (Double(unemployment[index]) + 0.5) / Double(count)),
            quality: Self.normalQuantile((Double(quality[index]) + 0.5) / Double(count)),
            resultNoise: Self.normalQuantile((Double(noise[index]) + 0.5) / Double(count)),
            hasHighImmigrantShare: rank < row.exempt))
      }
    }
    return result
  }

  private func band(at share: Double) -> UnemploymentBand {
    var rest = share * unemployment.reduce(0, +)
    for band in UnemploymentBand.allCases {
      rest -= unemployment[Int(band.rawValue)]
      if rest < 0 { return band }
    }
    return .over4
  }

  /// The numbers below `count` in an order that depends on seed and purpose alone.
  private static func shuffled(_ count: Int, _ seed: UInt64, purpose: UInt64) -> [Int] {
    var ranks = [Int](repeating: 0, count: count)
    let order = (0..<count).sorted {
      (PersonDraw.bits(~seed, UInt64($0), purpose), $0) < (PersonDraw.bits(~seed, UInt64($1), purpose), $1)
    }
    for (rank, index) in order.enumerated() { ranks[index] = rank }
    return ranks
  }

  /// The standard normal quantile to nine digits (Acklam's rational approximation).
  static func normalQuantile(_ share: Double) -> Double {
    let a = [
      -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02, 1.383577518672690e+02,
      -3.066479806614716e+01, 2.506628277459239e+00,
    ]
    let b = [
      -5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01,
      -1.328068155288572e+01, 1,
    ]
    let c = [
      -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00, -2.549732539343734e+00,
      4.374664141464968e+00, 2.938163982698783e+00,
    ]
    let d = [7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00, 1]
    func polynomial(_ coefficients: [Double], _ x: Double) -> Double { coefficients.reduce(0) { $0 * x + $1 } }
    let tail = 0.02425
    if share > 1 - tail { return -normalQuantile(1 - share) }
    guard share < tail else {
      let q = share - 0.5
      return polynomial(a, q * q) * q / polynomial(b, q * q)
    }
    let q = sqrt(-2 * log(max(share, 1e-300)))
    return polynomial(c, q) / polynomial(d, q)
  }
}
