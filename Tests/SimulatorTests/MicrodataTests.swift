import PolicyCore
import Testing

@testable import Simulator

/// What becomes of own persons: their weights, and what is not shown of them.
@Suite struct MicrodataTests {
  private func microdata(weights: [String]) throws -> Microdata {
    let rows = weights.enumerated().map { index, weight in
      Table.row(
        .weight, weight, in: Table.row(.person, "\(index)", in: index % 2 == 0 ? Table.participant : Table.other))
    }
    return try Table.read(Table.text(rows)).get()
  }

  @Test func equalWeightsKeepEveryRow() throws {
    let microdata = try microdata(weights: [String](repeating: "2.5", count: 10))
    let population = microdata.population(persons: 10)
    #expect(population.count == 10 && population.weight == 2.5 && microdata.personsInAll == 25)
    // A sample is spread over the file, and stands for all of it.
    let sample = microdata.population(persons: 4)
    #expect(sample.count == 4 && sample.weight == 6.25)
    #expect(Columns(microdata.population(persons: 4)) == Columns(sample))
  }

  @Test func unequalWeightsGiveASampleWithoutDoubles() throws {
    // Participants weigh three times as much as the others.
    let microdata = try microdata(weights: (0..<1_000).map { $0 % 2 == 0 ? "3" : "1" })
    #expect(!microdata.hasEqualWeights && microdata.personsInAll == 2_000 && microdata.persons == 666)
    let population = microdata.population(persons: 1_000)
    #expect(population.count == 666)
    #expect(abs(Double(population.weight) * 666 - 2_000) < 0.01)
    #expect(abs(population.isParticipant.count { $0 } - 500) <= 1, "every participant once, a third of the others")
    #expect(Columns(microdata.population(persons: 666)) == Columns(population))
    #expect(microdata.note(persons: 666).en.contains("by weight (seed 1) of 666"))
  }

  @Test(
    arguments: [
      ([10, 20], [false, false]), ([4, 20], [true, true]), ([4, 20, 30], [true, true, false]),
      // Nobody needs no company, but is not told from few.
      ([0, 20, 30], [true, false, false]), ([0, 4, 30, 20], [true, true, false, true]),
      // Two that are few even together.
      ([1, 2, 9, 20], [true, true, true, false]), ([3, 4, 9, 20], [true, true, false, false]), ([3], [true]),
    ] as [([Double], [Bool])])
  func whatCanBeSubtractedIsHiddenToo(counts: [Double], hidden: [Bool]) {
    #expect(Suppression.hidden(counts, shape: [counts.count]) == hidden)
  }

  @Test func tablesOfTwoAttributesAreHiddenAlongBoth() {
    // One cell of few: another in its row, another in its column, and the corner that these two need.
    let hidden = Suppression.hidden([3, 10, 20, 30, 40, 50, 60, 70, 80], shape: [3, 3])
    #expect(hidden == [true, true, false, true, true, false, false, false, false])
  }

  @Test func numbersOfFewPersonsAreHidden() throws {
    let rows = (0..<200).map { index in
      Table.row(.sex, index < 4 ? "woman" : "man", in: Table.row(.person, "\(index)"))
    }
    let engine = try TestEngine.make(microdata: try Table.read(Table.text(rows)).get())
    let longer = TestEngine.scenario("longer", [(.programmeLength, .quantity(Quantity(36, .months)))])
    let size = RunSize(persons: 200, replicates: 3, seed: 1, threads: 2)
    let answer = try TestEngine.answer(
      [TestEngine.baseline, longer], years: [1, 3], by: [.sex], size: size, engine: engine)
    for row in answer.rows {
      #expect(row.isSuppressed == !row.group.isEmpty)
      #expect((row.estimate == nil) == row.isSuppressed)
    }
    // Too few in all.
    let filters = [
      GroupFilter(.among(attribute: "sex", categories: ["woman"]), label: Label(nb: "kvinner", en: "women"))
    ]
    let women = try TestEngine.answer([TestEngine.baseline], years: [1], filters: filters, size: size, engine: engine)
    #expect(women.rows.allSatisfy { $0.isSuppressed && $0.persons == 0 })
    // The report's facts rest on few of these persons, most of them on none.
    let report = try engine.validate(baseline: TestEngine.baseline, size: size, cancellation: Cancellation())
    let facts = report.rows
    #expect(report.marginalEffects.isEmpty && report.gaps.isEmpty)
    #expect(facts.contains { $0.isSuppressed })
    #expect(facts.allSatisfy { !$0.isSuppressed || ($0.simulated == nil && $0.error == nil) })
  }

  @Test func theSummaryHidesFewToo() throws {
    let rows = (0..<100).map { index in
      Table.row(.country, index < 3 ? "iraq" : index < 20 ? "syria" : "somalia", in: Table.row(.person, "\(index)"))
    }
    let summary = try Table.read(Table.text(rows)).get().summary()
    let countries = summary.rows.filter { $0.attribute == "country" }
    let shares = Dictionary(uniqueKeysWithValues: countries.map { ($0.category, $0.participants) })
    #expect(shares["iraq"] == .hidden && shares["syria"] == .hidden && shares["somalia"] == .share(0.8))
    #expect(summary.source.rows == 100 && summary.source.fingerprint.count == 16)
  }
}
