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
  let waiting: SettlementWaiting

  init(_ population: Population, waiting: SettlementWaiting) {
    self.population = population
    self.waiting = waiting
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
    /// Positions of refugees by calendar year of settlement, each in the replicate's order.
    var refugeesByYear: [Int: [Int32]]
  }

  /// Months and municipalities under capacity alone.
  func usual(_ key: StreamKey, rule: AllocationRule) -> Usual {
    var months = [Int32](repeating: 0, count: persons.count)
    var pools: [Int: [(UInt32, Int32)]] = [:]
    var others: [Int: [(UInt32, Int32)]] = [:]
    for (position, person) in persons.enumerated() {
      let luck = PersonLuck(key: key, person: UInt32(person))
      let arrival = Int(population.arrival[person])
      let isRefugee = population.reason[person] == .flightAsylum || population.reason[person] == .quotaRefugee
      var month = arrival
      if isRefugee {
        let hazard = waiting.hazard(permitYear: ModelTime.year(of: arrival))
        month += luck.wait(.settlementWait, hazard: hazard)
      }
      months[position] = Int32(month)
      let entry = (luck.word(.settlementOrder, 0), Int32(position))
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
    let refugees = pools.mapValues(ordered)
    for pool in refugees.values { place(pool) }
    for pool in others.values { place(ordered(pool)) }
    return Usual(month: months, municipality: municipality, refugeesByYear: refugees)
  }

  /// Municipalities under a scenario's weights.
  func municipalities(_ usual: Usual, weights: LeverTimeline<Double>, rule: AllocationRule) -> [UInt16] {
    var result = usual.municipality
    for pool in usual.refugeesByYear.values {
      // Within a year the months under one weighting share their quotas.
      var parts: [Double: [Int32]] = [:]
      for position in pool {
        parts[weights.value(at: Int(usual.month[Int(position)])), default: []].append(position)
      }
      for (weight, part) in parts where weight > 0 {
        let quotas = rule.quotas(
          persons: part.count, weight: Double(population.weight), resultsWeight: weight,
          // A part of a year has its part of the minimum.
          minimumFactor: Double(part.count) / Double(pool.count))
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
}
