import PolicyCore

/// A traced life with everything that identifies it, for JSON and CSV alike.
///
/// Of own microdata nothing but the question is written: a life is a row of a single person.
struct TraceRow {
  var question: String
  var trace: LifeTrace
  var persons: Int

  /// - Returns: `nil` for another question.
  init?(_ question: AnsweredQuestion) {
    guard case .trace(let trace) = question.form else { return nil }
    self.question = question.text
    self.trace = trace
    persons = question.result.size.persons
  }

  // MARK: - JSON

  var json: JSONValue {
    guard !trace.isOfMicrodata else { return .object([("question", .string(question)), ("suppressed", .bool(true))]) }
    return .object([
      ("question", .string(question)),
      ("person", .integer(trace.person)),
      ("replicate", .integer(trace.plan.replicate)),
      ("birth", .string("\(trace.birth)")),
      ("arrival", .string("\(trace.arrival)")),
      ("facts", .object(trace.facts.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })),
      ("lives", .array(trace.lives.map(life))),
      ("parting", trace.parting.map(parting) ?? .null),
      ("withoutEffect", .array(trace.withoutEffect.map(setting))),
    ])
  }

  private func life(_ life: TracedLife) -> JSONValue {
    .object([
      ("scenario", .string(life.scenario)),
      (
        "events",
        .array(
          life.events.map { event in
            .object(
              [("month", .string("\(event.month)"))] + event.kind.members
                + (event.chance.map { [("chance", chance($0))] } ?? []))
          })
      ),
      (
        "years",
        .array(
          life.years.map { year in
            .object(
              [("year", .integer(year.year))] + year.amounts.map { ($0.name, .number($0.value)) })
          })
      ),
    ])
  }

  private func chance(_ chance: LifeChance) -> JSONValue {
    .object([
      ("kind", .string(chance.kind.rawValue)), ("month", .string("\(chance.month)")),
      ("probability", .number(chance.probability)), ("drawn", .number(chance.drawn)),
    ])
  }

  private func parting(_ parting: Parting) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [("month", .string("\(parting.month)"))]
    switch parting.reason {
    case .chance(let kind, let drawn, let probabilities):
      members += [
        ("reason", .string("chance")), ("chance", .string(kind.rawValue)), ("drawn", .number(drawn)),
        ("probabilities", .array(probabilities.map { .optional($0) })),
      ]
    case .programme(let outlines):
      members += [
        ("reason", .string("programme")),
        ("programmes", .array(outlines.map { .object(LifeEvent.Kind.plansProgramme($0).members) })),
      ]
    case .length(let thing, let months):
      let name =
        switch thing {
        case .measure(let key): key
        case .place(let state): state.rawValue
        }
      members += [
        ("reason", .string("length")), ("of", .string(name)), ("months", .array(months.map { .integer($0) })),
      ]
    case .settlement: members.append(("reason", .string("settlement")))
    case .other: members.append(("reason", .string("other")))
    }
    return .object(members + [("settings", .array(parting.settings.map(setting)))])
  }

  private func setting(_ setting: ReachedSetting) -> JSONValue {
    .object([
      ("name", .string(setting.name)), ("read", .optional(setting.read?.description)),
      ("values", .array(setting.values.map { .string($0) })),
      ("conditions", .array(setting.conditions.map { .optional($0?.description) })),
    ])
  }

  // MARK: - CSV

  static let header = [
    "file", "question", "person", "replicate", "scenario", "time", "what", "value", "chance", "probability", "drawn",
    "parts",
  ]

  /// A row for each event and each amount of a year; `parts` is `yes` in the month in which the lives part.
  func rows(file: String) -> [[String]] {
    guard !trace.isOfMicrodata else { return [] }
    return trace.lives.flatMap { life -> [[String]] in
      let head = [file, question, "\(trace.person)", "\(trace.plan.replicate)", life.scenario]
      let events = life.events.flatMap { event in
        event.kind.details.map { detail in
          head + ["\(event.month)", detail.name, detail.value]
            + [
              event.chance?.kind.rawValue, event.chance.map { "\($0.probability)" }, event.chance.map { "\($0.drawn)" },
            ]
            .map { $0 ?? "" } + [event.month == trace.parting?.month ? "yes" : ""]
        }
      }
      let years = life.years.flatMap { year in
        year.amounts.map { head + ["\(year.year)", $0.name, "\($0.value)", "", "", "", ""] }
      }
      return events + years
    }
  }
}

extension LifeYear {
  /// Months and kroner of 2018.
  fileprivate var amounts: [(name: String, value: Double)] {
    [
      ("labour_income", labourIncome), ("assistance_months", Double(assistanceMonths)), ("benefit_cost", benefits),
      ("public_cost", publicCost),
    ]
  }
}

extension LifeEvent.Kind {
  /// The kind and what belongs to it, as words.
  fileprivate var details: [(name: String, value: String)] {
    switch self {
    case .enters(let state, _): [("state", state.rawValue)]
    case .settles(let municipality, let county): [("municipality", "\(municipality)"), ("county", county)]
    case .plansProgramme(let outline):
      [
        ("programme_months", "\(outline.months)"), ("programme_measure", outline.measure ?? "none"),
        ("reaches_b1", outline.reachesB1 ? "yes" : "no"), ("job_factor", "\(outline.jobFactor)"),
      ]
    case .startsMeasure(let key): [("measure_starts", key)]
    case .endsMeasure(let key): [("measure_ends", key)]
    case .leaves(let leaving): [("leaves", leaving.rawValue)]
    }
  }

  fileprivate var members: [(key: String, value: JSONValue)] {
    switch self {
    case .enters(let state, let before):
      [("state", .string(state.rawValue)), ("after", .optional(before?.rawValue))]
    case .settles(let municipality, let county):
      [("municipality", .integer(municipality)), ("county", .string(county))]
    case .plansProgramme(let outline):
      [
        ("programmeStart", .string("\(outline.start)")), ("programmeMonths", .integer(outline.months)),
        ("programmeMeasure", .optional(outline.measure)), ("reachesB1", .bool(outline.reachesB1)),
        ("jobFactor", .number(outline.jobFactor)),
      ]
    case .startsMeasure(let key): [("measureStarts", .string(key))]
    case .endsMeasure(let key): [("measureEnds", .string(key))]
    case .leaves(let leaving): [("leaves", .string(leaving.rawValue))]
    }
  }
}
