import PolicyCore
import PolicyLang
import Testing

@testable import PolicySession

/// Measures that a session declares.
@Suite struct OwnMeasureTests {
  private static func measure(
    _ name: String = "course", after: Double = 0.3, intake: String = "places 0 to 500 persons"
  )
    -> String
  {
    """
    measure \(name)
      who job_seekers
      effect during = -0.6 (se: 0.2) on log_hazard(job), assumed "lock-in"
      effect after = \(after) (range: 0 to 0.6) on log_hazard(job), assumed "no trial exists"
      length = 6 months, rule "the proposal"
      cost = 12 000 kr(2018) per month, rule "the proposal"
      \(intake)
    end
    """
  }

  private static let reform = "scenario reform from baseline\n  course.places = 100 persons\nend"

  private func session(_ entries: String...) -> Session {
    var session = Session.sample(size: RunSize(persons: 100, replicates: 2))
    for entry in ["use introduction_programme"] + entries { session.evaluate(entry) }
    return session
  }

  private static func diagnostics(_ output: SessionOutput) -> [Diagnostic] {
    if case .diagnostics(let diagnostics) = output { diagnostics } else { [] }
  }

  private func plan(_ name: String, _ session: Session) -> ScenarioPlan? { session.environment.scenarios[name]?.plan }

  @Test func itBringsALeverAndParameters() throws {
    let session = session(Self.measure(), Self.reform)
    let catalogue = session.environment.catalogue
    #expect(catalogue.lever("course.places")?.baseline == .quantity(Quantity(0, .persons)))
    #expect(
      catalogue.lever("course.places")?.mechanism.prefix(4)
        == ["course.effect_during", "course.effect_after", "course.length", "course.cost"])
    #expect(catalogue.parameter("course.effect_after")?.grade == .assumed)
    #expect(catalogue.parameter("course.effect_after")?.reason == "no trial exists")
    #expect(catalogue.modelParameters.allSatisfy { !$0.name.hasPrefix("course.") })
    #expect(plan("reform", session)?.measures == catalogue.measures && catalogue.measures.count == 1)
    #expect(plan("baseline", session)?.measures.isEmpty == true)
    for name in ["course", "course.places", "course.cost"] { #expect(session.topic(name) != nil) }
  }

  @Test func whatIsDeclaredAgainTakesThePlaceAndScenariosKeepTheOld() throws {
    var session = session(Self.measure(), Self.reform)
    let old = try #require(plan("reform", session))
    let outputs = session.evaluate(Self.measure(after: 0.5))
    let note = try #require(outputs.flatMap(Self.diagnostics).first)
    #expect(note.id == "redefined" && note.helps.contains { $0.text.contains("`reform`") })
    #expect(plan("reform", session) == old)
    #expect(session.environment.catalogue.parameter("course.effect_after")?.value == 0.5)
    // What starts from the old scenario has the old measure too, also when the new one has another lever.
    session.evaluate(Self.measure(intake: "share 0 to 10 %"))
    session.evaluate("scenario further from reform\n  programme.length = 36 months\nend")
    #expect(session.environment.catalogue.lever("course.places") == nil)
    #expect(plan("further", session)?.measures == old.measures)
    #expect(plan("further", session)?.settings.contains { $0.slot == "course.places" } == true)
    session.undo()
    session.undo()
    session.undo()
    #expect(session.environment.catalogue.lever("course.places") != nil)
    #expect(session.environment.catalogue.parameter("course.effect_after")?.value == 0.3)
    session.undo()
    session.undo()
    #expect(session.environment.catalogue.measures.isEmpty)
    #expect(session.environment.catalogue.levers.allSatisfy { $0.owner == nil })
  }

  @Test func anotherThingOfItsNameTakesAllOfItAway() {
    let session = session(Self.measure(), "let course = 3 months")
    let catalogue = session.environment.catalogue
    #expect(catalogue.measures.isEmpty && catalogue.parameter("course.cost") == nil)
    #expect(catalogue.lever("course.places") == nil && session.environment.values["course"] != nil)
  }

