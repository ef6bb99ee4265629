import Foundation
import PolicyCore
import PolicyLang
import Simulator
import Stdlib
import Synchronization
import Testing

@testable import PolicySession

/// The library that ships in the program.
struct ShippedLibrary: ModuleLoader {
  func load(_ name: String, relativeTo file: SourceFile?) -> SourceFile? {
    Stdlib.text(name + ".policy").map { SourceFile(name: "stdlib/\(name).policy", text: $0) }
  }
}

@Suite struct ScenarioFilesTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "scenarios")

  static let names = ["b1_for_half", "baseline", "nav_from_the_start", "settlement_60_40", "three_year_programme"]

  static let fitted = Result { try FittedValues.parse(Stdlib.text("data/fitted.csv") ?? "") }

  /// One engine for all files, so that its population is made once.
  static let engine = Mutex<Engine?>(nil)

  static func session() throws -> Session {
    let size = RunSize(persons: 1_000, replicates: 2, threads: 2)
    return Session(loader: ShippedLibrary(), fitted: try fitted.get(), size: size) { catalogue in
      try engine.withLock { made in
        let engine = try made ?? Engine(data: ModelData(text: Stdlib.text), catalogue: catalogue)
        made = engine
        return engine
      }
    }
  }

  @Test func allFilesAreListed() throws {
    let found = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { $0.hasSuffix(".policy") }
    #expect(found.sorted() == Self.names.map { $0 + ".policy" })
  }

  @Test(arguments: names) func aScenarioFileHasNoErrorsAndExpectsSomething(_ name: String) throws {
    let data = try Data(contentsOf: Self.folder.appending(path: name + ".policy"))
    let file = SourceFile(name: "scenarios/\(name).policy", bytes: Array(data))
    let checked = Language.check(file, mode: .file, loader: ShippedLibrary(), fitted: try Self.fitted.get())
    #expect(!checked.hasErrors, "\(DiagnosticRenderer().render(checked.diagnostics))")
    #expect(checked.statements.contains { if case .expect = $0 { true } else { false } })
    #expect(checked.statements.contains { if case .compare = $0 { true } else { false } })
    #expect(checked.environment.scenarios.values.allSatisfy { !$0.documentation.isEmpty })
  }

  /// What the numbers are is not asked here: so few persons say nothing about them.
  @Test(arguments: names) func aScenarioFileIsAnsweredByTheEngine(_ name: String) throws {
    let data = try Data(contentsOf: Self.folder.appending(path: name + ".policy"))
    let result = try Self.session().run(SourceFile(name: name, bytes: Array(data)))
    #expect(!result.hasErrors)
    #expect(result.failure == nil)
    #expect(!result.questions.isEmpty)
    #expect(result.questions.allSatisfy { question in question.result.rows.contains { $0.estimate != nil } })
    // What changes nothing is exactly zero at any size.
    for verdict in result.expectations where verdict.text.contains("between 0 pp and 0 pp") {
      #expect(verdict.status == .passed, "\(verdict.text)")
    }
  }
}
