import PolicyCore
import PolicyLang
import Stdlib
import Testing

/// The shipped declarations read without a complaint and say what help, checking and the manual need.
@Suite struct PreludeTests {
  struct Loader: ModuleLoader {
    func load(_ name: String, relativeTo file: SourceFile?) -> SourceFile? {
      Stdlib.text("\(name).policy").map { SourceFile(name: "stdlib/\(name).policy", text: $0) }
    }
  }

  static let fitted = Dictionary(
    uniqueKeysWithValues: (Stdlib.text("data/fitted.csv") ?? "").split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return (fields[0], FittedValue(value: Double(fields[1]) ?? .nan, standardError: Double(fields[2]) ?? .nan))
    })

  static let checked = Language.check(
    SourceFile(name: "session", text: "use introduction_programme"), mode: .session, loader: Loader(), fitted: fitted)

  var catalogue: Catalogue { Self.checked.environment.catalogue }

  @Test func nothingIsWrong() {
    #expect(Self.checked.diagnostics.isEmpty, "\(DiagnosticRenderer().render(Self.checked.diagnostics))")
    #expect(catalogue.attributes.count == 14 && catalogue.outcomes.count == 25 && catalogue.levers.count == 49)
    #expect(Self.checked.environment.scenarios.keys.contains("baseline"))
  }

  @Test func everyLeverSaysHowItActsAndOnWhat() {
    let parameters = Set(catalogue.parameters.map(\.name))
    for lever in catalogue.levers {
      #expect(!lever.documentation.isEmpty && !lever.citations.isEmpty && !lever.acts.nb.isEmpty, "\(lever.name)")
      #expect(!lever.mechanism.isEmpty && parameters.isSuperset(of: lever.mechanism), "\(lever.name)")
      let switches = catalogue.parameters.filter { lever.mechanism.contains($0.name) && $0.neutral != nil }
      // What moves kroner alone has nothing to switch off.
      let isMoney = lever.mechanism.allSatisfy { $0.hasPrefix("budget.") }
      #expect(!switches.isEmpty || isMoney, "\(lever.name) cannot be switched off")
    }
  }

  @Test func everyParameterSaysHowItIsKnown() {
    for parameter in catalogue.parameters {
      #expect(!parameter.reason.isEmpty, "\(parameter.name)")
      #expect(parameter.grade == .assumed || !parameter.citations.isEmpty, "\(parameter.name) has no source")
      #expect(parameter.low < parameter.high, "\(parameter.name) has no range")
      #expect(parameter.grade != .fitted || Self.fitted[parameter.name] != nil, "\(parameter.name)")
      #expect(parameter.grade != .estimated || (parameter.standardError ?? 0) > 0, "\(parameter.name)")
    }
    #expect(Set(Self.fitted.keys).isSubset(of: Set(catalogue.parameters.filter { $0.grade == .fitted }.map(\.name))))
  }

  @Test func labelsStandInBothLanguages() {
    let labels =
      catalogue.levers.map(\.label) + catalogue.outcomes.map(\.label) + catalogue.parameters.map(\.label)
      + catalogue.attributes.flatMap { [$0.label] + $0.categories.map(\.label) }
    for label in labels { #expect(!label.nb.isEmpty && !label.en.isEmpty) }
  }
}
