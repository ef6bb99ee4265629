import Dispatch
import PolicyCore
import Synchronization

/// Runs numbered items on threads; which thread takes which item has no influence on what an item computes.
enum ParallelWork {
  /// - Returns: the items' values in the order of the items.
  /// - Throws: `Cancelled`; nothing of a cancelled run is returned.
  static func map<Value: Sendable>(
    items: Int, threads: Int, cancellation: Cancellation, progress: @escaping @Sendable (Double) -> Void = { _ in },
    _ body: @escaping @Sendable (Int) -> Value
  ) throws -> [Value] {
    let next = Atomic<Int>(0)
    let results = Mutex<[Value?]>([Value?](repeating: nil, count: items))
    let done = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, items))) { _ in
      while !cancellation.isCancelled {
        let item = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard item < items else { break }
        let value = body(item)
        results.withLock { $0[item] = value }
        let count = done.wrappingAdd(1, ordering: .relaxed).newValue
        progress(Double(count) / Double(items))
      }
    }
    if cancellation.isCancelled { throw Cancelled() }
    return results.withLock { $0.compactMap { $0 } }
  }
}
