/// What a reader was given.
public enum LineInput: Hashable, Sendable {
  case text(String)
  /// Ctrl-C: what was typed is dropped, the session goes on.
  case interrupted
  case endOfInput
}

/// Anything that lines can be read from: an editor on a terminal, a pipe, a script in tests.
public protocol LineSource: AnyObject {
  /// Reads one line, without its line ending; a recalled or pasted block comes as several lines at once.
  ///
  /// - Parameter before: the lines of the same block that were read already, for completion.
  func readLine(prompt: Prompt, before: String) -> LineInput

  /// Keeps a whole block for recall.
  func remember(_ block: String)
}

/// What stands before the cursor.
public enum Prompt: Hashable, Sendable { case first, continuation }

/// What the prompts look like.
public struct PromptStyle: Hashable, Sendable {
  public var first: String
  public var continuation: String
  /// Whether the terminal may be sent colours.
  public var isColored: Bool

  public init(first: String, continuation: String, isColored: Bool) {
    self.first = first
    self.continuation = continuation
    self.isColored = isColored
  }

  func text(_ prompt: Prompt) -> String { prompt == .first ? first : continuation }
}
