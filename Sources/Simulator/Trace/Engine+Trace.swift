import PolicyCore

extension Engine {
  public func trace(
    _ plan: TracePlan, size: RunSize, cancellation: Cancellation, progress: @escaping @Sendable (RunProgress) -> Void
  ) throws -> (trace: LifeTrace, result: ComparisonResult) {
    try translatingErrors {
      guard microdata == nil || allowsIndividuals else { throw Self.individualsRefused }
      guard plan.replicate <= size.replicates else { throw Self.noSuchRun(plan.replicate, of: size.replicates) }
      let population = try population(persons: size.persons)
      let search = try TraceSearch(
        plan,
        run: ComparisonRun(
          ComparisonRun.traceQuestion(plan.scenarios), size: size, population: population,
          lowering: lowering(size.assumptions), clocks: clocks), catalogue: lowering.catalogue)
      var trace = try search.trace(cancellation: cancellation, progress: progress)
      trace.isOfMicrodata = microdata != nil
      let question = ComparisonPlan(scenarios: plan.scenarios, outcomes: [], clock: .calendar, years: [])
      var size = size
      size.replicates = 1
      return (trace, shown(ComparisonResult(plan: question, rows: [], size: size, intervals: []), of: population))
    }
  }

  private static var individualsRefused: EngineFailure {
    EngineFailure(
      Label(
        nb: "`trace` viser én persons liv, og personene er egne data. Bruk --allow-individuals hvis det kan vises.",
        en:
          "`trace` shows the life of one person, and the persons are own microdata. Use --allow-individuals if it may "
          + "be shown."))
  }

  private static func noSuchRun(_ replicate: Int, of replicates: Int) -> EngineFailure {
    EngineFailure(
      Label(
        nb: "Det er ingen kjøring \(replicate): spørsmål har \(replicates) her (--replicates).",
        en: "There is no run \(replicate): questions have \(replicates) here (--replicates)."))
  }
}

/// Finds the person of a `trace`, and makes the lives.
struct TraceSearch {
  let plan: TracePlan
  let run: ComparisonRun
  let catalogue: Catalogue
  private let lives: ComparisonRun.Lives
  private let settled: Settled

  /// - Parameter run: Of `ComparisonRun.traceQuestion`.
  init(_ plan: TracePlan, run: ComparisonRun, catalogue: Catalogue) {
    self.plan = plan
    self.run = run
    self.catalogue = catalogue
    lives = ComparisonRun.Lives(run, replicate: plan.replicate - 1)
    settled = Settled(run.settlement, scenarios: lives.scenarios, key: lives.key)
  }

  /// - Throws: `Cancelled`, and `EngineFailure` when there is no such person.
  func trace(cancellation: Cancellation, progress: @Sendable (RunProgress) -> Void) throws -> LifeTrace {
    switch plan.person {
    case .number(let number): return try trace(number)
    case .first(let condition, let isParted):
      let rules = try PersonRules(condition.map { [$0] } ?? [])
      for person in run.population.indices {
        if person % 64 == 0 {
          if cancellation.isCancelled { throw Cancelled() }
          progress(RunProgress(fraction: Double(person) / Double(run.population.count)))
        }
        let place = settled.place(person)
        guard
          condition == nil
            || rules.mask(
              run.population, PersonMoment(person, at: place.month, municipality: place.usual, oral: .unknown)) != 0
        else { continue }
        let views = views(of: person)
        guard !views[0].tracer.log.months.isEmpty else { continue }
        if isParted, Parting(views[0], views[1], settings: { _ in [] }) == nil { continue }
        return try trace(views)
      }
      throw nobody
    }
  }

  /// The lives of a person by the number.
  func trace(_ person: Int) throws -> LifeTrace {
    guard run.population.indices.contains(person) else { throw outside }
    let views = views(of: person)
    guard !views[0].tracer.log.months.isEmpty else { throw neverThere(person) }
    return try trace(views)
  }

  private func views(of person: Int) -> [LifeView] {
    run.trace(person, lives, settled).enumerated().map { scenario, tracer in
      LifeView(
        tracer, person, place: settled.place(person, scenario: scenario), simulator: lives.simulators[scenario],
        luck: PersonLuck(key: lives.key, person: UInt32(person)), years: plan.years)
    }
  }

  private func trace(_ views: [LifeView]) throws -> LifeTrace {
    let life = views[0]
    var parting: Parting?
    var withoutEffect: [ReachedSetting] = []
    if views.count > 1 {
      let reached = try SettingsReached(plan.scenarios, catalogue: catalogue, lives: views)
      parting = Parting(life, views[1], settings: reached.parting)
      if parting == nil { withoutEffect = reached.read(before: life.end) }
    }
    let population = run.population
    return LifeTrace(
      plan: plan, person: life.person, facts: life.facts,
      birth: ModelTime.start + Int(population.birthMonth[life.person]),
      arrival: ModelTime.start + Int(population.arrival[life.person]),
      lives: zip(plan.scenarios, views).map { scenario, view in
        TracedLife(
          scenario: scenario.name, events: view.events, years: run.years(of: view.tracer, before: view.end))
      }, parting: parting, withoutEffect: withoutEffect)
  }

  // MARK: Nobody

  private var outside: EngineFailure {
    let last = run.population.count - 1
    return EngineFailure(
      Label(
        nb: "Personene i denne kjøringen har numrene 0 til \(last).",
        en: "The persons of this run have the numbers 0 to \(last)."))
  }

  private func neverThere(_ number: Int) -> EngineFailure {
    EngineFailure(
      Label(
        nb: "Person \(number) er ikke mellom 18 og 67 år i Norge i noen måned som simuleres.",
        en: "Person \(number) is not between 18 and 67 years old in Norway in any month that is simulated."))
  }

  private var nobody: EngineFailure {
    guard case .first(_, let isParted) = plan.person, isParted else {
      return EngineFailure(
        Label(nb: "Ingen i denne kjøringen oppfyller betingelsen.", en: "Nobody in this run meets the condition."))
    }
    return EngineFailure(
      Label(
        nb: "Ingen i denne kjøringen har liv som skiller lag innen \(plan.years) år.",
        en: "Nobody in this run has lives that part within \(plan.years) years."))
  }
}
