import PolicyCore
import PolicyLang
import Testing

/// What holds for every text that the language reads.
struct LanguageChecks {
  let number: Int

  init(_ number: Int) { self.number = number }

  /// Checks any bytes: messages point into the text, and its layout is its own layout.
  func survive(_ bytes: [UInt8]) {
    let file = SourceFile(name: "fuzz.policy", bytes: bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    var modes: [(CheckMode, Environment)] = [(.session, Library.environment), (.script, Library.environment)]
    // Reading the whole prelude takes longer than all else.
    if number % 16 == 1 { modes.append((.file, .empty)) }
    for (mode, environment) in modes {
      let checked = Language.check(file, in: environment, mode: mode, loader: Library.Loader(), fitted: Library.fitted)
      let shown = DiagnosticRenderer(isColored: true).render(checked.diagnostics)
      expect(checked.diagnostics.isEmpty == shown.isEmpty, "a message is empty", text)
      expect(checked.statements.count == checked.sources.count, "statements and their texts differ in number", text)
      for label in checked.diagnostics.flatMap({ [$0.primary] + $0.secondary }) where label.file == file {
        expect(label.span.start >= 0 && label.span.end <= bytes.count, "a message points outside the text", text)
      }
    }
    _ = Language.needsMoreInput(text)
    _ = Language.tokens(file)
    expectLayout(file, text)
  }

  /// Checks a program in its own layout and in another: both mean the same, also entered one statement at a time.
  func keepMeaning(_ generator: ProgramGenerator) {
    var generator = generator
    let statements = generator.statements()
    let body = statements.joined(separator: "\n")
    let file = SourceFile(name: "fuzz.policy", text: "language 1\nuse introduction_programme\n\(body)\n")
    expectLayout(file, body)
    guard let text = try? Language.format(file) else {
      Issue.record("input \(number): a program of the grammar has no layout\n\(body)")
      return
    }
    let one = check(body)
    let laidOut = text.split(separator: "\n", omittingEmptySubsequences: false).drop {
      $0.hasPrefix("language") || $0.hasPrefix("use") || $0.isEmpty
    }
    let other = check(laidOut.joined(separator: "\n"))
    expect(one.diagnostics.map(\.id) == other.diagnostics.map(\.id), "another layout has other errors", body)
    expect(plans(one.environment) == plans(other.environment), "another layout has other plans", body)
    guard !one.hasErrors else { return }
    var environment = Library.environment
    for statement in statements {
      let entry = Language.check(
        SourceFile(name: "entry", text: statement), in: environment, mode: .session, loader: Library.Loader(),
        fitted: Library.fitted)
      expect(!entry.hasErrors, "a statement of a good program is refused by itself", statement)
      environment = entry.environment
    }
    expect(plans(environment) == plans(one.environment), "one statement at a time means something else", body)
  }

  private func check(_ text: String) -> Checked {
    Language.check(
      SourceFile(name: "body", text: text), in: Library.environment, mode: .script, loader: Library.Loader(),
      fitted: Library.fitted)
  }

  private func plans(_ environment: Environment) -> [String: ScenarioPlan] { environment.scenarios.mapValues(\.plan) }

  /// The layout of a layout is itself.
  private func expectLayout(_ file: SourceFile, _ text: String) {
    do {
      let once = try Language.format(file)
      expect(try Language.format(SourceFile(name: file.name, text: once)) == once, "its layout has another", text)
    } catch FormatFailure.errors(let errors) {
      expect(!errors.isEmpty, "it has no layout and no error", text)
    } catch {
      Issue.record("input \(number): \(error)\n\(text)")
    }
  }

  private func expect(_ condition: Bool, _ message: String, _ text: String) {
    if !condition { Issue.record("input \(number): \(message)\n\(text)") }
  }
}
