import PolicyCore
import PolicyLang
import Testing

@testable import Simulator

/// Measures that a program declares.
@Suite("Own measures")
struct OwnMeasureTests {
  private static let size = RunSize(persons: 20_000, replicates: 2, seed: 3, threads: 2)

  /// A scenario that gives a measure of these numbers places, or a share.
  private static func scenario(
    _ name: String = "own", who: String = "job_seekers", during: Double = 0, after: Double = 0, months: Int = 6,
    cost: Int = 0, benefit: String = "measure_allowance", intake: String = "places 0 to 90 000 persons",
    line: String = "course.places = 3 000 persons"
  ) throws -> ScenarioPlan {
    let checked = TestEngine.check(
      """
      measure course
        who \(who)
        effect during = \(during) (se: 0.2) on log_hazard(job), assumed "a test"
        effect after = \(after) (se: 0.2) on log_hazard(job), assumed "a test"
        length = \(months) months, rule "a test"
        cost = \(cost) kr(2018) per month, rule "a test"
        \(intake)
        benefit \(benefit)
      end
      scenario \(name) from baseline
        \(line)
      end
      """)
    let problems = checked.diagnostics.map(\.title)
    #expect(problems.isEmpty)
    let plan = checked.environment.scenarios[name]?.plan
    return try #require(plan)
  }

  /// Every life of a scenario, with its starts found as a comparison finds them.
  private static func lives(
    _ plan: ScenarioPlan, engine: Engine, persons: Int = 20_000, _ body: (Int, LifeLog, LoweredScenario) -> Void
  ) throws {
    let population = try engine.population(persons: persons)
    let lowered = try engine.lowering.lower(plan, population: population)
    let key = StreamKey(seed: 3, replicate: 0)
    let settled = Settled(SettlementStep(population), scenarios: [lowered], key: key)
    let horizon = ModelTime.month(2020, 1)
    let filling = PlaceFilling(
      population: population, clocks: engine.clocks, horizon: horizon, threads: 2, cancellation: Cancellation())
    let scenario = try filling.filled(lowered, place: { settled.place($0) }, key: key).scenario
    let simulator = LifeSimulator(
      population: population, variants: scenario.variants, starts: scenario.starts, clocks: engine.clocks,
      horizon: horizon)
    var log = LifeLog()
    for person in population.indices {
      simulator.live(
        person, luck: PersonLuck(key: key, person: UInt32(person)), settlement: settled.place(person), observer: &log)
      body(person, log, scenario)
    }
  }

  private static func differences(
    _ scenarios: [ScenarioPlan], _ outcomes: [OutcomeSlot], engine: Engine? = nil
  ) throws -> [Double] {
    TestEngine.differences(
      try TestEngine.answer(
        [TestEngine.baseline] + scenarios, outcomes: outcomes, clock: .calendar, years: [2012, 2016], cohorts: nil,
        size: size, engine: engine))
  }

  @Test("a measure that nobody is given, or with no places, changes nothing, to the bit")
  func nothing() throws {
    let used = try Self.scenario(during: -2, after: 2, cost: 50_000)
    var known = TestEngine.baseline.knowing(used.measures)
    known.name = "known"
    var none = known
    none.name = "none"
    none.settings.append(LeverSetting(slot: "course.places", value: .quantity(Quantity(0, .persons))))
    let outcomes: [OutcomeSlot] = [.employed, .jobSeeker, .reducedCapacity, .publicCost, .labourIncome]
    let differences = try Self.differences([known, none], outcomes)
    #expect(differences.count == 20 && differences.allSatisfy { $0 == 0 })
    #expect(try Self.differences([used], [.employed]).contains { $0 != 0 })
  }

  @Test("what it does after is gained, and what it does during is lost")
  func effects() throws {
    let engine = try TestEngine.make()
    let helpful = try Self.differences([try Self.scenario(after: 2)], [.employed], engine: engine)
    #expect(helpful.allSatisfy { $0 > 0.002 }, "\(helpful)")
    let locking = try Self.differences([try Self.scenario(during: -2.5)], [.employed], engine: engine)
    #expect(locking.allSatisfy { $0 < -0.001 }, "\(locking)")
  }

