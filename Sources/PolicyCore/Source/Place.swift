/// A line and a column, both from 1; columns count characters as a reader sees them.
public struct Place: Hashable, Sendable, Codable, CustomStringConvertible {
  public var file: String
  public var line: Int
  public var column: Int

  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// `FILE:LINE:COL`, as editors and CI read it.
  public var description: String { "\(file):\(line):\(column)" }
}
