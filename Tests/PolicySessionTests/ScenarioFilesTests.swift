import Foundation
import PolicyCore
import PolicyLang
import Stdlib
import Testing

@testable import PolicySession

/// The files that people run and read, on the library that ships.
@Suite struct ScenarioFilesTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "scenarios")

  static let names = [
    "b1_for_half", "baseline", "integration_act", "nav_from_the_start", "own_measure",
    "recommendations/r1_whole_apparatus",
    "recommendations/r2_registration_in_reception", "recommendations/r3_settlement", "recommendations/r4_compliance",
    "recommendations/r5_norwegian_and_schooling", "recommendations/r6_jobbsjansen", "recommendations/r7_cooperation",
    "recommendations/r8_nav_measures", "recommendations/r9_kvp_for_all_with_a_right", "settlement_60_40",
    "three_year_programme",
  ]

  /// One session, so that its population is made once; so few persons say nothing about numbers.
  static let session = Result {
    try Session(library: Stdlib.text, size: RunSize(persons: 1_000, replicates: 2, threads: 2))
  }

  static func file(_ name: String) throws -> SourceFile {
    let data = try Data(contentsOf: folder.appending(path: name + ".policy"))
    return SourceFile(name: "scenarios/\(name).policy", bytes: Array(data))
  }

  @Test func allFilesAreListed() throws {
    let found = try FileManager.default.subpathsOfDirectory(atPath: Self.folder.path).filter { $0.hasSuffix(".policy") }
    #expect(found.sorted() == Self.names.map { $0 + ".policy" })
  }

  @Test(arguments: names) func aFileSaysWhatItIsAboutAsksAndExpects(_ name: String) throws {
    let session = try Self.session.get()
    let file = try Self.file(name)
    let checked = Language.check(file, mode: .file, loader: session.loader, fitted: session.fitted)
    #expect(!checked.hasErrors, "\(DiagnosticRenderer().render(checked.diagnostics))")
    #expect(checked.statements.contains { if case .expect = $0 { true } else { false } })
    #expect(checked.statements.contains { if case .compare = $0 { true } else { false } })
    #expect(checked.environment.scenarios.values.allSatisfy { !$0.documentation.isEmpty })
  }

  @Test(arguments: names) func aFileIsAnsweredByTheEngine(_ name: String) throws {
    let result = try Self.session.get().run(Self.file(name))
    #expect(!result.hasErrors)
    #expect(result.failure == nil)
    #expect(!result.questions.isEmpty)
    #expect(result.questions.allSatisfy { question in question.result.rows.contains { $0.estimate != nil } })
    // What changes nothing is exactly zero at any size.
    for verdict in result.expectations where verdict.text.contains("between 0 pp and 0 pp") {
      #expect(verdict.status == .passed, "\(verdict.text)")
    }
  }

  @Test func aLibraryWithoutItsDataIsSaid() throws {
    var session = try Session(library: { $0.hasSuffix(".policy") || $0.contains("fitted") ? Stdlib.text($0) : nil })
    session.evaluate("use introduction_programme")
    let outputs = session.evaluate("compare baseline over 3 years show employed")
    guard case .failure = outputs.last else {
      Issue.record("\(outputs)")
      return
    }
  }
}
