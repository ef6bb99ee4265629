import PolicyCore
import Synchronization

/// Runs numbered items on threads; which thread takes which item has no influence on what an item computes.
enum ParallelWork {
  private final class Shared<Value: Sendable>: Sendable {
    let next = Atomic<Int>(0)
    let done = Atomic<Int>(0)
    let values: Mutex<[Value?]>

    init(items: Int) { values = Mutex([Value?](repeating: nil, count: items)) }
  }

  /// - Returns: the items' values in the order of the items.
  /// - Throws: `Cancelled`; nothing of a cancelled run is returned.
  static func map<Value: Sendable>(
    items: Int, threads: Int, cancellation: Cancellation, progress: @escaping @Sendable (Double) -> Void = { _ in },
    _ body: @escaping @Sendable (Int) -> Value
  ) throws -> [Value] {
    let shared = Shared<Value>(items: items)
    Threads.run(max(1, min(threads, items))) {
      while !cancellation.isCancelled {
        let item = shared.next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard item < items else { break }
        let value = body(item)
        shared.values.withLock { $0[item] = value }
        let count = shared.done.wrappingAdd(1, ordering: .relaxed).newValue
        progress(Double(count) / Double(items))
      }
    }
    if cancellation.isCancelled { throw Cancelled() }
    return shared.values.withLock { $0.compactMap { $0 } }
  }
}