  @Test("for reduced work capacity as for job seekers, and for no others")
  func groups() throws {
    let engine = try TestEngine.make()
    for (who, group) in [("job_seekers", NAVGroup.jobSeekers), ("reduced_capacity", .reducedCapacity)] {
      var months = 0
      try Self.lives(try Self.scenario(who: who), engine: engine) { _, log, _ in
        for time in log.measures where Simulator.Measure.own.contains(time.measure) {
          months += time.end - time.start
          let spell = log.spells.first { $0.start <= time.start && time.end <= $0.end }
          #expect(spell?.group == group)
        }
      }
      #expect(months > 0)
    }
  }

  @Test("persons are on one measure at a time, and on each of the program once a spell")
  func oneAtATime() throws {
    let engine = try TestEngine.make()
    var starts = 0
    try Self.lives(try Self.scenario(line: "course.places = 40 000 persons"), engine: engine) { _, log, _ in
      for (earlier, later) in zip(log.measures, log.measures.dropFirst()) { #expect(earlier.end <= later.start) }
      for spell in log.spells {
        let own = log.measures.filter { $0.measure == .own1 && spell.start <= $0.start && $0.end <= spell.end }
        #expect(own.count <= 1)
        starts += own.count
      }
    }
    #expect(starts > 100)
  }

  @Test("as many start in a year as there are places, also dated ones and beside another measure")
  func places() throws {
    let engine = try TestEngine.make()
    let weight = Double(try engine.population(persons: 20_000).weight)
    for (line, who, years) in [
      ("course.places = 3 000 persons", "job_seekers, reduced_capacity", 2011...2018),
      ("course.places = 2 000 persons from 2014-01", "job_seekers", 2014...2018),
      ("course.places = 1 000 persons", "job_seekers for persons where sex is woman and age < 40", 2011...2018),
    ] {
      var byYear: [Int: Double] = [:]
      try Self.lives(try Self.scenario(who: who, after: 1, line: line), engine: engine) { _, log, _ in
        for time in log.measures where time.measure == .own1 {
          byYear[ModelTime.year(of: time.start), default: 0] += weight
        }
      }
      let asked = line.contains("3 000") ? 3000.0 : line.contains("2 000") ? 2000 : 1000
      let mean = years.reduce(0) { $0 + (byYear[$1] ?? 0) } / Double(years.count)
      // Chance alone moves a mean of some 500 starts in the sample by 4 %.
      #expect(abs(mean / asked - 1) < 0.12, "\(line): \(mean)")
      if line.contains("2014") { #expect(byYear.keys.allSatisfy { $0 >= 2014 }) }
    }
  }

  @Test("places that nobody can take are told of")
  func unfilled() throws {
    let many = try Self.scenario(line: "course.places = 90 000 persons")
    let few = try Self.scenario(line: "course.places = 1 000 persons")
    func notes(_ plan: ScenarioPlan) throws -> [Label] {
      try TestEngine.answer(
        [TestEngine.baseline, plan], clock: .calendar, years: [2016], cohorts: nil, size: Self.size
      )
      .notes
    }
    #expect(try notes(many).contains { $0.en.contains("are filled") })
    #expect(try notes(few).isEmpty)
  }

  @Test("whom its condition leaves out lives the same life")
  func eligibility() throws {
    let engine = try TestEngine.make()
    let population = try engine.population(persons: 20_000)
    func states(_ plan: ScenarioPlan) throws -> [Bool] {
      try engine.states(plan, persons: 20_000, seed: 3, month: Month(year: 2016, month: 6)).map(\.isEmployed)
    }
    let today = try states(TestEngine.baseline)
    let own = try states(try Self.scenario(who: "job_seekers for persons where sex is woman", after: 2))
    #expect(own != today)
    #expect(population.indices.allSatisfy { population.sex[$0] == .woman || own[$0] == today[$0] })
  }

  @Test("every month costs what it says, and every krone that is paid is received")
  func cost() throws {
    let engine = try TestEngine.make()
    for (benefit, flow) in [("measure_allowance", Flow.measures), ("wages", .wageSubsidies), ("none", .measures)] {
      let plan = try Self.scenario(cost: 14_000, benefit: benefit)
      var free = plan
      free.parameters["course.cost"] = 0
      let population = try engine.population(persons: 20_000)
      let unpriced = try engine.lowering.lower(free, population: population).accounts
      let range = ModelTime.month(2012, 1)..<ModelTime.month(2018, 1)
      var (months, paid, allowances) = (0, 0.0, 0.0)
      try Self.lives(plan, engine: engine) { person, log, scenario in
        let own = log.measures.filter { $0.measure == .own1 }.reduce(0) {
          $0 + max(0, min($1.end, range.upperBound) - max($1.start, range.lowerBound))
        }
        guard own > 0 else { return }
        months += own
        let luck = PersonLuck(key: StreamKey(seed: 3, replicate: 0), person: UInt32(person))
        func ledger(_ model: AccountModel) -> Ledger {
          var ledger = Ledger()
          PublicAccounts(
            person: PersonAccounts(log, model: model, isParticipant: population.isParticipant[person], luck: luck),
            budget: model.budget, birth: Int(population.birthMonth[person]), arrival: Int(population.arrival[person]),
            isRefugee: false, benefitUniform: unit(luck.words(.assistance, 0).y)
          ).add(range, to: &ledger)
          return ledger
        }
        let (with, without) = (ledger(scenario.accounts), ledger(unpriced))
        paid += with[flow] - without[flow]
        allowances += with[.measureAllowance]
        let sum = Sector.allCases.reduce(0) { $0 + with.net($1) }
        #expect(abs(sum) < 1e-6)
      }
      #expect(months > 100 && abs(paid - 14_000 * Double(months)) < 1e-3 * paid)
      if benefit == "measure_allowance" { #expect(allowances > 0) }
    }
  }

  @Test("the same to the bit on one thread and on two")
  func threads() throws {
    let plan = try Self.scenario(during: -0.5, after: 0.7)
    let results = try [1, 2].map { threads in
      var size = Self.size
      size.threads = threads
      return try TestEngine.answer(
        [TestEngine.baseline, plan], outcomes: [.employed, .publicCost], clock: .calendar, years: [2016], cohorts: nil,
        size: size
      ).rows
    }
    #expect(results[0] == results[1])
  }

  @Test("who can start all year does so with the probability of the share; a share can be one for some")
  func share() throws {
    let engine = try TestEngine.make()
    let plan = try Self.scenario(
      intake: "share 0 to 90 %", line: "course.share = 40 % for persons where sex is woman")
    let population = try engine.population(persons: 20_000)
    let scenario = try engine.lowering.lower(plan, population: population)
    let key = StreamKey(seed: 3, replicate: 0)
    let settled = Settled(SettlementStep(population), scenarios: [scenario], key: key)
    let simulator = LifeSimulator(
      population: population, variants: scenario.variants, clocks: engine.clocks, horizon: ModelTime.month(2020, 1))
    var starts = Starts()
    for person in population.indices {
      simulator.live(
        person, luck: PersonLuck(key: key, person: UInt32(person)), settlement: settled.place(person), observer: &starts
      )
      if population.sex[person] == .man { #expect(starts.person == 0) }
      starts.person = 0
    }
    let monthly = Double(starts.begun) / Double(starts.possible)
    #expect(starts.begun > 200 && abs(1 - pow(1 - monthly, 12) - 0.4) < 0.06, "\(monthly)")
  }

  @Test("its numbers are drawn with its standard error, others by their range, and what is assumed is not drawn")
  func draws() throws {
    var plan = try Self.scenario(after: 0.4)
    let drawn = try (0..<2000).map { replicate in
      try OwnMeasures(plan, stream: ParameterStream(key: StreamKey(seed: 1, replicate: UInt32(replicate)), attempt: 0))
        .open[0]
    }
    let after = drawn.map(\.after)
    let mean = after.reduce(0, +) / 2000
    let spread = (after.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 1999).squareRoot()
    #expect(abs(mean - 0.4) < 0.02 && abs(spread - 0.2) < 0.02)
    #expect(drawn.allSatisfy { $0.months == 6 })
    plan.parameters["course.effect_after"] = 1
    let stream = ParameterStream(key: StreamKey(seed: 1, replicate: 0), attempt: 0)
    #expect(try OwnMeasures(plan, stream: stream).open[0].after == 1)
  }
}

/// Counts the months in which somebody could start, and the starts.
private struct Starts: LifeObserver {
  static var wantsStarts: Bool { true }
  static var wantsMeasures: Bool { true }

  var possible = 0
  var begun = 0
  var person = 0
  private var last = Int.min

  mutating func begin(_ person: Int, settlement: Int) { last = Int.min }
  mutating func enter(_ state: WorkState, at month: Int) {}
  mutating func end(at month: Int) {}
  mutating func couldStart(_ measure: OwnMeasure, at month: Int) { possible += 1 }

  mutating func onMeasure(_ measure: Simulator.Measure, at month: Int) {
    guard measure == .own1 else { return }
    if month != last + 1 {
      begun += 1
      person += 1
    }
    last = month
  }
}
