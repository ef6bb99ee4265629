/// A checked `export`: what is written to a file, and how.
public struct ExportPlan: Hashable, Sendable {
  public enum Format: String, Hashable, Sendable, CaseIterable {
    case csv, json
    case markdown = "md"
  }

  public enum Content: Hashable, Sendable {
    /// The answer before.
    case answer
    case changes(ScenarioChanges)
  }

  public var content: Content
  public var format: Format
  public var path: String

  public init(_ content: Content, format: Format, path: String) {
    self.content = content
    self.format = format
    self.path = path
  }
}
