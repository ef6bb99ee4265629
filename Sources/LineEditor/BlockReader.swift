/// Reads whole blocks: lines are joined for as long as the language wants more.
public struct BlockReader {
  let source: any LineSource
  let needsMoreInput: (String) -> Bool

  public init(source: any LineSource, needsMoreInput: @escaping (String) -> Bool) {
    self.source = source
    self.needsMoreInput = needsMoreInput
  }

  /// The next block; at the end of the input an unfinished block comes as it is.
  public func read() -> LineInput {
    var block = ""
    while true {
      switch source.readLine(prompt: block.isEmpty ? .first : .continuation, before: block) {
      case .interrupted: return .interrupted
      case .endOfInput: return block.isEmpty ? .endOfInput : .text(block)
      case .text(let line):
        if block.isEmpty && line.allSatisfy(\.isWhitespace) { return .text(line + "\n") }
        block += line + "\n"
        if !needsMoreInput(block) {
          source.remember(block)
          return .text(block)
        }
      }
    }
  }
}
