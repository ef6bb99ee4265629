import PolicyCore
import PolicySession

/// A request for what assumptions move, from a command or from within a session.
struct AssumptionRequest {
  var session: Session
  /// A parameter or a lever; `nil` or empty for all.
  var name: String?

  /// The answer; `nil` when nothing unknown has that name.
  func answer(
    size: RunSize, cancellation: Cancellation, progress: @escaping @Sendable (RunProgress) -> Void
  ) throws -> AssumptionReport? {
    let name = name?.isEmpty == false ? name : nil
    return try session.assumptions(about: name, size: size, cancellation: cancellation, progress: progress)
  }

  /// Why there is no answer: an unknown name, or one about which nothing is assumed.
  var unknown: Label {
    let catalogue = session.environment.catalogue
    let name = name ?? ""
    if let parameter = catalogue.parameter(name) {
      return Label(
        nb: "`\(name)` er ingen antakelse: \(parameter.grade.ofLink.nb).",
        en: "`\(name)` is no assumption: \(parameter.grade.ofLink.en).")
    }
    return Names.unknown(name, among: catalogue.assumptionNames)
  }
}

extension Session {
  /// The session, with the prelude brought when nothing has been.
  var withPrelude: Session {
    guard environment.catalogue.isEmpty else { return self }
    var copy = self
    copy.evaluate("use \(Prelude.module)")
    return copy
  }
}
