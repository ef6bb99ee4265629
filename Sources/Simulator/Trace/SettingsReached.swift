import PolicyCore

/// What two scenarios set differently for one person when it is read.
struct SettingsReached {
  private let scenarios: [ScenarioPlan]
  private let catalogue: Catalogue
  private let lives: [LifeView]
  /// By scenario, its conditions as the model tests them.
  private let rules: [PersonRules]

  private var life: LifeView { lives[0] }

  init(_ scenarios: [ScenarioPlan], catalogue: Catalogue, lives: [LifeView]) throws {
    self.scenarios = scenarios
    self.catalogue = catalogue
    self.lives = lives
    rules = try scenarios.map { try PersonRules($0.conditions) }
  }

  /// What can have made the lives part in a month: until then they were the same.
  ///
  /// So nothing but the plan of the programme, the place of settlement and the state of the moment carries a lever's earlier
  /// values into the month.
  func parting(in month: Int) -> [ReachedSetting] {
    settings { lever in
      let slot = LeverSlot(rawValue: lever.slot)
      let before = life.tracer.entries.last { $0.month < month }
      switch lever.readAt {
      case .settlement: return lives[0].place == lives[1].place ? [] : settlementMonths
      case .programmeStart: return lives[0].tracer.log.course == lives[1].tracer.log.course ? [] : programmeMonths
      case .entry:
        guard let state = slot?.entryState else { return [] }
        // A state of the same month may already be over.
        return life.tracer.entries.filter { entry in
          entry.state == state && (entry.month == month || entry.month == before?.month)
        }.map(\.month)
      case .monthly:
        let states = ([before] + life.tracer.entries.filter { $0.month == month }).compactMap { $0?.state }
        // At NAV a month's draw acts in the next one.
        return states.contains { slot?.monthlyStates.contains($0) ?? false } ? [month, month - 1] : []
      }
    }
  }

  /// What was read for the person before a month.
  func read(before end: Int) -> [ReachedSetting] {
    let entries = life.tracer.entries.filter { $0.month < end }
    return settings { lever in
      let slot = LeverSlot(rawValue: lever.slot)
      switch lever.readAt {
      case .settlement: return settlementMonths
      case .programmeStart: return programmeMonths
      case .entry: return entries.filter { $0.state == slot?.entryState }.map(\.month)
      case .monthly:
        return zip(entries, entries.dropFirst().map(\.month) + [end]).flatMap { entry, next in
          slot?.monthlyStates.contains(entry.state) ?? false ? Array(entry.month..<max(next, entry.month)) : []
        }
      }
    }
  }

  /// When settlement's levers are read; for refugees alone, since others are settled when and where they arrive.
  private var settlementMonths: [Int] {
    let (population, person) = (life.population, life.person)
    let isRefugee = [.flightAsylum, .quotaRefugee].contains(population.reason[person])
    return population.isParticipant[person] && isRefugee
      ? [Int(population.arrival[person]), life.place.month, lives[1].place.month] : []
  }

  private var programmeMonths: [Int] { lives.compactMap { $0.tracer.log.course?.read } }

  /// The levers, and the assumptions in force, that differ.
  ///
  /// - Parameter months: When a lever is read.
  private func settings(_ months: (LeverDeclaration) -> [Int]) -> [ReachedSetting] {
    let levers = catalogue.levers.filter { $0.name == $0.slot }.compactMap { lever -> ReachedSetting? in
      for read in months(lever) {
        let values = scenarios.indices.map { value(lever, $0, at: read) }
        guard values[0].value != values[1].value else { continue }
        return ReachedSetting(
          name: lever.name, read: ModelTime.start + read, readAt: lever.readAt, values: values.map { "\($0.value)" },
          conditions: values.map(\.condition))
      }
      return nil
    }
    let assumptions = catalogue.parameters.compactMap { parameter -> ReachedSetting? in
      let values = scenarios.map { $0.parameters[parameter.slot] ?? parameter.value }
      guard values[0] != values[1] else { return nil }
      return ReachedSetting(
        name: "assume \(parameter.name)", read: nil, readAt: nil, values: values.map(SourceNumber.text))
    }
    return levers + assumptions
  }

  /// The value for the person in a month, and the condition of the setting that gives it.
  private func value(
    _ lever: LeverDeclaration, _ scenario: Int, at month: Int
  ) -> (value: LeverValue, condition: PersonCondition?) {
    let plan = scenarios[scenario]
    let mask = rules[scenario].mask(
      life.population,
      PersonMoment(life.person, at: month, municipality: life.place.usual, oral: lives[scenario].oral.level(at: month)))
    let date = ModelTime.start + month
    let setting = plan.settings.last { setting in
      setting.slot == lever.slot && setting.from.map { $0 <= date } ?? true && setting.until.map { date <= $0 } ?? true
        && setting.persons.map { condition in
          plan.conditions.firstIndex(of: condition).map { mask & 1 << UInt64($0) != 0 } ?? false
        } ?? true
    }
    return (setting?.value ?? lever.baseline, setting?.persons)
  }
}
