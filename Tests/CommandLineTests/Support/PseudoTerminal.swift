import Foundation

#if os(Linux)
  /// The program on a terminal of its own, typed at and read from.
  final class PseudoTerminal {
    // C macros that Swift does not see: TIOCSPTLCK, TIOCGPTN, POSIX_SPAWN_SETSID.
    private static let setLock: UInt = 0x4004_5431
    private static let getNumber: UInt = 0x8004_5430
    private static let newSession: Int16 = 0x80

    private let descriptor: Int32
    private let child: pid_t
    private var seen: [UInt8] = []
    private let home: Scratch

    /// - Parameter rows: lines of its screen; 0 does not say.
    init(_ arguments: [String] = [], home: Scratch, environment: [String: String] = [:], rows: UInt16 = 0) throws {
      self.home = home
      descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY)
      var number: Int32 = 0
      var locked: Int32 = 0
      guard descriptor >= 0, ioctl(descriptor, Self.setLock, &locked) == 0,
        ioctl(descriptor, Self.getNumber, &number) == 0
      else { throw CocoaError(.fileReadUnknown) }
      let name = "/dev/pts/\(number)"
      var size = winsize(ws_row: rows, ws_col: rows > 0 ? 100 : 0, ws_xpixel: 0, ws_ypixel: 0)
      if rows > 0 { _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size) }
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      var actions = posix_spawn_file_actions_t()
      posix_spawn_file_actions_init(&actions)
      defer { posix_spawn_file_actions_destroy(&actions) }
      // The first terminal that a session's leader opens becomes its own.
      posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&actions, 0, 1)
      posix_spawn_file_actions_adddup2(&actions, 0, 2)
      var attributes = posix_spawnattr_t()
      posix_spawnattr_init(&attributes)
      defer { posix_spawnattr_destroy(&attributes) }
      // The thread that runs a test blocks signals; the program shall not.
      var none = sigset_t()
      sigemptyset(&none)
      posix_spawnattr_setsigmask(&attributes, &none)
      posix_spawnattr_setflags(&attributes, Self.newSession | Int16(POSIX_SPAWN_SETSIGMASK))
      let variables = ["PATH": "/usr/bin:/bin", "HOME": home.url.path, "TERM": "xterm"].merging(environment) { $1 }
      let words = ([Program.path] + arguments).map { strdup($0) } + [nil]
      let settings = variables.map { strdup("\($0)=\($1)") } + [nil]
      defer { (words + settings).forEach { free($0) } }
      var child = pid_t()
      let error = posix_spawn(&child, Program.path, &actions, &attributes, words, settings)
      guard error == 0 else { throw POSIXError(.init(rawValue: error) ?? .EIO) }
      self.child = child
    }

    deinit {
      kill(child, SIGKILL)
      var status: Int32 = 0
      waitpid(child, &status, 0)
      close(descriptor)
    }

    func type(_ text: String) {
      let bytes = Array(text.utf8)
      _ = write(descriptor, bytes, bytes.count)
    }

    func send(_ signal: Int32) { kill(child, signal) }

    /// Waits until the text has been shown; what was shown before it is forgotten.
    ///
    /// - Returns: What came before the text, `nil` when it did not come in time.
    func wait(for text: String, seconds: Double = 60) -> String? {
      let end = Date.now.addingTimeInterval(seconds)
      while true {
        let shown = String(decoding: seen, as: UTF8.self)
        if let range = shown.range(of: text) {
          seen = Array(shown[range.upperBound...].utf8)
          return String(shown[..<range.lowerBound])
        }
        guard read(until: end) else { return nil }
      }
    }

    /// The exit status, or the signal as a negative number, once the program has ended; `nil` when it does not.
    func exitStatus(seconds: Double = 60) -> Int32? {
      let end = Date.now.addingTimeInterval(seconds)
      var status: Int32 = 0
      while Date.now < end {
        if waitpid(child, &status, WNOHANG) == child {
          return status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
        }
        _ = read(until: Date.now.addingTimeInterval(0.02))
      }
      return nil
    }

    /// Takes in what is shown next; false when nothing came until then.
    private func read(until end: Date) -> Bool {
      var descriptors = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let patience = max(0, end.timeIntervalSinceNow * 1_000)
      guard poll(&descriptors, 1, Int32(patience)) == 1 else { return false }
      var bytes = [UInt8](repeating: 0, count: 4_096)
      let count = Foundation.read(descriptor, &bytes, bytes.count)
      guard count > 0 else { return false }
      seen += bytes[..<count]
      return true
    }
  }
#endif
