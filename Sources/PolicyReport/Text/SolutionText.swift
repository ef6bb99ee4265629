import PolicyCore

/// Which settings reach a goal, in words and with what was simulated.
struct SolutionText {
  var solution: Solution
  var result: ComparisonResult
  var seconds: Double?
  var names: Names
  var style: TextStyle

  init(_ solution: Solution, _ result: ComparisonResult, seconds: Double?, catalogue: Catalogue, style: TextStyle) {
    self.solution = solution
    self.result = result
    self.seconds = seconds
    self.style = style
    names = Names(catalogue: catalogue, language: style.language)
  }

  private var plan: SolvePlan { solution.plan }

  var text: String {
    let left = "  \(plan.lever.name) " + style.say(nb: "i", en: "of") + " \(plan.scenario.name)"
    let head = [style.heading(left, RunText(result, style).text(seconds: seconds)), style.wrap(goal)]
    let notes = RunText(result, style).notes
    let evidence = EvidenceText(result, names, style, head: evidenceHead).paragraphs
    let below =
      [RunText(result, style).legend(of: judged, names)].map { style.wrap($0) }
      + notes + evidence
    return (head + sentences.map { style.wrap($0) } + table + below.map { style.paint($0, .dim) })
      .joined(separator: "\n")
  }

  /// The numbers that the goal is about: levels, or differences from the other scenario.
  private var judged: [ResultRow] { result.rows.filter { ($0.base == nil) == (plan.other == nil) } }

  /// The goal as it was written.
  private var goal: String {
    let text = plan.goal.text
    return text.firstRange(of: " so that ").map { String(text[$0.upperBound...]) } ?? text
  }

  private func shown(_ setting: Double) -> String { plan.lever.shown(setting, in: style.language) }

  private var range: String { between(shown(plan.low), shown(plan.high)) }

  private func between(_ low: String, _ high: String) -> String {
    low == high ? low : style.say(nb: "\(low) til \(high)", en: "\(low) to \(high)")
  }

  private var evidenceHead: String? {
    result.evidence.isEmpty
      ? nil
      : result.evidence.keys.first.flatMap { name in
        solution.points.map { LeverPoint(plan.scenario, [.init(lever: plan.lever, number: $0.setting)]) }
          .first { $0.name == name }
      }.map { $0.shown(in: style.language) + ", " + names.year(plan.goal.year, on: plan.goal.clock) }
  }

  // MARK: - The answer

  private var sentences: [String] {
    switch solution.status {
    case .undecided: [solution.remark?[style.language] ?? ""]
    case .notMonotone: [notMonotone]
    case .nowhere: [nowhere, ruledOut].compactMap { $0 }
    case .found, .everywhere: found
    }
  }

  private var notMonotone: String {
    style.say(
      nb: "Ikke entydig: utfallet både stiger og faller fra \(range), mer enn intervallene rommer. "
        + "Se tallene under, og spør om en del av området der det går én vei.",
      en: "Not monotone: the outcome both rises and falls from \(range), by more than the intervals allow for. "
        + "See the numbers below, and ask about a part of the range in which it goes one way.")
  }

  private var nowhere: String {
    let nearest = solution.nearest.map { setting in
      style.say(nb: " Nærmest kommer \(shown(setting))", en: " The nearest is \(shown(setting))") + ": "
        + measured(at: setting) + "."
    }
    return style.say(
      nb: "Ingen innstilling fra \(range) når målet.", en: "No setting from \(range) meets the goal.") + (nearest ?? "")
  }

  /// What keeps an answer of `nowhere` from being certain.
  private var ruledOut: String? {
    let touching = solution.points.filter { point in
      guard let low = point.estimate?.low, let high = point.estimate?.high else { return false }
      return high >= plan.goal.lower ?? -.infinity && low <= plan.goal.upper ?? .infinity
    }.map(\.setting)
    guard let first = touching.first, let last = touching.last else { return nil }
    let settings = between(shown(first), shown(last))
    return style.say(
      nb: "Helt utelukket er det ikke: intervallet når målet ved \(settings).",
      en: "It is not ruled out: the interval reaches the goal at \(settings).")
  }

