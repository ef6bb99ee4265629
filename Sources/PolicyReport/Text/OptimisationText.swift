import PolicyCore

/// The best setting in words, and what was tried as a table.
struct OptimisationText {
  var search: Optimisation
  var result: ComparisonResult
  var seconds: Double?
  var names: Names
  var style: TextStyle

  init(_ search: Optimisation, _ result: ComparisonResult, seconds: Double?, catalogue: Catalogue, style: TextStyle) {
    self.search = search
    self.result = result
    self.seconds = seconds
    self.style = style
    names = Names(catalogue: catalogue, language: style.language)
  }

  private var plan: OptimisationPlan { search.plan }

  var text: String {
    let levers = plan.axes.map(\.lever.name).joined(separator: style.say(nb: " og ", en: " and "))
    let left = "  \(levers) " + style.say(nb: "i", en: "of") + " \(plan.scenario.name)"
    let head = [style.heading(left, RunText(result, style).text(seconds: seconds))] + question.map { style.wrap($0) }
    let notes = RunText(result, style).notes
    let evidence = EvidenceText(result, names, style, head: evidenceHead).paragraphs
    let below = [style.wrap(legend)] + notes + evidence
    return (head + sentences.map { style.wrap($0) } + table.lines + below.map { style.paint($0, .dim) })
      .joined(separator: "\n")
  }

  private var table: OptimisationTable { OptimisationTable(search, names, style) }

  /// The goal and the conditions as they were written, with the year and the persons that they are about.
  private var question: [String] {
    let aim =
      plan.aim == .maximise
      ? style.say(nb: "Størst mulig: ", en: "Maximise: ") : style.say(nb: "Minst mulig: ", en: "Minimise: ")
    return [aim + written(plan.objective)]
      + plan.conditions.map { style.say(nb: "Vilkår: ", en: "Condition: ") + written($0.measured) }
  }

  private func written(_ term: MeasuredTerm) -> String {
    let about = [term.clock.inWords(year: term.year)[style.language]] + names.persons(of: term.frame)
    return term.text + " (" + about.joined(separator: ", ") + ")"
  }

  private var legend: String {
    let judged = result.rows.filter { ($0.base == nil) == (plan.objective.term.other(than: plan.scenario) == nil) }
    return ([RunText(result, style).legend(of: judged, names)] + table.legend).filter { !$0.isEmpty }
      .joined(separator: " · ")
  }

  private var evidenceHead: String? {
    guard let name = result.evidence.keys.first,
      let point = search.trials.map(\.point).first(where: { $0.name == name })
    else { return nil }
    return [
      point.shown(in: style.language), plan.conditions.isEmpty ? nil : names.outcome(plan.objective.outcome),
      names.year(plan.objective.year, on: plan.objective.clock),
    ].compactMap { $0 }.joined(separator: ", ")
  }

  // MARK: - The answer

  private var sentences: [String] {
    switch search.status {
    case .undecided: [search.remark?[style.language] ?? ""]
    case .nowhere: nowhere
    case .found:
      [best, ties].compactMap { $0 } + conditions + certainty + [nothingToWeigh, ends, howFar].compactMap { $0 }
    }
  }

  private var tried: String {
    let number = NumberFormat(style.language)
    let (tried, all) = (number.integer(search.trials.count), number.integer(plan.settingCount))
    if search.trials.count == plan.settingCount {
      return style.say(nb: "alle de \(all) innstillingene", en: "all \(all) settings")
    }
    return style.say(
      nb: "de \(tried) innstillingene som er prøvd (av \(all))", en: "the \(tried) settings tried (of \(all))")
  }

  private func shown(_ trial: Optimisation.Trial) -> String { trial.shown(in: style.language) }

  private var best: String {
    guard let best = search.best else { return "" }
    return style.say(nb: "Best av ", en: "Best of ") + tried + ": " + shown(best) + ". "
      + names.outcome(plan.objective.outcome).capitalisedFirst + ": " + measured(best.objective, plan.objective) + "."
  }

  /// Whether the best setting meets each condition, one by one.
  private var conditions: [String] {
    guard let best = search.best else { return [] }
    return zip(plan.conditions, best.conditions).map { condition, estimate in
      let isCertain = estimate.map { condition.status(of: $0) == .passed } ?? false
      let verdict =
        isCertain
        ? style.say(nb: "Vilkåret holder med sikkerhet", en: "The condition holds with certainty")
        : style.say(
          nb: "Vilkåret holder, men ikke med sikkerhet, siden intervallet går over grensen",
          en: "The condition holds, but not with certainty, since the interval crosses the bound")
      return verdict + " (" + names.outcome(condition.outcome) + ": " + measured(estimate, condition.measured) + ")."
    }
  }

