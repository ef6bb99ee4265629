import PolicyCore
import PolicyReport
import PolicySession

extension Repl {
  /// A run of its own, smaller than the session's questions.
  func showAssumptions(about name: String) throws -> Next {
    let request = AssumptionRequest(session: session.withPrelude, name: name)
    var size = session.size
    size.persons = min(size.persons, RunSize.assumptions.persons)
    size.replicates = min(size.replicates, RunSize.assumptions.replicates)
    Interrupts.reset()
    defer { Interrupts.reset() }
    do {
      let report = try request.answer(
        size: size, cancellation: Interrupts.cancellation, progress: display.progress.update)
      display.progress.finish()
      guard let report else {
        console.complain(request.unknown)
        return .stop(.source)
      }
      try printPaged(AssumptionPage(report, style: console.outputStyle).text)
      return .goOn
    } catch is Cancelled {
      display.progress.finish()
      console.complain(Stop.interrupted)
      return .stop(.interrupted)
    } catch let failure as EngineFailure {
      display.progress.finish()
      console.complain(failure.message)
      return .stop(.failure)
    }
  }
}
