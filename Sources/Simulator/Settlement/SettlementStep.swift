/// Settles the participants of one replicate: when, and where under each scenario.
///
/// This is the only step in which persons meet. Refugees wait from their permit until a municipality takes them; others
/// join a family and are settled when and where they arrive. Capacity alone places everybody first; a scenario under the
/// criteria then moves as few as its quotas need, in an order that no scenario changes.
struct SettlementStep: Sendable {
  let population: Population
  /// The participants, in ascending order.
  let persons: [Int]
  /// By person, the position in `persons`; -1 for others.
  let position: [Int32]

  init(_ population: Population) {
    self.population = population
    var persons: [Int] = []
    var position = [Int32](repeating: -1, count: population.count)
    for person in population.indices where population.isParticipant[person] {
      position[person] = Int32(persons.count)
      persons.append(person)
    }
    self.persons = persons
    self.position = position
  }

  struct Usual: Sendable {
    /// Month of settlement, by position in `persons`.
    var month: [Int32]
    /// Municipality under capacity alone.
    var municipality: [UInt16]
    /// Refugees, each year's in the replicate's order: first by year of settlement, then by order.
    var refugees: [(year: Int, positions: [Int32])]
    /// The draw that orders a pool, by position.
    var order: [UInt32]
  }

  /// Months under a scenario's waiting, by position.
  func months(_ usual: Usual, waiting: SettlementWaiting, key: StreamKey) -> [Int32] {
    persons.enumerated().map { position, person in
      let arrival = Int(population.arrival[person])
      guard isRefugee(person) else { return usual.month[position] }
      let uniform = PersonLuck(key: key, person: UInt32(person)).unit(.settlementWait)
      return Int32(arrival + waiting.months(uniform, permit: arrival))
    }
  }

  private func isRefugee(_ person: Int) -> Bool {
    population.reason[person] == .flightAsylum || population.reason[person] == .quotaRefugee
  }

  /// Months and municipalities under capacity alone and today's waiting.
  func usual(_ key: StreamKey, rule: AllocationRule, waiting: SettlementWaiting) -> Usual {
    var months = [Int32](repeating: 0, count: persons.count)
    var order = [UInt32](repeating: 0, count: persons.count)
    var pools: [Int: [(UInt32, Int32)]] = [:]
    var others: [Int: [(UInt32, Int32)]] = [:]
    for (position, person) in persons.enumerated() {
      let luck = PersonLuck(key: key, person: UInt32(person))
      let arrival = Int(population.arrival[person])
      let isRefugee = isRefugee(person)
      var month = arrival
      if isRefugee { month += waiting.usualMonths(luck.unit(.settlementWait), permit: arrival) }
      months[position] = Int32(month)
      order[position] = luck.word(.settlementOrder, 0)
      let entry = (order[position], Int32(position))
      if isRefugee {
        pools[ModelTime.year(of: month), default: []].append(entry)
      } else {
        others[ModelTime.year(of: month), default: []].append(entry)
      }
    }
    var municipality = [UInt16](repeating: 0, count: persons.count)
    func ordered(_ pool: [(UInt32, Int32)]) -> [Int32] { pool.sorted { $0 < $1 }.map(\.1) }
    func place(_ pool: [Int32]) {
      let quotas = rule.quotas(persons: pool.count, weight: Double(population.weight), resultsWeight: 0)
      var next = 0
      for (index, quota) in quotas.enumerated() {
        for position in pool[next..<next + quota] { municipality[Int(position)] = UInt16(index) }
        next += quota
      }
    }
    let refugees = pools.map { (year: $0.key, positions: ordered($0.value)) }
    for pool in refugees { place(pool.positions) }
    for pool in others.values { place(ordered(pool)) }
    return Usual(month: months, municipality: municipality, refugees: refugees, order: order)
  }

  /// Municipalities under a scenario's criteria and months of settlement.
  func municipalities(_ usual: Usual, months: [Int32]?, criteria: SettlementCriteria, rule: AllocationRule) -> [UInt16]
  {
    var result = usual.municipality
    let month = months ?? usual.month
    for pool in months == nil ? usual.refugees : pools(month, usual) {
      // Within a year the months under the same criteria share their quotas.
      var parts: [SettlementCriteria.Values: [Int32]] = [:]
      for position in pool.positions {
        parts[criteria.values(at: Int(month[Int(position)])), default: []].append(position)
      }
      for (values, part) in parts where values.resultsWeight > 0 {
        let quotas = rule.quotas(
          persons: part.count, weight: Double(population.weight), resultsWeight: values.resultsWeight,
          minimum: values.minimum, exclusion: values.exclusion,
          // A part of a year has its part of the minimum.
          minimumFactor: Double(part.count) / Double(pool.positions.count))
        var left = quotas
        var movers: [Int32] = []
        for position in part {
          let municipality = Int(result[Int(position)])
          if left[municipality] > 0 { left[municipality] -= 1 } else { movers.append(position) }
        }
        var receiver = 0
        for position in movers {
          while receiver < left.count, left[receiver] == 0 { receiver += 1 }
          guard receiver < left.count else { break }
          left[receiver] -= 1
          result[Int(position)] = UInt16(receiver)
        }
      }
    }
    return result
  }

  /// The refugees by year of settlement, each year's in the replicate's order.
  private func pools(_ month: [Int32], _ usual: Usual) -> [(year: Int, positions: [Int32])] {
    var pools: [Int: [Int32]] = [:]
    for (position, person) in persons.enumerated() where isRefugee(person) {
      pools[ModelTime.year(of: Int(month[position])), default: []].append(Int32(position))
    }
    return pools.map { year, positions in
      (year, positions.sorted { (usual.order[Int($0)], $0) < (usual.order[Int($1)], $1) })
    }
  }
}
