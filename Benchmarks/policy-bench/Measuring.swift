#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a piece of work took.
struct Cost {
  /// User time of all threads.
  var cpu: Double
  var wall: Double

  static func of(_ work: () throws -> Void) rethrows -> Cost {
    let before = (userSeconds(), ContinuousClock.now)
    try work()
    let wall = (ContinuousClock.now - before.1) / .seconds(1)
    return Cost(cpu: userSeconds() - before.0, wall: wall)
  }

  /// The cheaper in either measure: what a busy machine disturbs least.
  func best(_ other: Cost) -> Cost { Cost(cpu: min(cpu, other.cpu), wall: min(wall, other.wall)) }

  static let endless = Cost(cpu: .infinity, wall: .infinity)

  private static func userSeconds() -> Double {
    let time = usage().ru_utime
    return Double(time.tv_sec) + Double(time.tv_usec) * 1e-6
  }

  /// The largest resident set of this process so far, in megabytes.
  static var peakMegabytes: Double {
    #if canImport(Darwin)
      return Double(usage().ru_maxrss) / 1_000_000
    #else
      return Double(usage().ru_maxrss) * 1_024 / 1_000_000
    #endif
  }

  private static func usage() -> rusage {
    var usage = rusage()
    let thisProcess: Int32 = 0  // RUSAGE_SELF: a number on some systems, an enumeration on others.
    getrusage(thisProcess, &usage)
    return usage
  }
}

/// A variable of the environment, `nil` when empty.
func environment(_ name: String) -> String? {
  guard let value = getenv(name), value.pointee != 0 else { return nil }
  return String(cString: value)
}

/// What a command prints; `nil` when it cannot be run.
func output(of command: String) -> String? {
  guard let pipe = popen(command, "r") else { return nil }
  var text = ""
  var buffer = [CChar](repeating: 0, count: 4_096)
  while fgets(&buffer, Int32(buffer.count), pipe) != nil {
    text += String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
  return pclose(pipe) == 0 ? text : nil
}

extension String {
  /// Padded to a column: words to the left, numbers to the right.
  func left(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
  func right(_ width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}

extension Double {
  func fixed(_ digits: Int) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = Int((magnitude * scale).rounded())
    let whole = "\(self < 0 ? "−" : "")\(scaled / Int(scale))"
    guard digits > 0 else { return whole }
    let fraction = "\(scaled % Int(scale))"
    return whole + "." + String(repeating: "0", count: digits - fraction.count) + fraction
  }
}
