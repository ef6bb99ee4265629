import PolicyCore
import Synchronization

/// The engine, made at the first question; copies of a session share it.
///
/// The catalogue carries the parameter values that the engine simulates with, so a session whose parameters have
/// changed since gets a new engine.
final class LazyEngine: Sendable {
  private struct Made: Sendable {
    var parameters: [ParameterDeclaration]
    var engine: any PolicyEngine
  }

  private let make: @Sendable (Catalogue) throws -> any PolicyEngine
  private let made = Mutex<Made?>(nil)

  init(_ make: @escaping @Sendable (Catalogue) throws -> any PolicyEngine) { self.make = make }

  func engine(for catalogue: Catalogue) throws -> any PolicyEngine {
    try made.withLock { made in
      let parameters = catalogue.modelParameters
      if let made, made.parameters == parameters { return made.engine }
      let engine = try make(catalogue)
      made = Made(parameters: parameters, engine: engine)
      return engine
    }
  }
}
