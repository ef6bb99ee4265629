import PolicyCore

/// The benchmark workload on the engine's own primitives.
package struct Workload: Sendable {
  package let months: Int
  private let population: WorkloadPopulation
  private static let personsPerItem = 4_096

  /// - Parameter months: a multiple of 12.
  package init(persons: Int, months: Int) {
    population = WorkloadPopulation(count: persons)
    self.months = months
  }

  /// Simulates everybody and tabulates by year and sex.
  package func table(_ draws: WorkloadDraws, _ levers: WorkloadLevers, seed: UInt64, threads: Int) throws
    -> WorkloadTable
  {
    let kernel = kernel(levers, seed: seed, hasDurations: true)
    let count = population.count
    let items = (count + Self.personsPerItem - 1) / Self.personsPerItem
    let parts = try ParallelWork.map(items: items, threads: threads, cancellation: Cancellation()) {
      item -> WorkloadTable in
      var table = WorkloadTable(months: months)
      let first = item * Self.personsPerItem
      kernel.run(draws, persons: first..<min(first + Self.personsPerItem, count), observer: &table)
      return table
    }
    var sum = WorkloadTable(months: months)
    for part in parts { sum.add(part) }
    return sum
  }

  /// Who is employed at the end of `month`, in a fixed order of persons.
  package func employed(
    _ draws: WorkloadDraws, _ levers: WorkloadLevers, seed: UInt64, month: Int, hasDurations: Bool
  ) -> [Bool] {
    var snapshot = WorkloadSnapshot(persons: population.count, month: month)
    kernel(levers, seed: seed, hasDurations: hasDurations)
      .run(draws, persons: 0..<population.count, observer: &snapshot)
    return snapshot.isEmployed
  }

  private func kernel(_ levers: WorkloadLevers, seed: UInt64, hasDurations: Bool) -> WorkloadKernel {
    WorkloadKernel(
      population: population, rates: WorkloadRates(levers: levers, months: months, hasDurations: hasDurations),
      seed: seed)
  }
}

/// States of all persons at one month.
private struct WorkloadSnapshot: WorkloadObserver {
  var isEmployed: [Bool]
  let month: Int
  var position = 0

  init(persons: Int, month: Int) {
    isEmployed = [Bool](repeating: false, count: persons)
    self.month = month
  }

  mutating func begin(position: Int, sex: Int) { self.position = position }
  mutating func start(month: Int) { if month <= self.month { isEmployed[position] = true } }
  mutating func loss(month: Int) { if month <= self.month { isEmployed[position] = false } }
}
