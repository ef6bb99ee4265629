import Foundation
import PolicyCore
import PolicyLang
import Testing

/// Good and bad programs by feature; each feature has one transcript that reads like a terminal.
struct CorpusTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Corpus").path

  static let features = (try? FileManager.default.contentsOfDirectory(atPath: root).sorted()) ?? []

  @Test(arguments: features)
  func transcript(feature: String) throws {
    var transcript = ""
    for kind in ["good", "bad"] {
      let folder = "\(Self.root)/\(feature)/\(kind)"
      for name in (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()) ?? [] {
        let bytes = try #require(FileManager.default.contents(atPath: "\(folder)/\(name)"))
        let file = SourceFile(name: "\(kind)/\(name)", bytes: Array(bytes))
        let checked = Language.check(
          file, mode: .file, loader: CorpusLoader(root: "\(Self.root)/\(feature)"), fitted: SamplePrelude.fitted)
        transcript += "$ check \(kind)/\(name)\n" + Self.answer(to: checked) + "\n"
        #expect(checked.hasErrors || kind == "good" || !checked.diagnostics.isEmpty, "\(feature)/bad/\(name)")
        #expect(!checked.hasErrors || kind == "bad", "\(feature)/good/\(name)")
      }
    }
    expectSnapshot(transcript, at: "\(Self.root)/\(feature)/transcript.expected")
  }

  /// The diagnostics, or what was understood.
  private static func answer(to checked: Checked) -> String {
    messages(checked) + checked.statements.map { summary($0, checked.environment) + "\n" }.joined()
  }

  private static func summary(_ statement: CheckedStatement, _ environment: Environment) -> String {
    switch statement {
    case .use(let name): "use \(name)"
    case .declaration(let name):
      "declaration \(name)"
        + (environment.catalogue.outcome(name).flatMap { outcome in
          outcome.formula.map { " = \($0), \(outcome.unit.symbol), \(outcome.clocks.map(\.rawValue))" }
        } ?? environment.catalogue.group(name).map { " = \($0.condition)" } ?? "")
    case .let(let name, let quantity): "\(name) = \(quantity)"
    case .scenario(let name): summary(environment.scenarios[name]?.plan)
    case .compare(let plan, _, let plots):
      "compare \(plan.scenarios.map(\.name)) to \(plan.scenarios[plan.reference].name), \(plan.clock.rawValue) "
        + "\(plan.years), by \(plan.by), \(summary(plan.filters, plan.cohorts)), show \(plan.outcomes)"
        + plots.map { "\n  plot \($0.outcome) by \($0.by ?? "nothing") to \($0.path ?? "terminal")" }.joined()
    case .expectSnapshot(let plan, _):
      "\(plan.text)\n  → \(plan.question.outcomes) of \(plan.question.scenarios.map(\.name)), tolerances "
        + "\(plan.tolerances.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" })\(plan.isWarning ? ", warning" : "")"
    case .expect(let plan, _):
      "\(plan.text)\n  → \(plan.clock.rawValue) \(years(plan)), \(summary(plan.filters, plan.cohorts)), \(plan.isStrict ? "strictly " : "")"
        + "\(bound(plan.lower, plan.unit)) to \(bound(plan.upper, plan.unit))\(plan.isWarning ? ", warning" : "")"
    case .sweep(let plan, _): summary(plan)
    case .solve(let plan, _):
      "\(plan.goal.text)\n  → \(plan.lever.name) of \(plan.scenario.name), settings "
        + [0, 1, plan.lastSetting].map { plan.lever.scale.text(plan.number(of: $0)) }.joined(separator: ", ")
        + ", beside \(plan.other?.name ?? "nothing")\(plan.isSubtracted ? " subtracted" : ""), "
        + "\(bound(plan.goal.lower, plan.goal.unit)) to \(bound(plan.goal.upper, plan.goal.unit))"
    case .optimise(let plan, _): summary(plan)
    case .attribute(let plan, _): summary(plan)
    case .sensitivity(let plan, _):
      "sensitivity \(plan.scenario.name) to \(plan.reference?.name ?? "nothing"), \(plan.clock.rawValue), "
        + "\(summary(plan.filters, plan.cohorts)), show \(plan.measures.map { "\($0.outcome) \($0.year)" })"
        + plan.parameters.map { "\n  \($0.name) \($0.low) to \($0.high)" }.joined()
        + plan.fixed.map { "\n  \($0) is fixed" }.joined()
    case .explain(let name, _): "explain \(name)"
    case .assumptions(let name, _): "assumptions of \(name ?? "all")"
    case .changes(let changes, _): summary(changes)
    case .export(let plan, _):
      switch plan.content {
      case .answer: "export answer as \(plan.format) to \(plan.path)"
      case .changes(let changes): "export as \(plan.format) to \(plan.path): " + summary(changes)
      }
    case .trace(let plan, _):
      "trace \(summary(plan.person)) under \(plan.scenarios.map(\.name)), run \(plan.replicate), \(plan.years) years"
    case .expression(let quantity, _): "\(quantity)"
    case .lever(let lever, let schedule, _): "\(lever.name) \(schedule)"
    }
  }

  private static func summary(_ schedule: Schedule) -> String {
    (["\(schedule.initial)"] + schedule.changes.map { "\($0.value) from \($0.month)" }).joined(separator: "; ")
  }

  private static func summary(_ changes: ScenarioChanges) -> String {
    let lines = changes.lines.map { line -> String in
      let place = line.place.map { " at \($0.file):\($0.line)" } ?? ""
      return switch line.change {
      case .lever(let name, let before, let after): "\n  \(name): \(summary(before)) → \(summary(after))\(place)"
      case .targeted(let setting, let rule, let isAdded):
        "\n  \(isAdded ? "+" : "-") \(rule ?? "no rule"): \(setting.slot) = \(setting.value)\(place)"
      case .assumption(let name, let before, let after): "\n  assume \(name): \(before) → \(after)\(place)"
      }
    }
    return "changes of \(changes.scenario) from \(changes.reference)" + lines.joined()
  }

  private static func years(_ plan: ExpectationPlan) -> String {
    plan.span.map { "\($0.total.rawValue) of \($0.first) to \(plan.year)" } ?? "\(plan.year)"
  }

  private static func summary(_ person: TracedPerson) -> String {
    switch person {
    case .number(let number): "person \(number)"
    case .first(let condition, let isParted):
      "the first" + (condition.map { " where \($0)" } ?? "") + (isParted ? " whose lives part" : "")
    }
  }

  private static func summary(_ plan: SweepPlan) -> String {
    let axes = plan.axes.map { axis in
      "\n  \(axis.lever.name) = " + axis.numbers.map(axis.lever.scale.text).joined(separator: ", ")
    }
    let plots = plan.plots.map { plot in
      "\n  plot \(plot.measure.outcome) \(plot.measure.year) by \(plot.by ?? "nothing") to \(plot.path ?? "terminal")"
    }
    return "sweep \(plan.scenario.name) to \(plan.reference.name), \(plan.clock.rawValue), by \(plan.by), "
      + "\(summary(plan.filters, plan.cohorts)), show \(plan.measures.map { "\($0.outcome) \($0.year)" })"
      + (axes + plots).joined()
  }

  private static func summary(_ plan: OptimisationPlan) -> String {
    let axes = plan.axes.map { axis in
      let ends = [0, min(1, axis.numbers.count - 1), axis.numbers.count - 1].map {
        axis.lever.scale.text(axis.numbers[$0])
      }
      return "\n  \(axis.lever.name), \(axis.numbers.count) numbers: " + ends.joined(separator: ", ")
    }
    func term(_ term: MeasuredTerm) -> String {
      "\(term.text), \(term.clock.rawValue) \(term.year), \(summary(term.filters, term.cohorts)), \(term.unit.symbol)"
    }
    return
      "optimise \(plan.scenario.name) beside \(plan.reference.name), \(plan.triesAll ? "all" : "\(plan.mostTried)") of "
      + "\(plan.settingCount)" + axes.joined() + "\n  \(plan.aim.rawValue) \(term(plan.objective))"
      + plan.conditions.map { condition in
        "\n  subject to \(term(condition.measured)), \(condition.isStrict ? "strictly " : "")"
          + "\(bound(condition.lower, condition.unit)) to \(bound(condition.upper, condition.unit))"
      }.joined() + plan.plots.map { "\n  plot to \($0.path ?? "terminal")" }.joined()
  }

  private static func summary(_ plan: AttributionPlan) -> String {
    let parts = plan.parts.indices.map { part in
      let alone = plan.scenario(with: 1 << UInt64(part))
      return "\n  \(plan.parts[part]): \(alone.settings.count) settings, \(alone.parameters.count) parameters"
    }
    return "attribute \(plan.scenario.name) to \(plan.reference.name), \(plan.clock.rawValue), by \(plan.by), "
      + "\(summary(plan.filters, plan.cohorts)), show \(plan.measures.map { "\($0.outcome) \($0.year)" })"
      + parts.joined()
  }

  private static func summary(_ plan: ScenarioPlan?) -> String {
    guard let plan else { return "no plan" }
    let settings = plan.settings.map { setting in
      "\n  \(setting.slot) = \(setting.value)" + (setting.from.map { " from \($0)" } ?? "")
        + (setting.until.map { " until \($0)" } ?? "")
    }
    let parameters = plan.parameters.sorted { $0.key < $1.key }.map { "\n  assume \($0.key) = \($0.value)" }
    return "scenario \(plan.name)\(plan.base.map { " from \($0)" } ?? "")" + (settings + parameters).joined()
  }

  private static func summary(_ filters: [GroupFilter], _ cohorts: CohortRange?) -> String {
    let groups = filters.map { $0.condition.category.map { "\($0.attribute) \($0.key)" } ?? "(\($0.condition))" }
      .joined(separator: " and ")
    let years = cohorts.map { "cohorts \($0.firstYear)–\($0.lastYear)" }
    return [groups.isEmpty ? "all" : groups, years].compactMap { $0 }.joined(separator: ", ")
  }

  private static func bound(_ value: Double?, _ unit: PolicyCore.Unit) -> String {
    value.map { Quantity($0, unit).description } ?? "any"
  }
}

/// Finds the sample prelude, and files beside the one that uses them.
private struct CorpusLoader: ModuleLoader {
  var root: String
  var moduleNames: [String] { SampleLoader().moduleNames }

  func load(_ name: String, relativeTo file: SourceFile?) -> SourceFile? {
    guard name.hasSuffix(".policy") else { return SampleLoader().load(name, relativeTo: file) }
    var path = (file?.name ?? "").split(separator: "/").dropLast()
    for part in name.split(separator: "/") {
      if part == ".." { _ = path.popLast() } else { path.append(part) }
    }
    let resolved = path.joined(separator: "/")
    return FileManager.default.contents(atPath: "\(root)/\(resolved)").map {
      SourceFile(name: resolved, bytes: Array($0))
    }
  }
}
