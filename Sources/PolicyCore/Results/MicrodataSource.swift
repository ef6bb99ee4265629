/// Which table of a user's own persons a result rests on, without where it lies.
public struct MicrodataSource: Hashable, Sendable, Codable {
  /// The name of the file, without folders.
  public var file: String
  /// Rows with persons.
  public var rows: Int
  /// FNV-1a of the file's bytes, 64 bits as sixteen hexadecimal digits.
  public var fingerprint: String

  public init(file: String, rows: Int, fingerprint: String) {
    self.file = file
    self.rows = rows
    self.fingerprint = fingerprint
  }
}
