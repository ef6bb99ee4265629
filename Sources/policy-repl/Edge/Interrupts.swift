import PolicyCore
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Ctrl-C: the first stops a run, the third in a row the program.
enum Interrupts {
  static let cancellation = Cancellation()
  private static let presses = Atomic<Int>(0)

  /// Starts listening; a system call that waits returns when the signal comes.
  static func listen() {
    // A reader that goes away is noticed where we write.
    signal(SIGPIPE, SIG_IGN)
    // What the handler touches exists from here on.
    reset()
    var action = sigaction()
    let handler: @convention(c) (Int32) -> Void = { _ in
      Interrupts.cancellation.cancel()
      if Interrupts.presses.add(1, ordering: .relaxed).newValue >= 3 { _exit(ExitStatus.interrupted.rawValue) }
    }
    #if canImport(Darwin)
      action.__sigaction_u.__sa_handler = handler
    #else
      action.__sigaction_handler.sa_handler = handler
    #endif
    sigaction(SIGINT, &action, nil)
  }

  /// Forgets earlier presses, before the next run.
  static func reset() {
    cancellation.reset()
    presses.store(0, ordering: .relaxed)
  }
}
