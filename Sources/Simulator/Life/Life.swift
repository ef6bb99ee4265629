/// Where and when a person is settled under a scenario; others than refugees settle where and when they arrive.
struct SettlementPlace: Equatable {
  var month: Int
  var municipality: Int
  /// The municipality under capacity alone.
  var usual: Int
}

/// Caps of the candidate clocks: monthly probabilities that the usual hazards stay below in every scenario.
///
/// Constants of the sampling scheme: they change which random numbers are drawn, never a probability. A parameter beyond them
/// is refused (`LifeModel.check`).
struct LifeClocks: Sendable {
  let work = GapTable(probability: 0.25, reserved: 0.08)
  let exits = GapTable(probability: 0.15)
  let health = GapTable(probability: 0.1)
  let support = GapTable(probability: 0.1)
}

/// Simulates one life at a time, from event to event.
///
/// A class, so that asking it does not copy its columns and tables: their reference counts are what threads would wait for.
final class LifeSimulator: Sendable {
  let population: Population
  let variants: PersonVariants
  /// The starts of the program's own measures that have places.
  let starts: OwnStarts
  let clocks: LifeClocks
  /// First month that is not simulated.
  let horizon: Int

  init(
    population: Population, variants: PersonVariants, starts: OwnStarts = .none, clocks: LifeClocks, horizon: Int
  ) {
    self.population = population
    self.variants = variants
    self.starts = starts
    self.clocks = clocks
    self.horizon = min(horizon, ModelTime.months)
  }

  private static let workingAge = 18 * 12
  private static let retirementAge = 67 * 12

  /// Simulates the life of `person` and tells it to `observer`.
  func live<Observer: LifeObserver>(
    _ person: Int, luck: PersonLuck, settlement: SettlementPlace, observer: inout Observer
  ) {
    let birth = Int(population.birthMonth[person])
    let arrival = Int(population.arrival[person])
    let entry = max(0, arrival, birth + Self.workingAge)
    let end = min(horizon, Int(population.deathOrEmigration[person]) + 1, birth + Self.retirementAge)
    observer.begin(person, settlement: settlement.month)
    guard entry < end else {
      observer.end(at: max(end, 0))
      return
    }
    var course = LifeCourse(self, person, luck: luck, settlement: settlement, birth: birth, entry: entry, end: end)
    course.begin(arrival: arrival, &observer)
    while course.t < end {
      switch course.state {
      case .outOfWork, .programme: course.stretch(&observer)
      case .employed: course.work(&observer)
      case .jobSeeker: course.spell(.jobSeekers, &observer)
      case .reducedCapacity: course.spell(.reducedCapacity, &observer)
      case .kvp: course.qualify(&observer)
      case .jobbsjansen: course.jobbsjansen(&observer)
      case .education: course.study(&observer)
      case .disability, .absent, .awaitingSettlement: course.t = end
      }
    }
    observer.end(at: end)
  }
}
