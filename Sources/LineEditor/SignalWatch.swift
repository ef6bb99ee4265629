import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The signals that matter while a line is typed; each is noted, and acted on outside of its handler.
///
/// libedit's own handling sends a signal on to the whole process group, the calling script included.
struct SignalWatch {
  static let signals = [SIGINT, SIGWINCH, SIGTSTP, SIGTERM, SIGHUP]

  private var previous: [(signal: Int32, action: sigaction)] = []

  /// Starts noting; system calls that wait return when a signal comes.
  mutating func start() {
    _ = noted.exchange(0, ordering: .relaxed)
    for signal in Self.signals {
      var action = sigaction()
      #if canImport(Darwin)
        action.__sigaction_u.__sa_handler = note
      #else
        action.__sigaction_handler.sa_handler = note
      #endif
      var old = sigaction()
      sigaction(signal, &action, &old)
      previous.append((signal, old))
    }
  }

  /// Puts back what was there before.
  mutating func stop() {
    for entry in previous {
      var action = entry.action
      sigaction(entry.signal, &action, nil)
    }
    previous = []
  }

  /// The next signal that came, once.
  static func next() -> Int32? {
    let set = noted.load(ordering: .relaxed)
    guard set != 0 else { return nil }
    let signal = Int32(set.trailingZeroBitCount)
    noted.bitwiseAnd(~(1 << UInt64(signal)), ordering: .relaxed)
    return signal
  }
}

private let noted = Atomic<UInt64>(0)

private func note(_ signal: Int32) { noted.bitwiseOr(1 << UInt64(signal), ordering: .relaxed) }