  private var found: [String] {
    guard let from = solution.from, let to = solution.to else { return [] }
    let low = shown(from.setting)
    let high = shown(to.setting)
    let first =
      solution.status == .everywhere
      ? style.say(
        nb: "Alle innstillinger fra \(range) når målet.", en: "Every setting from \(range) meets the goal.")
      : style.say(nb: "Målet nås fra \(low)", en: "The goal is met from \(low)")
        + (from.isEndOfRange ? endOfRange : "") + style.say(nb: " til \(high)", en: " to \(high)")
        + (to.isEndOfRange ? endOfRange : "") + "."
    let edges = [(from, true), (to, false)].filter { !$0.0.isEndOfRange || !isCertain($0.0, isStart: $0.1) }
    return [first] + edges.map { edge($0.0, isStart: $0.1) }
  }

  private var endOfRange: String { style.say(nb: " (enden av området)", en: " (the end of the range)") }

  /// Whether the whole interval reaches the goal at the end of the range.
  private func isCertain(_ edge: Solution.Edge, isStart: Bool) -> Bool {
    (isStart ? edge.high : edge.low) == edge.setting
  }

  /// The number at an end of the solution, and between which settings the end lies.
  private func edge(_ edge: Solution.Edge, isStart: Bool) -> String {
    let at = style.say(nb: "Ved ", en: "At ") + shown(edge.setting) + ": " + measured(at: edge.setting) + ". "
    let low = edge.low.map(shown) ?? style.say(nb: "under \(shown(plan.low))", en: "below \(shown(plan.low))")
    let high = edge.high.map(shown) ?? style.say(nb: "over \(shown(plan.high))", en: "above \(shown(plan.high))")
    if edge.low != nil, edge.low == edge.high {
      return at
        + style.say(
          nb: "Intervallet avgjør det: grensen er \(low).", en: "The interval settles it: the limit is \(low).")
    }
    return at
      + style.say(
        nb:
          "Grensen ligger et sted fra \(low) til \(high); der imellom kan den ikke skilles ut på grunn av intervallet.",
        en: "The limit lies somewhere from \(low) to \(high); within these it cannot be told, because of the interval.")
  }

  /// `difference 2.03 pp, 95 % interval 1.60 to 2.40`.
  private func measured(at setting: Double) -> String {
    ExpectationText(
      ExpectationResult(
        id: "", place: plan.goal.place, text: "", status: .undecided, estimate: solution.estimate(at: setting),
        unit: plan.goal.unit, lower: nil, upper: nil, replicates: result.size.replicates,
        terms: plan.other.map { [TermValue(scenario: $0.name, estimate: nil)] } ?? []), style: style
    ).measured
  }

  // MARK: - What was simulated

  /// The coarse grid, and the settings that the answer names.
  private var table: [String] {
    let named = [solution.from, solution.to].compactMap { $0 }.flatMap { [$0.low, $0.setting, $0.high] }
    let shownPoints = solution.points.filter { $0.isOfGrid || named.contains($0.setting) }
    let text = EstimateText(plan.goal.unit, style)
    let isDifference = plan.other != nil
    let symbol = isDifference ? "" : " " + plan.goal.unit.shortSymbol(in: style.language)
    let rows = shownPoints.map { point in
      let cell =
        point.estimate.map {
          isDifference ? text.difference($0) : text.level($0, symbol: symbol, showsInterval: true)
        } ?? Grid.Cell("..")
      return Grid.Row(label: shown(point.setting), cells: [cell])
    }
    let head =
      isDifference
      ? style.say(nb: "forskjell, ", en: "difference, ") + plan.goal.unit.shortSymbol(in: style.language)
      : style.say(nb: "nivå", en: "level")
    return Grid(headers: [head], rows: rows).lines(columns: [0], style: style)
  }
}
