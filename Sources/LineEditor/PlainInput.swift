#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Lines from a pipe, a file or a terminal that cannot be edited on.
public final class PlainInput: LineSource {
  private let descriptor: Int32
  private let prompts: PromptStyle?
  private var buffer: [UInt8] = []
  private var hasEnded = false

  /// - Parameter prompts: printed on standard output; none for input that nobody types.
  public init(descriptor: Int32 = 0, prompts: PromptStyle? = nil) {
    self.descriptor = descriptor
    self.prompts = prompts
  }

  public func readLine(prompt: Prompt, before: String) -> LineInput {
    if let prompts { Terminal.write(prompts.text(prompt)) }
    while true {
      if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
        defer { buffer.removeSubrange(...end) }
        return .text(String(decoding: buffer[..<end], as: UTF8.self))
      }
      if hasEnded {
        guard !buffer.isEmpty else { return .endOfInput }
        defer { buffer = [] }
        return .text(String(decoding: buffer, as: UTF8.self))
      }
      guard fill() else {
        buffer = []
        if prompts != nil { Terminal.write("\n") }
        return .interrupted
      }
    }
  }

  public func remember(_ block: String) {}

  /// Reads what is there; false when a signal came first.
  private func fill() -> Bool {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = read(descriptor, &chunk, chunk.count)
    if count < 0 && errno == EINTR { return false }
    if count <= 0 { hasEnded = true } else { buffer += chunk[..<count] }
    return true
  }
}
