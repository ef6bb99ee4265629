/// What a run must have in common with another for their numbers to be compared.
public struct SnapshotRun: Hashable, Sendable, Codable {
  public var persons: Int
  public var replicates: Int
  public var seed: UInt64
  public var assumptions: AssumptionSet
  public var uncertainty: RunUncertainty
  /// Fingerprint of own microdata; `nil` for the synthetic population.
  public var population: String?

  public init(
    persons: Int, replicates: Int, seed: UInt64, assumptions: AssumptionSet, uncertainty: RunUncertainty,
    population: String? = nil
  ) {
    self.persons = persons
    self.replicates = replicates
    self.seed = seed
    self.assumptions = assumptions
    self.uncertainty = uncertainty
    self.population = population
  }

  public init(_ size: RunSize, population: String?) {
    self.init(
      persons: size.persons, replicates: size.replicates, seed: size.seed, assumptions: size.assumptions,
      uncertainty: size.uncertainty, population: population)
  }
}

/// All numbers of an answer on record, in units as written.
public struct Snapshot: Hashable, Sendable, Codable {
  /// What tells a number from the others.
  public struct Cell: Hashable, Sendable, Codable {
    public var outcome: String
    public var scenario: String
    /// The scenario that was subtracted; empty for a level.
    public var base: String
    /// `sex=woman;age=20_29`, empty for all persons.
    public var group: String
    public var year: Int
    public var unit: String

    public init(outcome: String, scenario: String, base: String, group: String, year: Int, unit: String) {
      self.outcome = outcome
      self.scenario = scenario
      self.base = base
      self.group = group
      self.year = year
      self.unit = unit
    }
  }

  /// A number with its interval; `nil` where there is none.
  public struct Number: Hashable, Sendable, Codable {
    public var value: Double?
    public var low: Double?
    public var high: Double?

    public init(value: Double? = nil, low: Double? = nil, high: Double? = nil) {
      self.value = value
      self.low = low
      self.high = high
    }

    public var parts: [Double?] { [value, low, high] }
  }

  public struct Row: Hashable, Sendable, Codable {
    public var cell: Cell
    public var number: Number

    public init(_ cell: Cell, _ number: Number) {
      self.cell = cell
      self.number = number
    }
  }

  /// The statement, on one line.
  public var text: String
  public var run: SnapshotRun
  public var rows: [Row]

  public init(text: String, run: SnapshotRun, rows: [Row]) {
    self.text = text
    self.run = run
    self.rows = rows
  }
}

/// What became of an `expect … matches snapshot`.
public struct SnapshotResult: Hashable, Sendable, Codable {
  public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
    case matched, differs
    /// Nothing is on record.
    case missing
    /// The record is of another run, or there is no place for one.
    case notCompared = "not_compared"
    /// The record was made or replaced.
    case recorded
  }

  /// A number that is not the recorded one; `nil` where one of the two has no such number at all.
  public struct Difference: Hashable, Sendable, Codable {
    public var cell: Snapshot.Cell
    public var recorded: Snapshot.Number?
    public var found: Snapshot.Number?

    public init(cell: Snapshot.Cell, recorded: Snapshot.Number?, found: Snapshot.Number?) {
      self.cell = cell
      self.recorded = recorded
      self.found = found
    }
  }

  /// Stable within its file.
  public var id: String
  public var place: Place
  /// The statement as written, on one line.
  public var text: String
  public var status: Status
  /// What was measured.
  public var found: Snapshot
  /// The run on record, where it is another one.
  public var recordedRun: SnapshotRun?
  public var differences: [Difference]
  public var isWarning: Bool
  /// Why nothing was compared.
  public var remark: Label?

  public init(
    id: String, place: Place, text: String, status: Status, found: Snapshot, recordedRun: SnapshotRun? = nil,
    differences: [Difference] = [], isWarning: Bool = false, remark: Label? = nil
  ) {
    self.id = id
    self.place = place
    self.text = text
    self.status = status
    self.found = found
    self.recordedRun = recordedRun
    self.differences = differences
    self.isWarning = isWarning
    self.remark = remark
  }

  /// Whether a run with this result may end well.
  public var isAcceptable: Bool { status == .matched || status == .recorded || isWarning }
}
