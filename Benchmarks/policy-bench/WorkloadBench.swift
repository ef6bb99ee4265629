import Simulator

/// The workload by every kind of draws beside the C reference, interleaved so that a busy machine hits all alike.
struct WorkloadBench {
  /// The path of the compiled reference, if there is one.
  let reference: String?

  static let persons = 300_000
  static let months = 120
  private static let rounds = 7

  func run() throws {
    let workload = Workload(persons: Self.persons, months: Self.months)
    let draws: [WorkloadDraws] = [.monthKeyed, .candidateClock, .spellKeyed]
    var costs = [Cost](repeating: .endless, count: draws.count)
    var paired = Cost.endless
    var inC = Double.infinity
    var tableInC: String?
    for _ in 0..<Self.rounds {
      if let reference, let text = output(of: "'\(reference)' \(Self.persons) \(Self.months) 1 base 1") {
        let parts = text.split(separator: "seconds ")
        inC = min(inC, parts.last.flatMap { Double($0.prefix { !$0.isNewline }) } ?? .infinity)
        tableInC = parts.first.map(String.init)
      }
      for (index, kind) in draws.enumerated() {
        let cost = try Cost.of { _ = try workload.table(kind, .base, seed: 1, threads: 1) }
        costs[index] = costs[index].best(cost)
      }
      paired = paired.best(try Cost.of { _ = try workload.table(.candidateClock, .base, seed: 1, threads: 2) })
    }

    let personMonths = Double(Self.persons * Self.months)
    print("The workload: \(Self.persons) persons × \(Self.months) months, one thread, best of \(Self.rounds) rounds")
    print("".left(18) + "million person-months a CPU second".right(36) + "ratio to C".right(12))
    func line(_ name: String, _ seconds: Double) {
      let ratio = inC.isFinite ? (inC / seconds).fixed(2) : "–"
      print(name.left(18) + (personMonths / seconds / 1e6).fixed(0).right(36) + ratio.right(12))
    }
    if inC.isFinite { line("C, tables, Philox", inC) }
    for (kind, cost) in zip(draws, costs) { line(kind.rawValue, cost.cpu) }
    let single = costs[1]
    print(
      "candidate clock, two threads: \((single.wall / paired.wall).fixed(2)) × as fast by the wall clock, "
        + "\((paired.cpu / single.cpu).fixed(2)) × the CPU time")
    if let tableInC {
      let isSame = try workload.table(.monthKeyed, .base, seed: 1, threads: 1).csv == tableInC
      print("month-keyed table and C's: \(isSame ? "the same bytes" : "DIFFERENT")")
    }
  }

  static func printTable(_ levers: WorkloadLevers) throws {
    let workload = Workload(persons: 100_000, months: months)
    print(try workload.table(.monthKeyed, levers, seed: 1, threads: 1).csv, terminator: "")
  }
}
