import PolicyCore

/// Puts questions to the engine, each only once.
struct Questioner: Sendable {
  var engine: LazyEngine
  var cache: AnswerCache
  var catalogue: Catalogue
  var size: RunSize
  var cancellation: Cancellation
  var progress: @Sendable (RunProgress) -> Void

  /// The bare answer of the engine.
  ///
  /// - Throws: `Cancelled`, `EngineFailure`.
  func answer(_ plan: ComparisonPlan, size: RunSize? = nil) throws -> ComparisonResult {
    let size = size ?? self.size
    let key = AnswerCache.Key(plan: plan, size: size, parameters: catalogue.modelParameters)
    if let known = cache[key] { return known }
    if cancellation.isCancelled { throw Cancelled() }
    let answer = try engine.engine(for: catalogue)
      .answer(plan, size: size, cancellation: cancellation, progress: progress)
    cache[key] = answer
    return answer
  }

  /// The answer of the engine or, when a larger question has been answered, that answer.
  func answer(covering plan: ComparisonPlan) throws -> ComparisonResult {
    let key = AnswerCache.Key(plan: plan, size: size, parameters: catalogue.modelParameters)
    return try cache.answer(covering: key) ?? answer(plan)
  }

  /// The answer to a `compare`, with what the difference rests on and the remarks that belong to it.
  func compare(
    _ plan: ComparisonPlan, _ plots: [YearsPlot] = [], withEvidence: Bool
  ) throws -> ComparisonResult {
    let first = part(0, of: withEvidence && plan.scenarios.count > 1 ? 2 : 1)
    let divisions = plots.compactMap(\.by).unique.filter { [$0] != plan.by }
    var result = try first.part(0, of: divisions.count + 1).answer(plan)
    for (index, by) in divisions.enumerated() {
      var question = plan
      question.outcomes = plots.filter { $0.by == by }.map(\.outcome).unique
      question.by = [by]
      let answer = try first.part(index + 1, of: divisions.count + 1).answer(question)
      result.rows += answer.rows.filter { !$0.group.isEmpty }
    }
    result.notes += notes(for: result)
    if withEvidence {
      let (evidence, notes) = try part(1, of: 2).attributeToGrades(result)
      result.evidence = evidence
      result.notes += notes
    }
    return result
  }

  /// The remarks that belong under an answer.
  func notes(for result: ComparisonResult) -> [Label] {
    // Own persons are the population that is asked about, unless only some of the rows were taken.
    let isSample = result.microdata.map { size.persons < $0.rows } ?? true
    return [
      Self.movedClockNote(result.plan, catalogue), isSample ? Self.smallSampleNote(size) : nil, Self.drawsNote(size),
    ].compactMap { $0 }
  }

  /// The same questioner for one of several runs, so that progress counts them all.
  func part(_ index: Int, of count: Int) -> Questioner {
    part(from: Double(index) / Double(max(count, 1)), to: Double(index + 1) / Double(max(count, 1)))
  }

  /// The same questioner for a run that takes the progress from one fraction to another.
  func part(from start: Double, to end: Double) -> Questioner {
    var part = self
    part.progress = { [progress] run in
      progress(RunProgress(fraction: start + run.fraction * (end - start), scenarios: run.scenarios))
    }
    return part
  }

  /// That few persons are a sample whose own error no interval covers; `nil` when there are many.
  static func smallSampleNote(_ size: RunSize) -> Label? {
    guard size.persons < 20_000 else { return nil }
    return Label(
      nb:
        "Obs: så få personer er et lite utvalg av befolkningen. Andeler kan ligge flere prosentpoeng feil, beløp og antall "
        + "flere prosent, og intervallet dekker ikke det.",
      en:
        "Note: so few persons are a small sample of the population. Shares can be several percentage points off, amounts "
        + "and counts several per cent, and the interval does not cover that.")
  }

  /// That the values of drawn parameters are means over the draws; `nil` when parameters are not drawn.
  static func drawsNote(_ size: RunSize) -> Label? {
    guard size.uncertainty == .parameters else { return nil }
    return Label(
      nb:
        "Hver kjøring har sine egne parametre: tallene er gjennomsnitt over dem, ikke svaret ved de oppgitte verdiene.",
      en: "Every run has parameters of its own: the numbers are means over them, not the answer at the declared values."
    )
  }

  /// Why levels on this clock cannot be compared between scenarios; `nil` when they can.
  ///
  /// A clock that many levers move is doubtful whatever differs; settlement is moved only by levers that say so.
  static func movedClockNote(_ plan: ComparisonPlan, _ catalogue: Catalogue) -> Label? {
    guard Set(plan.scenarios.map(\.settings)).count > 1 else { return nil }
    let moving = leversMovingSettlement(plan, catalogue)
    let isSettlement = plan.clock == .settlement && !moving.isEmpty
    guard plan.clock.canBeMovedByLevers || isSettlement else { return nil }
    let names = moving.map { "`\($0)`" }.joined(separator: ", ")
    let clock = moving.isEmpty ? "settlement" : "arrival"
    return Label(
      nb:
        "Obs: \(isSettlement ? names : "et virkemiddel") kan flytte nullpunktet på denne klokka, så scenarioene følger "
        + "ulike personer fra ulike tidspunkter. En forskjell her er ikke en virkning; sammenlign med `since \(clock)`.",
      en:
        "Note: \(isSettlement ? names : "a lever") can move the start of this clock, so the scenarios follow different "
        + "persons from different times. A difference here is no effect; compare with `since \(clock)`.")
  }

  /// The levers that move settlement and differ between scenarios.
  private static func leversMovingSettlement(_ plan: ComparisonPlan, _ catalogue: Catalogue) -> [String] {
    catalogue.levers.filter { lever in
      lever.movesSettlement && lever.slot == lever.name
        && Set(plan.scenarios.map { $0.settings.filter { $0.slot == lever.slot } }).count > 1
    }.map(\.name)
  }
}