  @Test func aFileBringsItsMeasuresAndTheyAreFourInAll() throws {
    let own = "language 1\nuse introduction_programme\n\n" + Self.measure() + "\n\n" + Self.reform + "\n"
    var session = Session.sample(files: ["own.policy": own], size: RunSize(persons: 100, replicates: 2))
    for name in ["a", "b", "c"] { session.evaluate(Self.measure(name)) }
    #expect(session.evaluate("use \"own.policy\"").allSatisfy { !$0.hasErrors })
    let catalogue = session.environment.catalogue
    #expect(catalogue.measures.map(\.name) == ["a", "b", "c", "course"])
    #expect(catalogue.levers.filter { $0.owner == "course" }.count == 1)
    #expect(session.evaluate("compare baseline, reform over 5 years show employed").allSatisfy { !$0.hasErrors })
    session.undo()
    session.evaluate(Self.measure("d"))
    let problems = session.evaluate("use \"own.policy\"").flatMap(Self.diagnostics)
    #expect(problems.map(\.id) == ["too-many-measures"])
    #expect(session.environment.catalogue.measure("course") == nil)
  }

  @Test func aQuestionMovesMeasuresThatItsScenarioHasNot() throws {
    var session = session(Self.measure())
    let outputs = session.evaluate(
      "sweep course.places of baseline from 0 to 100 persons step 50 persons over 5 years show employed")
    #expect(outputs.allSatisfy { !$0.hasErrors })
    let plans = outputs.flatMap { output -> [ScenarioPlan] in
      if case .answer(let question) = output { question.result.plan.scenarios } else { [] }
    }
    #expect(plans.count == 4 && plans.allSatisfy { $0.measures.map(\.name) == ["course"] })
  }

  @Test func aFileMeansTheSame() throws {
    // The measure is called as the word in its own scale.
    let session = session(
      Self.measure("job"), "scenario reform from baseline\n  job.places = 100 persons\n  assume job.length = 6\nend",
      "scenario more from reform\n  job.places = 200 persons\nend", Self.measure("job", after: 0.1))
    let script = try session.script(path: "x.policy")
    #expect(script.earlier == ["job": ["job_1"]])
    #expect(script.text.contains("log_hazard(job)") && !script.text.contains("log_hazard(job_1)"))
    var other = Session.sample()
    #expect(other.load(SourceFile(name: "x.policy", text: script.text)).allSatisfy { !$0.hasErrors })
    #expect(other.environment.catalogue.measures.map(\.name).sorted() == ["job", "job_1"])
    // Loaded again without it, it is gone.
    other.load(SourceFile(name: "x.policy", text: "language 1\nuse introduction_programme\n"))
    #expect(other.environment.catalogue.measures.isEmpty && !other.environment.has(DefinedName("job")))
    #expect(other.evaluate(Self.measure("job")).allSatisfy { !$0.hasErrors })
  }

  @Test(arguments: [
    ("measure c\n  ", ["who", "effect during", "places", "end"]),
    ("measure c\n  who ", ["job_seekers", "reduced_capacity"]),
    ("measure c\n  who job_seekers ", ["for"]),
    ("measure c\n  who job_seekers for persons where ", ["sex", "women"]),
    ("measure c\n  effect ", ["during", "after"]),
    ("measure c\n  effect during = -0.6 (", ["se", "range"]),
    ("measure c\n  effect during = -0.6 (se: 0.2) ", ["on"]),
    ("measure c\n  effect during = -0.6 (se: 0.2) on log_hazard(job), ", ["assumed", "external", "estimated"]),
    ("measure c\n  length = 6 months, ", ["rule", "assumed"]),
    ("measure c\n  benefit ", ["measure_allowance", "wages", "none"]),
    ("scenario s from baseline\n  cou", ["course.places"]),
    ("scenario s from baseline\n  course.places = 100 ", ["persons"]),
    ("scenario s from baseline\n  assume cou", ["course.effect_during", "course.cost"]),
  ]) func completion(_ text: String, _ expected: [String]) {
    let session = session(Self.measure())
    let found = session.completions(for: text, at: text.utf8.count).map(\.text)
    #expect(Set(expected).isSubset(of: found), "\(text): \(found)")
  }
}