  private var certainty: [String] {
    guard let best = search.best, best.standing != .holds else { return [] }
    guard let certain = search.certain else {
      return [
        style.say(
          nb: "Ingen innstilling som er prøvd, oppfyller vilkårene med sikkerhet.",
          en: "No setting that was tried meets the conditions with certainty.")
      ]
    }
    return [
      style.say(
        nb: "Best av dem som oppfyller vilkårene med sikkerhet: ",
        en: "Best of those that meet the conditions with certainty: ")
        + shown(certain) + ", " + measured(certain.objective, plan.objective) + "."
    ]
  }

  private var ties: String? {
    guard search.trials.count > 1 else { return nil }
    let ties = search.ties
    if ties.isEmpty {
      return style.say(
        nb: "Alle andre som er prøvd, kan skilles fra den.", en: "All others that were tried can be told from it.")
    }
    return style.say(nb: "Kan ikke skilles fra den: ", en: "Cannot be told apart from it: ") + list(ties) + "."
  }

  private func list(_ trials: [Optimisation.Trial]) -> String {
    let most = 12
    let more = trials.count - most
    let shown = trials.prefix(most).map(self.shown).joined(separator: plan.axes.count > 1 ? "; " : ", ")
    return more > 0 ? shown + style.say(nb: " og \(more) til", en: " and \(more) more") : shown
  }

  /// That goal and conditions do not pull in different directions.
  private var nothingToWeigh: String? {
    guard !plan.conditions.isEmpty, search.trials.count > 1, search.front.count == 1 else { return nil }
    return style.say(
      nb: "Ingen annen er bedre i noe, så her er det ikke noe å veie mot hverandre.",
      en: "No other is better in anything, so there is nothing to weigh against each other.")
  }

  /// That the range, not the outcome, ends where the best setting is.
  private var ends: String? {
    guard let best = search.best, !search.ties.contains(where: { $0.point != best.point && isInside($0) }) else {
      return nil
    }
    let atEnd = zip(best.point.settings, plan.axes).filter { setting, axis in
      axis.numbers.count > 1 && (setting.number == axis.numbers.first || setting.number == axis.numbers.last)
    }.map { $0.0.lever.name }
    guard !atEnd.isEmpty else { return nil }
    let levers = atEnd.joined(separator: style.say(nb: " og ", en: " and "))
    return style.say(
      nb: "\(levers) står ved enden av området: utenfor det kan noe være bedre.",
      en: "\(levers) is at the end of its range: beyond it something may be better.")
  }

  private func isInside(_ trial: Optimisation.Trial) -> Bool {
    zip(trial.point.settings, plan.axes).allSatisfy { setting, axis in
      setting.number != axis.numbers.first && setting.number != axis.numbers.last
    }
  }

  private var howFar: String? {
    guard search.trials.count < plan.settingCount else { return nil }
    return style.say(
      nb:
        "Søket begynner med et grovt nett og går nærmere den beste: mellom punktene i nettet kan det finnes en bedre.",
      en:
        "The search starts from a coarse grid and closes in on the best: between the points of the grid a better one is "
        + "possible.")
  }

  private var nowhere: [String] {
    let first =
      style.say(nb: "Ingen av ", en: "None of ") + tried
      + style.say(
        nb: plan.conditions.count > 1 ? " oppfyller alle vilkårene." : " oppfyller vilkåret.",
        en: plan.conditions.count > 1 ? " meets all conditions." : " meets the condition.")
    let nearest = search.nearest.map { trial in
      style.say(nb: "Nærmest kommer ", en: "The nearest is ") + shown(trial) + ": "
        + zip(plan.conditions, trial.conditions).map { condition, estimate in
          names.outcome(condition.outcome) + ", " + measured(estimate, condition.measured)
        }.joined(separator: "; ") + "."
    }
    let touching = search.trials.filter { $0.standing == .open }
    let open = style.say(
      nb: "Helt utelukket er det ikke: intervallet når grensen ved \(list(touching)).",
      en: "It is not ruled out: the interval reaches the bound at \(list(touching)).")
    return [first, nearest, touching.isEmpty ? nil : open, howFar].compactMap { $0 }
  }

  /// `difference 2.03 pp, 95 % interval 1.60 to 2.40`.
  private func measured(_ estimate: Estimate?, _ term: MeasuredTerm) -> String {
    ExpectationText(
      ExpectationResult(
        id: "", place: Place(file: "", line: 1, column: 1), text: "", status: .undecided, estimate: estimate,
        unit: term.unit, lower: nil, upper: nil, replicates: result.size.replicates,
        terms: term.term.other(than: plan.scenario).map { [TermValue(scenario: $0.name, estimate: nil)] } ?? []),
      style: style
    ).measured
  }
}

extension Optimisation.Trial {
  /// The numbers of the levers: `30 months, 60 %`.
  func shown(in language: OutputLanguage) -> String {
    point.settings.map { $0.shown(in: language) }.joined(separator: ", ")
  }
}
