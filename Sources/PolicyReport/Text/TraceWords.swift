import PolicyCore

/// A traced life in sentences.
struct TraceWords {
  private let trace: LifeTrace
  private let names: Names
  private let style: TextStyle

  init(_ trace: LifeTrace, names: Names, style: TextStyle) {
    self.trace = trace
    self.names = names
    self.style = style
  }

  private var number: NumberFormat { NumberFormat(style.language) }

  // MARK: Who

  /// What the person is, when settled or when arrived.
  var person: String {
    let shown = names.catalogue.attributes.compactMap { attribute -> String? in
      guard let key = trace.facts[attribute.slot] else { return nil }
      return "\(attribute.label[style.language]): \(names.category(key, of: attribute.slot))"
    }
    let dates = style.say(
      nb: "Født \(trace.birth), oppholdstillatelse \(trace.arrival). ",
      en: "Born \(trace.birth), residence permit \(trace.arrival). ")
    return dates + shown.joined(separator: "; ").capitalisedFirst + "."
  }

  var size: String {
    style.say(
      nb: "Én person i én kjøring: et eksempel på hvordan modellen virker, ikke et anslag på noe. "
        + "Beløp er for hele kalenderår.",
      en: "One person in one run: an example of how the model works, not an estimate of anything. Amounts are those of "
        + "whole calendar years.")
  }

  // MARK: What happens

  /// Events of one month, those that belong together in one.
  func merged(_ events: [LifeEvent]) -> [String] {
    events.map { event in
      let text: Label =
        switch event.kind {
        case .enters(let state, let before): state.inWords(after: before)
        case .settles(let municipality, let county):
          Label(
            nb: "bosatt i \(names.category(county, of: "county")), kommune \(municipality)",
            en: "settled in \(names.category(county, of: "county")), municipality \(municipality)")
        case .plansProgramme(let outline): plan(outline)
        case .startsMeasure(let key):
          Label(nb: "tiltak: \(MeasureWords.label(key).nb)", en: "measure: \(MeasureWords.label(key).en)")
        case .endsMeasure(let key):
          Label(nb: "\(MeasureWords.label(key).nb) over", en: "\(MeasureWords.label(key).en) over")
        case .leaves(let leaving): leaving.inWords
        }
      return text[style.language]
    }
  }

  private func plan(_ outline: ProgrammeOutline) -> Label {
    let factor = number.fixed(outline.jobFactor, decimals: 2)
    let measure = outline.measure.map(MeasureWords.label)
    return Label(
      nb: "\(outline.months) md. planlagt, " + (measure.map { "\($0.nb) fra NAV, " } ?? "")
        + (outline.reachesB1 ? "når B1" : "når ikke B1") + ", jobbsjanse etterpå × \(factor)",
      en: "\(outline.months) months planned, " + (measure.map { "\($0.en) from NAV, " } ?? "")
        + (outline.reachesB1 ? "reaches B1" : "does not reach B1") + ", chance of a job afterwards × \(factor)")
  }

  // MARK: Where lives part

  var parting: [String] {
    guard trace.lives.count > 1 else { return [] }
    guard let parting = trace.parting else {
      let same = style.say(
        nb: "De to livene er like i hver måned som vises.", en: "The two lives are the same in every month shown.")
      guard !trace.withoutEffect.isEmpty else {
        return [
          same
            + style.say(
              nb: " Ingenting som skiller scenarioene, nådde personen.",
              en: " Nothing that tells the scenarios apart reached the person.")
        ]
      }
      return [
        same
          + style.say(
            nb: " Dette nådde personen uten å endre hva personen gjorde: ",
            en: " These reached the person without changing what they did: ") + settings(trace.withoutEffect) + "."
      ]
    }
    let head = style.say(nb: "Livene skiller lag i \(parting.month). ", en: "The lives part in \(parting.month). ")
    return [head + reason(parting.reason), reached(parting.settings)].filter { !$0.isEmpty }
  }

  private func reason(_ reason: Parting.Reason) -> String {
    let scenarios = trace.lives.map(\.scenario)
    switch reason {
    case .chance(let kind, let drawn, let probabilities):
      let chances = zip(scenarios, probabilities).map { scenario, probability in
        let value = probability.map { "p = \(percent($0))" } ?? style.say(nb: "ingen trekning", en: "no such draw")
        return style.say(nb: "\(value) under \(scenario)", en: "\(value) under \(scenario)")
      }
      return style.say(
        nb: "Trekningen som avgjorde, gjaldt \(kind.inWords.nb): \(chances.joined(separator: ", ")); trukket "
          + "\(percent(drawn)). Det skjer når det trukne tallet er mindre enn p.",
        en: "The draw that decided was about \(kind.inWords.en): \(chances.joined(separator: ", ")); drawn "
          + "\(percent(drawn)). It happens when the number drawn is less than p.")
    case .programme(let outlines):
      let plans = zip(scenarios, outlines).map { scenario, outline in
        style.say(
          nb: "\(outline.months) måneder fra \(outline.start) under \(scenario)",
          en: "\(outline.months) months from \(outline.start) under \(scenario)")
      }
      return style.say(
        nb: "Introduksjonsprogrammet var planlagt ulikt: ", en: "The introduction programme was planned differently: ")
        + plans.joined(separator: ", ") + "."
    case .length(let thing, let months):
      let name =
        switch thing {
        case .measure(let key): MeasureWords.label(key)[style.language]
        case .place(let state): state.inWords[style.language]
        }
      let lengths = zip(scenarios, months).map { scenario, months in
        style.say(nb: "\(months) md. under \(scenario)", en: "\(months) months under \(scenario)")
      }
      return style.say(
        nb: "Samme trekning gir en annen lengde: \(name) varer \(lengths.joined(separator: ", ")).",
        en: "The same draw gives another length: \(name) lasts \(lengths.joined(separator: ", ")).")
    case .settlement:
      return style.say(
        nb: "Personen bosettes i en annen måned eller kommune. Hvem som flyttes, følger av alle som bosettes samtidig, "
          + "ikke av én trekning.",
        en: "The person is settled in another month or municipality. Who is moved follows from all who are settled at "
          + "the time, not from one draw.")
    case .other:
      return style.say(
        nb: "Det følger ikke av én trekning som kan vises.", en: "It does not follow from one draw that could be shown."
      )
    }
  }

  private func reached(_ settings: [ReachedSetting]) -> String {
    if settings.isEmpty { return "" }
    let head =
      settings.count == 1
      ? style.say(nb: "Det som nådde personen: ", en: "What reached the person: ")
      : style.say(
        nb: "Det som nådde personen, og minst ett av dem gjorde forskjellen: ",
        en: "What reached the person, and one or more of these made the difference: ")
    return head + self.settings(settings) + "."
  }

  private func settings(_ settings: [ReachedSetting]) -> String {
    settings.map { setting in
      let values = zip(setting.values, setting.conditions).map { value, condition in
        value + (condition.map { " for persons where \($0)" } ?? "")
      }.joined(separator: " → ")
      guard let read = setting.read, let point = setting.readAt else { return "\(setting.name) \(values)" }
      return "\(setting.name) \(values) ("
        + style.say(nb: "leses \(point.inWords.nb), her \(read)", en: "read \(point.inWords.en), here \(read)") + ")"
    }.joined(separator: "; ")
  }

  /// A probability with about three digits that say something.
  private func percent(_ share: Double) -> String { number.significant(share * 100) + " %" }
}
