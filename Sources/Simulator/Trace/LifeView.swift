import PolicyCore

/// A traced life as others than the model see it.
struct LifeView {
  let tracer: LifeTracer
  let population: Population
  let person: Int
  let place: SettlementPlace
  /// The first month that is not shown.
  let end: Int
  let oral: OralHistory
  /// `nil` for who does not take part in the introduction programme.
  let outline: ProgrammeOutline?
  /// The month in which the programme's levers are read.
  var programmeRead: Int? { tracer.log.course?.read }

  /// - Parameter years: from the month in which the person enters the model.
  init(
    _ tracer: LifeTracer, _ person: Int, place: SettlementPlace, simulator: LifeSimulator, luck: PersonLuck, years: Int
  ) {
    self.tracer = tracer
    self.person = person
    self.place = place
    population = simulator.population
    oral = OralHistory(tracer.log, isParticipant: population.isParticipant[person], luck: luck)
    end = min((tracer.log.months.first ?? 0) + 12 * years, simulator.horizon)
    outline = tracer.log.course.map { course in
      ProgrammeOutline(
        start: ModelTime.start + course.start, months: course.plannedEnd - course.start,
        measure: course.measure.map { ProgrammeMeasures.keys[$0] },
        reachesB1: course.reachesB1(luck), jobFactor: exp(course.effect))
    }
  }

  /// In the order in which they happen.
  var events: [LifeEvent] {
    let log = tracer.log
    let entries = tracer.entries
    var events: [(month: Int, rank: Int, event: LifeEvent)] = []
    func add(_ month: Int, _ rank: Int, _ kind: LifeEvent.Kind, _ chance: ChanceDraw? = nil) {
      guard month < end || rank == 5 else { return }
      events.append((month, rank, LifeEvent(month: ModelTime.start + month, kind: kind, chance: chance?.traced)))
    }
    if population.isParticipant[person], let first = log.months.first, place.month >= first {
      let county = population.municipalities[place.municipality].county.key
      add(place.month, 0, .settles(municipality: place.municipality + 1, county: county))
    }
    for (index, entry) in entries.enumerated() {
      guard let state = entry.state.traced else { continue }
      add(
        entry.month, 1, .enters(state, after: index > 0 ? entries[index - 1].state.traced : nil), entry.chance)
      if entry.state == .programme, let outline { add(entry.month, 2, .plansProgramme(outline)) }
    }
    for time in log.measures {
      let start = tracer.draws.first { $0.kind == .measure && $0.month == time.start - 1 && $0.happens }
      add(time.start, 4, .startsMeasure(time.measure.key), start)
      // A spell that ends takes its measure with it.
      if !entries.contains(where: { $0.month == time.end }), time.end < log.end {
        add(time.end, 3, .endsMeasure(time.measure.key))
      }
    }
    if !entries.isEmpty { add(min(log.end, end), 5, .leaves(leaving)) }
    return events.enumerated().sorted { left, right in
      (left.element.month, left.element.rank, left.offset) < (right.element.month, right.element.rank, right.offset)
    }.map(\.element.event)
  }

  private var leaving: LifeEvent.Leaving {
    guard tracer.log.end < end else { return .endOfTrace }
    return tracer.log.end == Int(population.deathOrEmigration[person]) + 1 ? .deathOrEmigration : .retirementAge
  }

  /// The person's category of each attribute when settled, or when arrived.
  var facts: [String: String] {
    Dictionary(
      uniqueKeysWithValues: AttributeSlot.allCases.map { slot in
        let code = slot.code(population, person, clockStart: place.month, municipality: place.usual)
        return (slot.rawValue, slot.keys[code])
      })
  }
}

extension ChanceDraw {
  var traced: LifeChance {
    LifeChance(
      kind: kind, month: ModelTime.start + month, probability: probability, drawn: drawn, happens: happens)
  }
}
