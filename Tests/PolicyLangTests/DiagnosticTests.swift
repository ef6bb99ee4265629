import Foundation
import PolicyCore
import PolicyLang
import Testing

struct DiagnosticTests {
  /// Every fix of every diagnostic of the corpus removes what it was offered for.
  @Test(arguments: CorpusTests.features)
  func fixesMendWhatTheyAreOfferedFor(feature: String) throws {
    let folder = "\(CorpusTests.root)/\(feature)/bad"
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()) ?? [] {
      let bytes = Array(try #require(FileManager.default.contents(atPath: "\(folder)/\(name)")))
      func check(_ bytes: [UInt8]) -> [Diagnostic] {
        Language.check(
          SourceFile(name: name, bytes: bytes), mode: .file, loader: SampleLoader(), fitted: SamplePrelude.fitted
        ).diagnostics
      }
      for diagnostic in check(bytes) where diagnostic.primary.file.name == name {
        for fix in diagnostic.helps.compactMap(\.fix) {
          var mended = bytes
          mended.replaceSubrange(fix.span.start..<fix.span.end, with: Array(fix.replacement.utf8))
          let rest = check(mended).filter {
            $0.id == diagnostic.id && $0.primary.span.start == diagnostic.primary.span.start
          }
          #expect(rest.isEmpty, "\(feature)/\(name): \(diagnostic.title) → \(fix.replacement)")
        }
      }
    }
  }

  @Test(arguments: [
    "let a = ‹2,5› months", "let a = 5 ‹moths›", "let ä = 1 + ‹ö›", "let a = ‹2020-01-15›", "let a = 1 ‹€› 2",
    "let 𝒶 = 1 + ‹b›", "scenario a from ‹basline›\nend", "let a = 5 % + ‹5 %›", "‹scenaro› a from b",
  ])
  func placesAreExact(marked: String) {
    let marked = Marked(marked)
    let checked = check(marked.text, in: SamplePrelude.environment, mode: .session)
    #expect(checked.diagnostics.first?.primary.span == marked.span, "\(messages(checked))")
  }

  @Test func everyIDHasAPageAndEveryPageAnID() throws {
    let folder = URL(filePath: CorpusTests.root).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "docs/errors").path
    let pages = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0 != "README.md" }
    #expect(pages.sorted() == Language.problemIDs.map { "\($0).md" }.sorted())
    #expect(Language.problemIDs == Language.problemIDs.sorted())
    let index = try String(contentsOfFile: "\(folder)/README.md", encoding: .utf8)
    for id in Language.problemIDs { #expect(index.contains("[\(id)](\(id).md)"), "\(id)") }
  }

  /// The wrong example of a page has the page's problem, the right one has none.
  @Test func examplesOfPagesAreTrue() throws {
    let folder = URL(filePath: CorpusTests.root).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "docs/errors").path
    for id in Language.problemIDs {
      let page = try String(contentsOfFile: "\(folder)/\(id).md", encoding: .utf8)
      #expect(page.hasPrefix("# \(id)\n"))
      for (heading, isWrong) in [("Wrong:", true), ("Right:", false)] {
        let parts = page.components(separatedBy: "\(heading)\n\n```policy\n")
        guard parts.count == 2, let example = parts[1].components(separatedBy: "\n```").first else {
          #expect(isWrong, "\(id) has no example")
          continue
        }
        let checked = check(example)
        #expect(isWrong ? checked.diagnostics.contains { $0.id == id } : checked.diagnostics.isEmpty, "\(id)")
      }
    }
  }

  @Test func exampleOfTheLanguagePageIsTrue() throws {
    let path = URL(filePath: CorpusTests.root).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "docs/language.md").path
    let page = try String(contentsOfFile: path, encoding: .utf8)
    let examples = page.components(separatedBy: "```policy\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
    #expect(!examples.isEmpty)
    for example in examples { #expect(messages(check(example)) == "") }
  }

  @Test func everyIDIsInTheCorpus() throws {
    var transcripts = ""
    for feature in CorpusTests.features {
      transcripts += try String(contentsOfFile: "\(CorpusTests.root)/\(feature)/transcript.expected", encoding: .utf8)
    }
    // These take a session, a very large file, or very many files.
    let elsewhere: Set = ["redefined", "file-too-large", "use-too-deep"]
    for id in Language.problemIDs where !elsewhere.contains(id) { #expect(transcripts.contains("[\(id)]"), "\(id)") }
  }

  @Test func atMostThreeHelpsAndTwentyDiagnosticsAreShown() {
    let text = "language 1\n" + String(repeating: "let a = 5 moths\n", count: 3_000)
    let checked = check(text)
    #expect(checked.diagnostics.count == 3_000)
    #expect(checked.diagnostics.allSatisfy { $0.helps.count <= 3 })
    let shown = messages(checked)
    #expect(shown.components(separatedBy: "error[").count == 21)
    #expect(shown.hasSuffix("… and 2980 more.\n"))
  }
}
