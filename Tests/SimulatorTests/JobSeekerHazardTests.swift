import PolicyCore
import Stdlib
import Testing

@testable import Simulator

@Suite("Tabell 13")
struct JobSeekerHazardTests {
  private func hazard(model: Int) throws -> SeekerHazard {
    let table = try CSVTable(name: "table13.csv", text: try #require(Stdlib.text("data/table13.csv")))
    return try SeekerHazard(CoefficientTable(table, model: model), model: model)
  }

  @Test("one person's hazard, worked out by hand from the printed coefficients")
  func byHand() throws {
    let hazard = try hazard(model: 1)
    // A woman of 35 from Eritrea, asylum, unmarried, one child, five years of residence, not at NAV before 2010, primary
    // school, few health problems, unemployment 2–2.5 %, Hordaland, no owner, no student aid; month 3, after work practice:
    // −3.463 − 0.342 − 0.0681 + 0.493 + 0.0768 + 0 − 0.266 + 0.633 − 0.0775 + 0 + 0.105 + 0.0172 + 0.0141 + 1.235 = −1.6425
    let sum =
      hazard.constant + hazard.sex[1] + hazard.age[2] + hazard.country[1] + hazard.reason[2] + hazard.marital[0]
      + hazard.children[1] + hazard.residence[2] + hazard.education[0] + hazard.health[0] + hazard.unemployment[2]
      + hazard.county[Int(County.hordaland.rawValue)] + hazard.duration[SpellDuration.band(3)]
      + hazard.measure[MeasurePhase(timing: .after, measure: .workPractice, isLater: false, chain: nil).index]
    #expect(abs(sum + 1.6425) < 1e-9)
    // 1 − exp(−exp(−1.6425)) = 0.17599…: exp(−1.6425) = 0.193496, exp(−0.193496) = 0.824073.
    #expect(abs(1 - exp(-exp(sum)) - 0.175927) < 1e-5)
  }

  @Test("models differ as the table's columns do: rest terms in 3, chains in 2")
  func models() throws {
    let later = MeasurePhase(timing: .during, measure: .jobClub, isLater: true, chain: nil)
    #expect(try hazard(model: 3).measure[later.index] == -1.791)
    #expect(try hazard(model: 1).measure[later.index] == -0.415)
    let chain = MeasurePhase(
      timing: .during, measure: .wageSubsidy, isLater: true, chain: MeasureChain(.workPractice, then: .wageSubsidy))
    #expect(try hazard(model: 2).measure[chain.index] == 0.256)
    #expect(abs(try hazard(model: 1).frailtySD - 0.4651) < 1e-4)
  }

  @Test("a category that the table lacks is an error, never a zero")
  func missing() throws {
    let table = try CSVTable(
      name: "t", text: "model,group,key,coef,se,reference,line\n1,sex,man,0,,true,1\n1,sex,woman,-0.3,0.1,false,2\n")
    #expect(throws: DataError.self) { try SeekerHazard(CoefficientTable(table, model: 1), model: 1) }
    #expect(throws: DataError.self) { try CoefficientTable(table, model: 2) }
  }

  @Test("bands of duration and residence have no gaps")
  func bands() {
    #expect(
      (1...60).map(SpellDuration.band) == (1...24).map { $0 - 1 } + [24, 24, 24, 25, 25, 25, 26, 26, 26, 27, 27, 27]
        + [Int](repeating: 28, count: 6) + [Int](repeating: 29, count: 6) + [Int](repeating: 30, count: 12))
    #expect(SpellDuration.keys.count == 31)
  }
}
