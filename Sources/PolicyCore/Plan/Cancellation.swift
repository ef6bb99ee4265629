import Synchronization

/// A flag that stops a run; the edge sets it from a signal handler, the engine polls it.
public final class Cancellation: Sendable {
  private let flag = Atomic<Bool>(false)

  public init() {}

  public var isCancelled: Bool { flag.load(ordering: .relaxed) }
  public func cancel() { flag.store(true, ordering: .relaxed) }
  public func reset() { flag.store(false, ordering: .relaxed) }
}

/// Thrown when a run was stopped; nothing of it is kept.
public struct Cancelled: Error, Sendable {
  public init() {}
}
