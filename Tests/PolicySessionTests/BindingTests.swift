import PolicyCore
import PolicyLang
import Simulator
import Stdlib
import Testing

/// What the model offers and what `stdlib/` declares are the same, in both directions.
@Suite struct BindingTests {
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

  static let catalogue = Language.check(
    SourceFile(name: "session", text: "use introduction_programme"), mode: .session, loader: Loader(), fitted: fitted
  ).environment.catalogue

  @Test func slotsAndDeclarationsAreTheSame() {
    let catalogue = Self.catalogue
    #expect(Set(catalogue.levers.map(\.slot)) == Set(LeverSlot.allCases.map(\.rawValue)))
    #expect(Set(catalogue.outcomes.map(\.slot)) == Set(OutcomeSlot.allCases.map(\.rawValue)))
    #expect(Set(catalogue.parameters.map(\.slot)) == Set(ParameterSlot.allCases.map(\.rawValue)))
    #expect(Set(catalogue.attributes.map(\.slot)) == Set(AttributeSlot.allCases.map(\.rawValue)))
  }

  @Test(arguments: AttributeSlot.allCases) func categoriesStandInTheModelsOrder(_ slot: AttributeSlot) {
    #expect(Self.catalogue.attribute(slot.rawValue)?.categories.map(\.key) == slot.keys)
  }
}
