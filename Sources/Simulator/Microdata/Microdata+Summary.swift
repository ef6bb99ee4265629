import PolicyCore

extension Microdata {
  /// The shares of participants and others apart, without groups of few persons.
  ///
  /// - Throws: `Cancelled`.
  public func summary(cancellation: Cancellation = Cancellation()) throws -> MicrodataSummary {
    let participants = rows.isParticipant.count { $0 }
    let segments = Self.shares([Double(participants), Double(rows.count - participants)])
    return MicrodataSummary(
      source: source, participants: segments[0], standsFor: personsInAll, persons: persons, remarks: remarks,
      rows: try margins(cancellation))
  }

  private var remarks: [Label] {
    var remarks: [Label] = []
    if format.isSeparatedBySemicolons {
      remarks.append(
        Label(
          nb: "Feltene er skilt med semikolon; desimalkomma i vekten er lest som desimalpunktum.",
          en: "Fields are separated by semicolons; a decimal comma in the weight was read as a point."))
    }
    if format.isSeparatedByTabs {
      remarks.append(Label(nb: "Feltene er skilt med tabulator.", en: "Fields are separated by tabs."))
    }
    if format.hasByteOrderMark {
      remarks.append(
        Label(
          nb: "Fila begynner med et byterekkefølgemerke (BOM).", en: "The file begins with a byte-order mark (BOM)."))
    }
    if !hasEqualWeights {
      remarks.append(
        Label(
          nb: "Vektene er ulike, og modellen har én vekt for alle: et systematisk utvalg etter vekt (frø "
            + "\(Self.samplingSeed)) på \(persons) av radene simuleres.",
          en: "Weights differ, and the model has one weight for all: a systematic sample by weight (seed "
            + "\(Self.samplingSeed)) of \(persons) of the rows is simulated."))
    }
    return remarks
  }

  private func margins(_ cancellation: Cancellation) throws -> [MicrodataSummary.Row] {
    func categories(
      of attribute: String, _ keys: [String], code: (Int) -> Int
    ) throws -> [MicrodataSummary.Row] {
      if cancellation.isCancelled { throw Cancelled() }
      return self.categories(of: attribute, keys, code: code)
    }
    func margin<Category: PersonCategory>(
      _ column: MicrodataColumn, _ values: ContiguousArray<Category>
    ) throws -> [MicrodataSummary.Row] {
      try categories(of: column.name, Category.keys) { Int(values[$0].rawValue) }
    }
    let starts = [2010, 2015, 2019].map { Month(year: $0, month: 1) - Population.start }
    var margins = try margin(.sex, rows.sex) + margin(.country, rows.country) + margin(.reason, rows.reason)
    margins += try categories(of: "arrival", ["before_2010", "2010_2014", "2015_2018", "later"]) { person in
      starts.count { Int(rows.arrival[person]) >= $0 }
    }
    margins += try categories(of: "age at arrival", AgeBand.keys) { person in
      Int(rows.ageBand(person, at: Int(rows.arrival[person])).rawValue)
    }
    margins +=
      try margin(.marital, rows.marital) + margin(.children, rows.children) + margin(.loneParent, rows.loneParent)
    margins += try margin(.education, rows.education) + margin(.track, rows.track) + margin(.health, rows.health)
    margins += try margin(.housing, rows.housing) + margin(.studentAid, rows.studentAid)
    return try margins + margin(.priorNav, rows.priorNav) + margin(.need, rows.needGroup)
  }

  private func categories(
    of attribute: String, _ keys: [String], code: (Int) -> Int
  ) -> [MicrodataSummary.Row] {
    var counts = [[Double]](repeating: [Double](repeating: 0, count: keys.count), count: 2)
    for person in rows.indices { counts[rows.isParticipant[person] ? 0 : 1][code(person)] += 1 }
    let shares = counts.map(Self.shares)
    return keys.indices.map {
      MicrodataSummary.Row(
        attribute: attribute, category: keys[$0], participants: shares[0][$0], others: shares[1][$0])
    }
  }

  private static func shares(_ counts: [Double]) -> [MicrodataSummary.Share] {
    let all = counts.reduce(0, +)
    let hidden = Suppression.hidden(counts, shape: [counts.count])
    // A category of nobody looks like one of few.
    return counts.indices.map { all == 0 ? .none : hidden[$0] ? .hidden : .share(counts[$0] / all) }
  }
}
