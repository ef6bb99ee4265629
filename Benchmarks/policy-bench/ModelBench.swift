import PolicyCore
import PolicyLang
import PolicySession
import Simulator
import Stdlib

/// The shipped model: time and memory of the baseline, and how well a reform that can only help shares its luck.
struct ModelBench {
  private static let persons = 300_000
  private static let years = Array(2010...2027)
  private static let rounds = 3

  private let catalogue: Catalogue
  private let baseline: ScenarioPlan

  init() {
    struct Library: ModuleLoader {
      func load(_ name: String, relativeTo file: SourceFile?) -> SourceFile? {
        let path = name.hasSuffix(".policy") ? name : name + ".policy"
        return Stdlib.text(path).map { SourceFile(name: path, text: $0) }
      }
    }
    let fitted = (try? FittedValues.parse(Stdlib.text("data/fitted.csv") ?? "")) ?? [:]
    let file = SourceFile(name: "bench", text: "use introduction_programme")
    let program = Language.check(file, in: .empty, mode: .session, loader: Library(), fitted: fitted)
    catalogue = program.environment.catalogue
    baseline = program.environment.scenarios["baseline"]?.plan ?? ScenarioPlan(name: "baseline")
  }

  private func engine() throws -> Engine { try Engine(data: ModelData { Stdlib.text($0) }, catalogue: catalogue) }

  func run() throws {
    let engine = try engine()
    let making = try Cost.of { _ = try engine.population(persons: Self.persons) }
    let months = try engine.states(baseline, persons: Self.persons, seed: 1, month: Month(year: 2027, month: 12))
      .reduce(0) { $0 + $1.months }
    let plan = ComparisonPlan(
      scenarios: [baseline], outcomes: ["employed"], clock: .calendar, years: Self.years)
    var costs = [Cost.endless, .endless]
    for _ in 0..<Self.rounds {
      for threads in 1...2 {
        let size = RunSize(persons: Self.persons, replicates: 1, seed: 1, threads: threads)
        let cost = try Cost.of {
          _ = try engine.answer(plan, size: size, cancellation: Cancellation(), progress: { _ in })
        }
        costs[threads - 1] = costs[threads - 1].best(cost)
      }
    }
    let millions = (Double(months) / 1e6).fixed(1)
    print("\nThe model: \(Self.persons) persons, baseline, 2003 to 2027, \(millions) million person-months")
    print("making the population: \(making.cpu.fixed(2)) CPU seconds")
    for (index, cost) in costs.enumerated() {
      print(
        "\(index + 1) thread\(index == 0 ? " " : "s"): \(cost.cpu.fixed(2)) CPU seconds, \(cost.wall.fixed(2)) s, "
          + "\((cost.cpu / Double(months) * 1e9).fixed(1)) ns a person-month")
    }
    print("two threads: \((costs[0].wall / costs[1].wall).fixed(2)) × as fast by the wall clock")
    print("peak memory of the process: \(Cost.peakMegabytes.fixed(0)) MB")
  }

  /// Persons whom likelier job starts leave without the job that they have in the baseline.
  func luck() throws {
    let engine = try engine()
    var reform = baseline
    reform.name = "likelier"
    for slot in ["job.start_participants", "job.start_others"] {
      reform.parameters[slot] = (catalogue.parameters.first { $0.slot == slot }?.value ?? 0) + 0.0953
    }
    print("\nThe model, job starts outside NAV × 1.1")
    for year in [2010, 2014, 2018, 2022] {
      let month = Month(year: year, month: 12)
      let base = try engine.states(baseline, persons: 100_000, seed: 1, month: month)
      let other = try engine.states(reform, persons: 100_000, seed: 1, month: month)
      let gained = Double(zip(base, other).count { !$0.isEmployed && $1.isEmployed }) / 1_000
      let lost = Double(zip(base, other).count { $0.isEmployed && !$1.isEmployed }) / 1_000
      print("\(year): gained \(gained.fixed(2)) %, moved the wrong way \(lost.fixed(3)) %")
    }
  }
}
