import PolicyCore
import Stdlib
import Testing

@testable import Simulator

@Suite("Tabell 13 and 14")
struct NAVHazardTests {
  private func hazard(_ group: NAVGroup = .jobSeekers, model: Int) throws -> NAVHazard {
    let name = group == .jobSeekers ? "table13.csv" : "table14.csv"
    let table = try CSVTable(name: name, text: try #require(Stdlib.text("data/\(name)")))
    return try NAVHazard(CoefficientTable(table, model: model), group: group, model: model)
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

  @Test("reduced capacity, by hand from Tabell 14, model 3")
  func reducedByHand() throws {
    let hazard = try hazard(.reducedCapacity, model: 3)
    // A man of 45 from Iraq, family immigrant, married, three children, 12 years of residence, at NAV before 2010, upper
    // secondary, many health problems, unemployment 2.5–3 %, Oslo, owner; month 8, in a second measure, AFT:
    // −5.355 + 0 − 0.200 − 0.303 + 0.183 + 0.0975 + 0 + 0.958 + 0.142 + 0 − 0.723 − 0.0948 + 0 + 0.512 + 0.0423 − 1.678
    let phase = MeasurePhase(timing: .during, measure: .workPreparation, isLater: true, chain: nil)
    let sum =
      hazard.constant + hazard.sex[0] + hazard.age[3] + hazard.children[2] + hazard.marital[1] + hazard.country[2]
      + hazard.reason[1] + hazard.residence[4] + hazard.priorNAV[1] + hazard.education[1] + hazard.health[3]
      + hazard.unemployment[Int(UnemploymentBand.allCases[3].rawValue)] + hazard.county[Int(County.oslo.rawValue)]
      + hazard.housing[1] + hazard.duration[SpellDuration.band(8)] + hazard.measure[phase.index]
    #expect(abs(sum + 6.419) < 1e-9)
    #expect(hazard.frailtySD == 0)
  }

  @Test("a measure that a group does not have has no term; cutting terms keeps the others")
  func terms() throws {
    let seekers = try hazard(model: 3)
    let aft = MeasurePhase(timing: .after, measure: .workPreparation, isLater: false, chain: nil)
    #expect(seekers.measure[aft.index].isNaN)
    let reduced = try hazard(.reducedCapacity, model: 3)
    // Measures of a program are in no table.
    let own = 4 * Simulator.Measure.own.count
    #expect(reduced.measure.filter(\.isNaN).count == 2 * MeasureChain.count + own)
    let during = MeasurePhase(timing: .during, measure: .amoCourse, isLater: true, chain: nil)
    let after = MeasurePhase(timing: .after, measure: .amoCourse, isLater: true, chain: nil)
    let cut = reduced.without(during: true, after: false)
    #expect(cut.measure[during.index] == 0 && cut.measure[after.index] == reduced.measure[after.index])
    let other = reduced.without(during: false, after: true)
    #expect(other.measure[during.index] == reduced.measure[during.index] && other.measure[after.index] == 0)
  }

  @Test("a category that the table lacks is an error, never a zero")
  func missing() throws {
    let table = try CSVTable(
      name: "t", text: "model,group,key,coef,se,reference,line\n1,sex,man,0,,true,1\n1,sex,woman,-0.3,0.1,false,2\n")
    #expect(throws: DataError.self) { try NAVHazard(CoefficientTable(table, model: 1), group: .jobSeekers, model: 1) }
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
