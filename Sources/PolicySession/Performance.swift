import PolicyCore
import PolicyLang

/// The doing of checked statements, in order.
struct Performance {
  /// What is done of the statements.
  enum Scope {
    case definitions
    case expectations
    case everything
  }

  var file: SourceFile
  var statements: [CheckedStatement]
  var questioner: Questioner
  var gradesDifferences: Bool
  /// What has a name.
  var environment: Environment
  /// The last answer, of this text or from before it.
  private(set) var lastAnswer: AnsweredQuestion?
  /// What is on record, by statement; `nil` where there is no place for records.
  var recorded: [String: Snapshot]?
  /// Verdicts in the order of the text, once the first was asked for: expectations share runs.
  private var verdicts: [ExpectationResult]?
  private var judged = 0
  private var snapshots = 0

  init(
    file: SourceFile, checked: Checked, questioner: Questioner, gradesDifferences: Bool,
    lastAnswer: AnsweredQuestion? = nil, recorded: [String: Snapshot]? = nil
  ) {
    self.file = file
    statements = checked.statements
    environment = checked.environment
    self.lastAnswer = lastAnswer
    self.questioner = questioner
    self.gradesDifferences = gradesDifferences
    self.recorded = recorded
  }

  /// Does the statements until the end, a failure or an interruption.
  ///
  /// - Returns: How many were done.
  @discardableResult
  mutating func run(_ scope: Scope, emit: (SessionOutput) -> Void) -> Int {
    var done = 0
    do {
      for statement in statements {
        if let output = try perform(statement, scope) {
          if case .answer(let question) = output { lastAnswer = question }
          emit(output)
        }
        done += 1
      }
    } catch is Cancelled {
      emit(.interrupted)
    } catch let failure as EngineFailure {
      emit(.failure(failure.message))
    } catch {
      emit(.failure(Label(nb: "Simuleringen stoppet: \(error)", en: "The simulation stopped: \(error)")))
    }
    return done
  }

  private mutating func perform(_ statement: CheckedStatement, _ scope: Scope) throws -> SessionOutput? {
    switch (statement, scope) {
    case (.expect, .expectations), (.expect, .everything): return .expectation(try nextVerdict())
    case (.expectSnapshot(let plan, _), .expectations), (.expectSnapshot(let plan, _), .everything):
      snapshots += 1
      return .snapshot(try questioner.check(plan, ordinal: snapshots, against: recorded))
    case (_, .expectations): return nil
    case (.use(let name), _): return .used(name)
    case (.declaration(let name), _), (.let(let name, _), _), (.scenario(let name), _): return .defined(name)
    case (.expression(let quantity, _), _): return .value(quantity)
    case (.lever(let lever, let schedule, _), _): return .schedule(lever, schedule)
    case (.compare(let plan, let span, let plots), .everything):
      return try answer(span) {
        (.comparison(plots: plots), try questioner.compare(plan, plots, withEvidence: gradesDifferences))
      }
    case (.sweep(let plan, let span), .everything):
      return try answer(span) { (.sweep(plan), try questioner.sweep(plan, withEvidence: gradesDifferences)) }
    case (.solve(let plan, let span), .everything):
      return try answer(span) {
        let (solution, result) = try questioner.solve(plan, withEvidence: gradesDifferences)
        return (.solve(solution), result)
      }
    case (.optimise(let plan, let span), .everything):
      return try answer(span) {
        let (optimisation, result) = try questioner.optimise(plan, withEvidence: gradesDifferences)
        return (.optimise(optimisation), result)
      }
    case (.attribute(let plan, let span), .everything):
      return try answer(span) {
        let (attribution, result) = try questioner.attribute(plan, withEvidence: gradesDifferences)
        return (.attribute(attribution), result)
      }
    case (.sensitivity(let plan, let span), .everything):
      return try answer(span) {
        let (sensitivity, result) = try questioner.sensitivity(plan)
        return (.sensitivity(sensitivity), result)
      }
    case (.explain(let name, _), .everything): return .explanation(name)
    case (.changes(let changes, _), .everything): return .changes(changes)
    case (.assumptions(let name, _), .everything):
      guard let report = try questioner.assumptions(about: name, in: environment) else {
        throw EngineFailure(Label(nb: "Her er det ingenting som er antatt.", en: "Nothing is assumed here."))
      }
      return .assumptions(report)
    case (.export(let plan, _), .everything):
      if plan.content == .answer, lastAnswer == nil {
        throw EngineFailure(
          Label(nb: "Ingen spørsmål er besvart ennå.", en: "No question has been answered yet."))
      }
      return .export(plan, plan.content == .answer ? lastAnswer : nil)
    case (.explain, .definitions), (.changes, .definitions), (.assumptions, .definitions), (.export, .definitions):
      return nil
    case (.trace(let plan, let span), .everything):
      return try answer(span) {
        let (trace, result) = try questioner.trace(plan)
        return (.trace(trace), result)
      }
    case (.compare, .definitions), (.sweep, .definitions), (.solve, .definitions), (.optimise, .definitions),
      (.attribute, .definitions), (.sensitivity, .definitions), (.trace, .definitions), (.expect, .definitions),
      (.expectSnapshot, .definitions):
      return nil
    }
  }

  private func answer(
    _ span: Span, _ ask: () throws -> (QuestionForm, ComparisonResult)
  ) throws -> SessionOutput {
    let start = ContinuousClock.now
    let (form, result) = try ask()
    let seconds = start.duration(to: .now) / .seconds(1)
    let words = file.text(of: span).split(whereSeparator: \.isNewline).map { $0.prefix { $0 != "#" } }
    let text = words.flatMap { $0.split(whereSeparator: \.isWhitespace) }.joined(separator: " ")
    return .answer(
      AnsweredQuestion(
        text: text, place: file.place(at: span.start), form: form, result: result, seconds: seconds))
  }

  private mutating func nextVerdict() throws -> ExpectationResult {
    let all: [ExpectationResult]
    if let verdicts {
      all = verdicts
    } else {
      all = try questioner.judge(
        statements.compactMap { if case .expect(let plan, _) = $0 { plan } else { nil } })
      verdicts = all
    }
    defer { judged += 1 }
    return all[judged]
  }
}
