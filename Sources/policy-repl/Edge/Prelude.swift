import PolicyCore
import PolicyLang

/// What `use introduction_programme` brings, for commands that run without a program.
struct Prelude {
  static let module = "introduction_programme"

  let catalogue: Catalogue
  let baseline: ScenarioPlan

  /// - Throws: `Stop` when the library has errors, after these have been shown.
  init(_ workplace: Workplace) throws {
    let text = SourceFile(name: "<prelude>", text: "use \(Self.module)\n")
    let checked = Language.check(text, mode: .session, loader: workplace.library, fitted: workplace.fitted)
    if checked.hasErrors {
      workplace.console.note(checked.diagnostics)
      throw Stop(.source)
    }
    catalogue = checked.environment.catalogue
    baseline = checked.environment.scenarios["baseline"]?.plan ?? ScenarioPlan(name: "baseline")
  }
}

extension Catalogue {
  /// The names that `doc` has a page for.
  var names: [String] {
    levers.map(\.name) + outcomes.map(\.name) + attributes.map(\.name) + groups.map(\.name) + parameters.map(\.name)
  }

  /// How much there is to name.
  var summary: Label {
    Label(
      nb: "\(levers.count) virkemidler, \(outcomes.count) utfall, \(attributes.count) egenskaper: se `:help names`.",
      en: "\(levers.count) levers, \(outcomes.count) outcomes, \(attributes.count) attributes: see `:help names`.")
  }
}

enum Names {
  /// That a name is not known, and which one may have been meant.
  static func unknown(_ name: String, among names: [String]) -> Label {
    let near = Spelling.nearest(to: name, among: names)
    return Label(
      nb: "`\(name)` er ikke kjent." + (near.map { " Mente du `\($0)`?" } ?? ""),
      en: "`\(name)` is not known." + (near.map { " Did you mean `\($0)`?" } ?? ""))
  }
}
