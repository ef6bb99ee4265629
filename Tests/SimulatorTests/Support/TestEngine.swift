import PolicyCore
import PolicyLang
import PolicySession
import Simulator
import Stdlib

/// The shipped model, made from the prelude as the program makes it.
enum TestEngine {
  private struct Library: ModuleLoader {
    func load(_ name: String, relativeTo file: SourceFile?) -> SourceFile? {
      let path = name.hasSuffix(".policy") ? name : name + ".policy"
      return Stdlib.text(path).map { SourceFile(name: path, text: $0) }
    }
  }

  static let environment: Environment = {
    let fitted = (try? FittedValues.parse(Stdlib.text("data/fitted.csv") ?? "")) ?? [:]
    let file = SourceFile(name: "test", text: "use introduction_programme")
    return Language.check(file, in: .empty, mode: .session, loader: Library(), fitted: fitted).environment
  }()

  /// What is said after `use introduction_programme`.
  static func check(_ text: String) -> Checked {
    Language.check(SourceFile(name: "test", text: text), in: environment, mode: .session, loader: Library())
  }

  static var catalogue: Catalogue { environment.catalogue }

  static func make(seekerModel: Int = 3, microdata: Microdata? = nil) throws -> Engine {
    try Engine(
      data: ModelData { Stdlib.text($0) }, catalogue: catalogue, seekerModel: seekerModel, microdata: microdata)
  }

  /// The library's own baseline, with the law by date.
  static let baseline = environment.scenarios["baseline"]?.plan ?? ScenarioPlan(name: "baseline")

  /// The baseline with other levers and parameters.
  static func scenario(
    _ name: String, _ levers: [(LeverSlot, LeverValue)] = [], parameters: [ParameterSlot: Double] = [:]
  ) -> ScenarioPlan {
    var plan = baseline
    plan.name = name
    for (slot, value) in levers {
      plan.settings.removeAll { $0.slot == slot.rawValue }
      plan.settings.append(LeverSetting(slot: slot.rawValue, value: value))
    }
    for (slot, value) in parameters { plan.parameters[slot.rawValue] = value }
    return plan
  }

  static func answer(
    _ scenarios: [ScenarioPlan], outcomes: [OutcomeSlot] = [.employed], clock: Clock = .settlement,
    years: [Int] = [1, 3, 5, 7, 9], by: [AttributeSlot] = [], filters: [GroupFilter] = [],
    cohorts: CohortRange? = CohortRange(firstYear: 2010, lastYear: 2016),
    size: RunSize = RunSize(persons: 40_000, replicates: 2, seed: 7, threads: 2), engine: Engine? = nil
  ) throws -> ComparisonResult {
    let plan = ComparisonPlan(
      scenarios: scenarios, outcomes: outcomes.map(\.rawValue), clock: clock, years: years, by: by.map(\.rawValue),
      filters: filters, cohorts: cohorts)
    return try (engine ?? make()).answer(plan, size: size, cancellation: Cancellation(), progress: { _ in })
  }

  /// The differences of `answer`, all cells.
  static func differences(_ result: ComparisonResult) -> [Double] {
    result.rows.filter { $0.base != nil }.compactMap { $0.estimate?.value }
  }
}
