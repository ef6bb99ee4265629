import PolicyCore
import PolicyLang
import Testing

@testable import PolicySession

/// A session written as a file, and the file run again.
@Suite struct ScriptTests {
  static let reform = "scenario three_years from baseline\n  programme.length = 36 months\nend"

  func session(_ entries: String..., files: [String: String] = [:]) -> Session {
    var session = Session.sample(files: files, size: RunSize(persons: 100, replicates: 2))
    for entry in ["use introduction_programme"] + entries { session.evaluate(entry) }
    return session
  }

  @Test func aFileHasWhatIsInForceAndWhatWasAsked() throws {
    let session = session(
      "# How long.\nlet long = 48 months", "let long = 36 months  # at most",
      "## Longer.\nscenario three_years from baseline\nprogramme.length = long\nend", "3 * long",
      "compare baseline, three_years over 3 years show employed", "nonsense here",
      "compare baseline,  three_years over 3 years show employed",
      "expect employed in year 3: three_years at least 1 %")
    #expect(
      try session.script(path: "x.policy").text == """
        language 1
        use introduction_programme

        let long = 36 months  # at most

        ## Longer.
        scenario three_years from baseline
          programme.length = long
        end

        compare baseline, three_years over 3 years show employed

        expect employed in year 3: three_years at least 1 %

        """)
  }

  @Test func whatSomethingWasBuiltOnIsKeptUnderAnotherName() throws {
    let session = session(
      "let m = 36 months", "scenario a from baseline\n  programme.length = m\nend", "scenario b from a\nend",
      "let m = 40 months", "scenario a from baseline\nend", "compare a, b over 3 years show employed")
    let script = try session.script(path: "x.policy")
    #expect(script.earlier == ["m": ["m_1"], "a": ["a_1"]])
    #expect(script.text.contains("scenario b from a_1\n"))
    #expect(script.text.contains("programme.length = m_1\n"))
    var other = Session.sample()
    let outputs = other.load(SourceFile(name: "x.policy", text: script.text))
    #expect(outputs.allSatisfy { !$0.hasErrors })
    #expect(other.environment.scenarios["b"]?.plan.settings == session.environment.scenarios["b"]?.plan.settings)
    #expect(other.environment.values["m"]?.quantity == Quantity(40, .months))
  }

  @Test func filesAreNamedFromWhereTheScriptStands() throws {
    let own = "language 1\nuse introduction_programme\nlet long = 36 months\n"
    let session = session("use \"own.policy\"  # ours", files: ["own.policy": own, "../own.policy": own])
    let text = try session.script(path: "sub/x.policy") { "../\($0)" }.text
    #expect(text.contains("use \"../own.policy\"  # ours\n"))
  }

  /// A file gives a name once, whoever gives it.
  @Test func whatAFileCannotSayIsNotWritten() {
    let session = session(Self.reform, "scenario baseline from three_years\nend")
    guard
      case .errors(let diagnostics) = #expect(
        throws: ScriptFailure.self,
        performing: {
          try session.script(path: "x.policy")
        })
    else {
      Issue.record("no errors")
      return
    }
    #expect(diagnostics.contains { $0.id == "duplicate-name" })
  }

  @Test func nothingIsNotWritten() {
    guard
      case .nothing = #expect(
        throws: ScriptFailure.self,
        performing: {
          try Session.sample().script(path: "x.policy")
        })
    else {
      Issue.record("written")
      return
    }
  }

  /// Whatever was typed, taken back, loaded and asked: the file means the same.
  @Test(arguments: 0..<60) func theFileMeansWhatTheSessionMeant(seed: Int) throws {
    var dice = SessionDice(seed: seed)
    var session = session()
    for _ in 0..<(5 + seed % 30) { dice.play(&session) }
    let text = try session.script(path: "x.policy").text
    let file = SourceFile(name: "x.policy", text: text)
    #expect(try Language.format(file) == text)

    var again = Session.sample(size: session.size)
    let outputs = again.load(file)
    #expect(outputs.allSatisfy { !$0.hasErrors }, "\(text)")
    let renamed = try session.script(path: "x.policy").earlier.mapValues(Set.init)
    #expect(session.environment.differences(from: again.environment, renamed: renamed) == [], "\(text)")
    if renamed.isEmpty { #expect(again.environment.differences(from: session.environment) == [], "\(text)") }

    // The questions are those that the session would ask now, with the same plans.
    let asked = Language.check(
      file, mode: .file, loader: TestLibrary(), fitted: TestLibrary.fitted)
    for (statement, source) in zip(asked.statements, asked.sources) {
      guard case .compare(let plan, _, _) = statement else { continue }
      let here = Language.check(
        SourceFile(name: "here", text: source.text), in: session.environment, mode: .session, loader: TestLibrary())
      guard case .compare(let same, _, _)? = here.statements.last else {
        Issue.record("\(source.text)")
        continue
      }
      #expect(plan.bare(renamed) == same.bare([:]), "\(text)")
    }
    // Saved once more, nothing changes.
    if renamed.isEmpty { #expect(try again.script(path: "x.policy").text == text) }
  }
}

extension ComparisonPlan {
  /// The plan without the names of what its scenarios start from, where these were changed.
  fileprivate func bare(_ renamed: [String: Set<String>]) -> ComparisonPlan {
    var plan = self
    for index in plan.scenarios.indices {
      guard let base = plan.scenarios[index].base else { continue }
      plan.scenarios[index].base = renamed.first { $0.value.contains(base) }?.key ?? base
    }
    return plan
  }
}

extension SessionOutput {
  var hasErrors: Bool {
    if case .diagnostics(let found) = self { found.contains { $0.severity == .error } } else { false }
  }
}

/// Entries by chance, most of them right.
private struct SessionDice {
  private var state: UInt64
  private static let names = ["a", "b", "c", "d"]

  init(seed: Int) { state = UInt64(seed) &* 7919 &+ 17 }

  mutating func play(_ session: inout Session) {
    switch roll(16) {
    case 0...3: session.evaluate("let \(name()) = \(12 + roll(37)) months\(roll(2) == 0 ? "  # by chance" : "")")
    case 4...8: session.evaluate(scenario(session))
    case 9: session.evaluate("group \(name()) = sex is \(roll(2) == 0 ? "man" : "woman")")
    case 10:
      session.evaluate("lever \(name()) sets programme.length\n  label nb \"l\" en \"l\"\nend")
    case 11, 12:
      session.evaluate("compare baseline, \(name()) over 3 years show employed")
    case 13: session.undo()
    case 14:
      if roll(4) == 0 {
        session.reset()
        session.evaluate("use introduction_programme")
      }
    default: session.load(SourceFile(name: "f\(roll(2)).policy", text: file(session)))
    }
  }

  /// A file of which the last definition may be used by the first.
  private mutating func file(_ session: Session) -> String {
    let first = name()
    let second = name()
    guard first != second else { return "language 1\nlet \(first) = 13 months\n" }
    return """
      language 1
      use introduction_programme
      scenario \(first) from baseline
        programme.length = \(second)
      end
      let \(second) = \(12 + roll(37)) months
      compare baseline, \(first) over 2 years show employed
      """
  }

  private mutating func scenario(_ session: Session) -> String {
    let scenarios = session.environment.scenarioNames
    let values = session.environment.values.keys.sorted()
    let base = scenarios.isEmpty ? "baseline" : scenarios[roll(scenarios.count)]
    let value = values.isEmpty || roll(2) == 0 ? "\(12 + roll(37)) months" : values[roll(values.count)]
    return "## By chance.\nscenario \(name()) from \(base)\n  programme.length = \(value)\nend"
  }

  private mutating func name() -> String { Self.names[roll(Self.names.count)] }

  private mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(sides))
  }
}
