import Stdlib
import Testing

@testable import Simulator

private enum Shipped {
  static let texts = PopulationTexts { Stdlib.text($0) ?? "" }
  static let whole = Result { try Population.make(from: texts) }
}

/// All columns of the first persons, as text.
private func persons(_ population: Population, _ count: Int) -> [String] {
  (0..<count).map { person in
    """
    \(population.sex[person]) \(population.country[person]) \(population.reason[person]) \(population.marital[person]) \
    \(population.children[person]) \(population.loneParent[person]) \(population.education[person]) \
    \(population.track[person]) \(population.health[person]) \(population.housing[person]) \
    \(population.studentAid[person]) \(population.priorNav[person]) \(population.needGroup[person]) \
    \(population.isParticipant[person]) \(population.birthMonth[person]) \(population.arrival[person]) \
    \(population.deathOrEmigration[person]) \(population.municipality[person])
    """
  }
}

@Suite struct PopulationTests {
  @Test func theMarginsHold() throws {
    let population = try Shipped.whole.get()
    let rows = try PopulationReport(population, texts: Shipped.texts).rows
    #expect(rows.count > 200)
    for row in rows {
      // Running sums are rounded in each of 26 strata of country and sex.
      let tolerance = row.margin == "persons" ? 500 : row.unit == .persons ? 10 : 0.005
      #expect(abs(row.difference) <= tolerance, "\(row.margin) \(row.category)")
      let isExplained = ["assumed: ", "external: ", "the rest"].contains { row.note.hasPrefix($0) }
      #expect(row.line != nil || isExplained, "\(row.margin) \(row.category)")
    }
    let last = try #require(rows.last)
    #expect(rows.filter { $0.unit == .share }.allSatisfy { abs($0.difference) <= abs(last.difference) + 0.005 })
  }

  @Test func theSizesAreThoseOfTheReport() throws {
    let report = try PopulationReport(try Shipped.whole.get(), texts: Shipped.texts)
    let rows = report.rows.filter { $0.margin == "persons" }
    #expect(rows.map(\.target) == [300_000, 28_000, 8_354])
    for row in rows { #expect(abs(row.difference) < 0.01 * row.target, "\(row.category)") }
  }

  @Test func everyBeginningIsASample() throws {
    let population = try Population.make(from: Shipped.texts, persons: 20_000)
    #expect(population.count == 20_000)
    #expect(abs(Double(population.weight) * 20_000 - Double(try Shipped.whole.get().count)) < 1)
    for row in try PopulationReport(population, texts: Shipped.texts).rows where row.unit == .share {
      // Conditional shares rest on few persons: Palestine has 4 per thousand.
      #expect(abs(row.difference) <= (row.margin.contains(",") ? 0.06 : 0.012), "\(row.margin) \(row.category)")
    }
  }

  @Test func personsKeepTheirIdentity() throws {
    let whole = try Shipped.whole.get()
    let few = try Population.make(from: Shipped.texts, persons: 3_000)
    #expect(persons(few, 3_000) == persons(whole, 3_000))
    let otherSeed = try Population.make(from: Shipped.texts, seed: 2, persons: 3_000)
    #expect(persons(otherSeed, 3_000) != persons(few, 3_000))
  }

  @Test func nobodyIsImpossible() throws {
    let population = try Shipped.whole.get()
    let municipalities = UInt16(population.municipalities.count)
    #expect(
      population.indices.allSatisfy { person in
        let arrival = population.arrival[person]
        let isSettledLater = population.municipality[person] == Population.noMunicipality
        return population.birthMonth[person] <= arrival
          && population.deathOrEmigration[person] >= max(arrival, 84)
          && population.isParticipant[person] == isSettledLater
          && (isSettledLater || population.municipality[person] < municipalities)
          && population.isParticipant[person] == (population.track[person] != .notRegistered)
          && !(population.loneParent[person] == .yes && population.children[person] == .none)
          && !(population.priorNav[person] == .yes && arrival >= 84)
          && (!population.isParticipant[person] || arrival >= 0)
      })
  }

  @Test func municipalitiesSpreadAsAssumed() throws {
    let municipalities = try Shipped.whole.get().municipalities
    #expect(municipalities.count == 360)
    #expect(Set(municipalities.map(\.county)).count == County.allCases.count)
    #expect(abs(municipalities.reduce(0) { $0 + $1.sizeShare } - 1) < 1e-9)
    #expect(abs(municipalities.reduce(0) { $0 + $1.residentShare } - 1) < 1e-9)
    for z in [municipalities.map(\.quality), municipalities.map(\.resultNoise)] {
      #expect(abs(z.reduce(0, +)) < 1e-6)
      #expect(abs(z.reduce(0) { $0 + $1 * $1 } / 360 - 1) < 0.02)
    }
    let correlation = municipalities.reduce(0) { $0 + $1.quality * $1.resultNoise } / 360
    #expect(abs(correlation) < 0.2)
  }

  @Test func badDataSaysWhere() {
    var texts = Shipped.texts
    texts.margins += "participant,country,atlantis,,1,percent,,assumed\n"
    #expect(throws: DataError.self) { try Population.make(from: texts, persons: 1) }
    texts = Shipped.texts
    texts.odds += "participant,sex,man,country,iran,2,assumed\n"
    #expect(throws: DataError.self) { try Population.make(from: texts, persons: 1) }
    texts = Shipped.texts
    texts.arrivals = ""
    #expect(throws: DataError.self) { try Population.make(from: texts, persons: 1) }
    // Men alone among all others, though the margin of the whole segment asks for women.
    texts = Shipped.texts
    texts.margins += "other,sex,man,period=before_2010|to_2014|to_2018|later,100,percent,,assumed\n"
    #expect(throws: DataError.self) { try Population.make(from: texts, persons: 1) }
  }
}
