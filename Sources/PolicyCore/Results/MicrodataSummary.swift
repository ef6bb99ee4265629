/// What is in a table of own persons, without groups of few.
public struct MicrodataSummary: Hashable, Sendable {
  /// A share of 0 to 1, or why there is none.
  public enum Share: Hashable, Sendable {
    case share(Double)
    /// Of too few persons to be shown.
    case hidden
    /// The segment has no persons.
    case none
  }

  /// A category with its share of the participants' and of the others' rows.
  public struct Row: Hashable, Sendable {
    public var attribute: String
    public var category: String
    public var participants: Share
    public var others: Share

    public init(attribute: String, category: String, participants: Share, others: Share) {
      self.attribute = attribute
      self.category = category
      self.participants = participants
      self.others = others
    }
  }

  public var source: MicrodataSource
  /// Participants' share of the rows.
  public var participants: Share
  /// How many persons the rows stand for.
  public var standsFor: Double
  /// How many persons are simulated: fewer than the rows when weights differ.
  public var persons: Int
  /// How the file was read, where that is not as it is written by the tool, and what became of the weights.
  public var remarks: [Label]
  public var rows: [Row]

  public init(
    source: MicrodataSource, participants: Share, standsFor: Double, persons: Int, remarks: [Label], rows: [Row]
  ) {
    self.source = source
    self.participants = participants
    self.standsFor = standsFor
    self.persons = persons
    self.remarks = remarks
    self.rows = rows
  }
}
