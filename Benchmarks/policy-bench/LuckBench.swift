import Simulator

/// How well two scenarios of the workload share luck.
///
/// The reform makes every job start a tenth likelier, so a person whom it leaves without the job of the baseline was moved
/// by luck alone (or, where hazards depend on durations, by a loss that was merely earlier).
struct LuckBench {
  private let persons = 200_000
  private let months = 108

  func run() {
    let workload = Workload(persons: persons, months: months)
    var reform = WorkloadLevers.base
    reform.startFactor = 1.1
    for hasDurations in [false, true] {
      print("\nJob starts × 1.1, " + (hasDurations ? "hazards by duration" : "constant hazards, luck alone"))
      print(
        "".left(22) + "difference, pp".right(16) + "sd of a person".right(16)
          + "wrong way, month 60".right(22) + "in any 12th month".right(20))
      for draws in WorkloadDraws.allCases {
        var isWrong = [Bool](repeating: false, count: persons)
        var at60 = (difference: 0.0, deviation: 0.0, wrong: 0.0)
        for month in stride(from: 11, to: months, by: 12) {
          let base = workload.employed(draws, .base, seed: 1, month: month, hasDurations: hasDurations)
          let other = workload.employed(draws, reform, seed: 1, month: month, hasDurations: hasDurations)
          let gained = Double(zip(base, other).count { !$0 && $1 }) / Double(persons)
          let lost = Double(zip(base, other).count { $0 && !$1 }) / Double(persons)
          for person in isWrong.indices where base[person] && !other[person] { isWrong[person] = true }
          let mean = gained - lost
          if month == 59 { at60 = (mean, (gained + lost - mean * mean).squareRoot(), lost) }
        }
        let ever = Double(isWrong.count { $0 }) / Double(persons)
        print(
          draws.rawValue.left(22) + (100 * at60.difference).fixed(2).right(16) + at60.deviation.fixed(3).right(16)
            + ((100 * at60.wrong).fixed(3) + " %").right(22) + ((100 * ever).fixed(3) + " %").right(20))
      }
    }
  }
}
