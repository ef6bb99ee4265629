import PolicyCore

/// What two scenarios set differently for one person when it is read.
struct SettingsReached {
  let scenarios: [ScenarioPlan]
  let catalogue: Catalogue
  let life: LifeView
  /// By scenario, its conditions as the model tests them.
  private let rules: [PersonRules]

  init(_ scenarios: [ScenarioPlan], catalogue: Catalogue, life: LifeView) throws {
    self.scenarios = scenarios
    self.catalogue = catalogue
    self.life = life
    rules = try scenarios.map { try PersonRules($0.conditions) }
  }

  /// Levers read, and assumptions in force, up to a month.
  func until(_ month: Int) -> [ReachedSetting] {
    let levers = catalogue.levers.filter { $0.name == $0.slot }.compactMap { lever -> ReachedSetting? in
      let reads = months(lever, until: month)
      guard let read = reads.first(where: { value(lever, 0, at: $0).value != value(lever, 1, at: $0).value }) else {
        return nil
      }
      let values = scenarios.indices.map { value(lever, $0, at: read) }
      return ReachedSetting(
        name: lever.name, read: ModelTime.start + read, readAt: lever.readAt, values: values.map { "\($0.value)" },
        conditions: values.map(\.condition))
    }
    let assumptions = catalogue.parameters.compactMap { parameter -> ReachedSetting? in
      let values = scenarios.map { $0.parameters[parameter.slot] ?? parameter.value }
      guard values[0] != values[1] else { return nil }
      return ReachedSetting(
        name: "assume \(parameter.name)", read: nil, readAt: nil, values: values.map(SourceNumber.text))
    }
    return levers + assumptions
  }

  /// When a lever is read for the person.
  private func months(_ lever: LeverDeclaration, until month: Int) -> [Int] {
    let log = life.tracer.log
    let slot = LeverSlot(rawValue: lever.slot)
    switch lever.readAt {
    case .settlement: return [Int(life.population.arrival[life.person]), life.place.month].filter { $0 <= month }
    // What the benefit will be is known, and acts on the search for work, before the programme starts.
    case .programmeStart:
      return life.programmeRead.map { [$0] }?.filter { $0 <= month || slot == .benefitsIntroduction } ?? []
    case .entry:
      let entry = slot?.entryState
      return zip(log.months, log.states).filter { $0.0 <= month && $0.1 == entry }.map(\.0)
    case .monthly:
      let first = log.months.first ?? month
      return Array(first...max(month, first))
    }
  }

  /// The value for the person in a month, and the condition of the setting that gives it.
  private func value(
    _ lever: LeverDeclaration, _ scenario: Int, at month: Int
  ) -> (value: LeverValue, condition: PersonCondition?) {
    let plan = scenarios[scenario]
    let mask = rules[scenario].mask(life.population, life.person, at: month, municipality: life.place.usual)
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
