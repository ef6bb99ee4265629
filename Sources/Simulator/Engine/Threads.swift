/// Runs a body on several threads at once and waits for all of them.
///
/// Plain threads instead of a dispatch queue, whose pool starts few of them on a busy machine.
enum Threads {
  #if canImport(Darwin)
    private typealias Handle = pthread_t?
    private static let start: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = { runBody($0) }
    private static let none: Handle = nil
  #else
    private typealias Handle = pthread_t
    private static let start: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { context in
      if let context { return runBody(context) }
      return nil
    }
    private static let none: Handle = 0
  #endif

  /// Runs `body` on `count` threads, the caller's among them; without a thread the others do its share.
  static func run(_ count: Int, _ body: @escaping @Sendable () -> Void) {
    let handles = UnsafeMutableBufferPointer<Handle>.allocate(capacity: max(count - 1, 0))
    defer { handles.deallocate() }
    handles.initialize(repeating: none)
    var started = 0
    while started < handles.count {
      let context = Unmanaged.passRetained(ThreadBody(run: body))
      guard pthread_create(handles.baseAddress! + started, nil, start, context.toOpaque()) == 0 else {
        context.release()
        break
      }
      started += 1
    }
    body()
    for index in 0..<started { join(handles[index]) }
  }

  private static func join(_ handle: Handle) {
    #if canImport(Darwin)
      if let handle { pthread_join(handle, nil) }
    #else
      pthread_join(handle, nil)
    #endif
  }
}

private final class ThreadBody: Sendable {
  let run: @Sendable () -> Void

  init(run: @escaping @Sendable () -> Void) { self.run = run }
}

private func runBody(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
  Unmanaged<ThreadBody>.fromOpaque(context).takeRetainedValue().run()
  return nil
}
