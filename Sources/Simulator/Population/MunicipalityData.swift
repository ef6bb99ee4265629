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
    let draws = PopulationDraws(seed: seed, .municipality)
    let unemployment = Self.shuffled(count, draws, block: 0)
    let quality = Self.shuffled(count, draws, block: 1)
    let noise = Self.shuffled(count, draws, block: 2)
    var result: [Municipality] = []
    for row in counties {
      // Evenly spaced quantiles of a lognormal distribution, the largest first.
      let sizes = (0..<row.municipalities).map { rank in
        exp(sizeSpread * normalQuantile(1 - (Double(rank) + 0.5) / Double(row.municipalities)))
      }
      let sum = sizes.reduce(0, +)
      for (rank, size) in sizes.enumerated() {
        let index = result.count
        result.append(
          Municipality(
            county: row.county, sizeShare: row.population / population * size / sum,
            residentShare: row.residents / residents * size / sum,
            unemployment: band(at: (Double(unemployment[index]) + 0.5) / Double(count)),
            quality: normalQuantile((Double(quality[index]) + 0.5) / Double(count)),
            resultNoise: normalQuantile((Double(noise[index]) + 0.5) / Double(count)),
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

  /// The numbers below `count` in an order that depends on the seed and the block alone.
  private static func shuffled(_ count: Int, _ draws: PopulationDraws, block: Int) -> [Int] {
    var ranks = [Int](repeating: 0, count: count)
    let order = (0..<count).map { Int(draws.words($0, block: block).x) << 16 | $0 }.sorted()
    for (rank, key) in order.enumerated() { ranks[key & 0xFFFF] = rank }
    return ranks
  }
}
