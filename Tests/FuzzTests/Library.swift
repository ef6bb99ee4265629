import PolicyCore
import PolicyLang
import PolicySession
import Stdlib

/// The shipped prelude, brought once.
enum Library {
  struct Loader: ModuleLoader {
    func load(_ name: String, relativeTo file: SourceFile?) -> SourceFile? {
      if name == "x.policy" { return SourceFile(name: name, text: "language 1\n") }
      return Stdlib.text("\(name).policy").map { SourceFile(name: "stdlib/\(name).policy", text: $0) }
    }
  }

  static let fitted = (try? FittedValues.parse(Stdlib.text("data/fitted.csv") ?? "")) ?? [:]

  /// The environment of a session in which the prelude was brought.
  static let environment = Language.check(
    SourceFile(name: "session", text: "use introduction_programme"), mode: .session, loader: Loader(), fitted: fitted
  ).environment

  /// A session in which the prelude was brought, with an engine that answers at once.
  static let session: Session = {
    var session = Session(loader: Loader(), fitted: fitted, size: RunSize(persons: 100, replicates: 2)) { _ in
      QuickEngine()
    }
    session.gradesDifferences = false
    session.evaluate("use introduction_programme")
    return session
  }()
}

/// Answers every question with numbers that depend on the settings alone.
struct QuickEngine: PolicyEngine {
  func answer(
    _ plan: ComparisonPlan, size: RunSize, cancellation: Cancellation,
    progress: @escaping @Sendable (RunProgress) -> Void
  ) throws -> ComparisonResult {
    func level(_ scenario: ScenarioPlan, _ year: Int) -> Double {
      scenario.settings.reduce(0.01 * Double(year % 50)) { sum, setting in
        guard case .quantity(let quantity) = setting.value else { return sum }
        return sum + 1e-3 * quantity.value
      }
    }
    var rows: [ResultRow] = []
    for outcome in plan.outcomes {
      for year in plan.years {
        let reference = plan.scenarios[plan.reference]
        for (index, scenario) in plan.scenarios.enumerated() {
          func row(_ base: String?, _ value: Double, _ unit: Unit) -> ResultRow {
            ResultRow(
              outcome: outcome, scenario: scenario.name, base: base, group: [:], year: year, unit: unit,
              estimate: Estimate(value: value, low: value - 0.01, high: value + 0.01),
              replicates: Array(repeating: value, count: size.replicates), persons: 100)
          }
          rows.append(row(nil, level(scenario, year), .share))
          guard index != plan.reference else { continue }
          rows.append(row(reference.name, level(scenario, year) - level(reference, year), .points))
          for pair in plan.pairs where pair.minuend == index {
            let other = plan.scenarios[pair.subtrahend]
            rows.append(row(other.name, level(scenario, year) - level(other, year), .points))
          }
        }
      }
    }
    return ComparisonResult(plan: plan, rows: rows, size: size, intervals: [.monteCarlo])
  }
}
