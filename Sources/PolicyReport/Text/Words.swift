import PolicyCore

// What the closed lists of declarations mean to a reader.

extension EvidenceGrade {
  /// Said of a link: `assumed`.
  public var ofLink: Label {
    switch self {
    case .rule: Label(nb: "regel", en: "rule")
    case .estimated: Label(nb: "estimert i rapporten", en: "estimated in the report")
    case .fitted: Label(nb: "tilpasset rapporten", en: "fitted to the report")
    case .external: Label(nb: "publisert andre steder", en: "published elsewhere")
    case .descriptive: Label(nb: "sammenheng i rapporten", en: "association in the report")
    case .assumed: Label(nb: "antatt", en: "assumed")
    }
  }

  /// What something rests on: `assumptions`.
  var asGround: Label {
    switch self {
    case .rule: Label(nb: "lov og satser", en: "law and rates")
    case .estimated: Label(nb: "rapportens estimater", en: "estimates of the report")
    case .fitted: Label(nb: "tall tilpasset rapporten", en: "numbers fitted to the report")
    case .external: Label(nb: "andre publiserte studier", en: "studies published elsewhere")
    case .descriptive:
      Label(nb: "sammenhenger i rapporten, nedskrevet", en: "associations in the report, discounted")
    case .assumed: Label(nb: "antakelser", en: "assumptions")
    }
  }
}

extension ReadPoint {
  var inWords: Label {
    switch self {
    case .settlement: Label(nb: "når personen bosettes", en: "when a person is settled")
    case .programmeStart: Label(nb: "når personens program begynner", en: "when a person's programme starts")
    case .entry: Label(nb: "når en periode eller plass begynner", en: "when a spell or a place begins")
    case .monthly: Label(nb: "hver måned", en: "every month")
    }
  }
}

extension Reach {
  var inWords: Label {
    switch self {
    case .newEntrants:
      Label(nb: "gjelder dem som kommer til etter datoen", en: "reaches those who enter after the date")
    case .everyone: Label(nb: "gjelder alle fra datoen", en: "reaches everybody from the date")
    }
  }
}

extension Clock {
  /// What years on the clock are.
  var years: Label {
    switch self {
    case .settlement: Label(nb: "år etter bosetting", en: "years since settlement")
    case .arrival: Label(nb: "år etter ankomst", en: "years since arrival")
    case .programmeExit:
      Label(nb: "år etter introduksjonsprogrammet", en: "years since the introduction programme")
    case .calendar: Label(nb: "kalenderår", en: "calendar years")
    }
  }

  /// What happened in a cohort's years.
  var event: Label {
    switch self {
    case .settlement: Label(nb: "bosatt", en: "settled")
    case .arrival, .calendar: Label(nb: "kom", en: "arrived")
    case .programmeExit: Label(nb: "avsluttet programmet", en: "left the programme")
    }
  }
}

extension AssumptionSet {
  /// Said of a run that does not take the declared values; `nil` for one that does.
  public var remark: Label? {
    switch self {
    case .central: nil
    case .cautious:
      Label(
        nb: "Forsiktige antakelser: ukjente parametre har verdier der reformer hjelper mindre.",
        en: "Cautious assumptions: unknown parameters have values at which reforms help less.")
    case .optimistic:
      Label(
        nb: "Optimistiske antakelser: ukjente parametre har verdier der reformer hjelper mer.",
        en: "Optimistic assumptions: unknown parameters have values at which reforms help more.")
    }
  }
}

extension IntervalKind {
  var inWords: Label {
    switch self {
    case .monteCarlo: Label(nb: "Monte Carlo", en: "Monte Carlo")
    case .parameters: Label(nb: "parametre", en: "parameters")
    case .structure: Label(nb: "struktur", en: "structure")
    }
  }
}
