import Foundation
import PolicyCore
import Testing

@testable import PolicyLang

/// Replacements that `check --fix` makes.
@Suite struct RepairTests {
  func repair(_ text: String) -> Repair {
    Language.repair(SourceFile(name: "x.policy", text: text), loader: SampleLoader(), fitted: SamplePrelude.fitted)
  }

  func text(_ repair: Repair) -> String { String(decoding: repair.file.bytes, as: UTF8.self) }

  @Test func namesAndDatesAreMended() {
    let repair = repair(
      """
      use introduction_programme
      # A remark.
      scenario a from baseline  # here
        programme.lenght = 36 months from 2020-1
      end
      compare baseline, a over 9 years show employd
      """)
    #expect(
      text(repair) == """
        language 1
        use introduction_programme
        # A remark.
        scenario a from baseline  # here
          programme.length = 36 months from 2020-01
        end
        compare baseline, a over 9 years show employed
        """)
    #expect(Set(repair.steps.map(\.new)) == ["language 1\n", "programme.length", "2020-01", "employed"])
    // What the second round found stands a line further down.
    #expect(repair.steps.first { $0.new == "employed" }?.place.line == 7)
  }

  @Test func aChoiceIsLeftToTheAuthor() {
    let text = """
      language 1
      use introduction_programme
      scenario a from baseline
        nav.involvement = nav.involvement + 20 %
      end
      """
    let repair = repair(text)
    #expect(repair.steps.isEmpty && self.text(repair) == text)
  }

  @Test func aGoodFileStaysTheSame() {
    let text = "language 1\nuse introduction_programme\nlet a = 1\n"
    #expect(repair(text).steps.isEmpty)
  }

  static let corpus: [String] = CorpusTests.features.flatMap { feature in
    let names = try? FileManager.default.contentsOfDirectory(atPath: "\(CorpusTests.root)/\(feature)/bad").sorted()
    return (names ?? []).map { "\(feature)/bad/\($0)" }
  }

  /// In every bad program: comments stay, errors do not grow, and nothing that could be mended is left.
  @Test(arguments: corpus) func badProgramsAreMendedAsFarAsTheyCanBe(path: String) throws {
    let bytes = try #require(FileManager.default.contents(atPath: "\(CorpusTests.root)/\(path)"))
    let file = SourceFile(name: path, bytes: Array(bytes))
    func errors(_ file: SourceFile) -> [Diagnostic] {
      Language.check(file, mode: .file, loader: SampleLoader(), fitted: SamplePrelude.fitted).diagnostics
        .filter { $0.severity == .error }
    }
    let repair = Language.repair(file, loader: SampleLoader(), fitted: SamplePrelude.fitted)
    #expect(errors(repair.file).count <= errors(file).count)
    if repair.steps.isEmpty { #expect(repair.file.bytes == file.bytes) }
    #expect(Language.repair(repair.file, loader: SampleLoader(), fitted: SamplePrelude.fitted).steps.isEmpty)
    let unterminated = errors(file).contains { $0.id == "unterminated-text" }
    if !unterminated { #expect(comments(repair.file) == comments(file)) }
  }

  @Test func theCorpusHasSomethingToMend() {
    let mended = Self.corpus.count { path in
      guard let bytes = FileManager.default.contents(atPath: "\(CorpusTests.root)/\(path)") else { return false }
      let file = SourceFile(name: path, bytes: Array(bytes))
      return !Language.repair(file, loader: SampleLoader(), fitted: SamplePrelude.fitted).steps.isEmpty
    }
    #expect(mended >= 10)
  }

  private func comments(_ file: SourceFile) -> [String] {
    Language.tokens(file).filter { $0.kind == .comment || $0.kind == .documentation }.map { file.text(of: $0.span) }
  }
}
