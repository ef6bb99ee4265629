import PolicyCore

/// A user's own persons, checked and ready to be simulated.
///
/// A row becomes at most one person. Rows of equal weights become all of them, in the file's order. Where weights differ
/// the model, which has one weight for all, gets a sample: systematic, each row with a probability proportional to its
/// weight and the heaviest with certainty. So the number of rows behind a cell is the number of its persons.
public struct Microdata: Sendable {
  /// What the sampling follows from, whatever seed a run has.
  public static let samplingSeed: UInt64 = 1

  public let source: MicrodataSource
  public let format: MicrodataFormat
  /// All rows; the weight is theirs when they are equal.
  let rows: Population
  /// By row; empty when all are equal.
  private let weights: ContiguousArray<Float>
  private let totalWeight: Double
  /// How many persons the rows can become.
  public let persons: Int

  init(source: MicrodataSource, format: MicrodataFormat, rows: Population, weights: ContiguousArray<Float>) {
    self.source = source
    self.format = format
    self.rows = rows
    self.weights = weights
    if weights.isEmpty {
      totalWeight = Double(rows.weight) * Double(rows.count)
      persons = rows.count
    } else {
      totalWeight = weights.reduce(0) { $0 + Double($1) }
      persons = min(max(Int(totalWeight / Double(weights.max() ?? 1)), 1), rows.count)
    }
  }

  public var hasEqualWeights: Bool { weights.isEmpty }

  /// How many persons all rows stand for.
  public var personsInAll: Double { totalWeight }

  public var participants: Int { rows.isParticipant.count { $0 } }

  /// As many persons as asked for, or as many as the rows can become.
  public func population(persons asked: Int) -> Population {
    let count = min(max(asked, 1), persons)
    guard count < rows.count else { return rows }
    let step = totalWeight / Double(count)
    var target = step * unit(PopulationDraws(seed: Self.samplingSeed, .life).words(0).x)
    var sum = 0.0
    var picked: ContiguousArray<Int> = []
    picked.reserveCapacity(count)
    for row in rows.indices where picked.count < count {
      sum += Double(weights.isEmpty ? rows.weight : weights[row])
      guard sum > target else { continue }
      picked.append(row)
      target += step
    }
    return rows.picked(picked, weight: Float(totalWeight / Double(max(picked.count, 1))))
  }

  /// What a reader of a result must know of whose it is.
  public func note(persons: Int) -> Label {
    let count = min(max(persons, 1), self.persons)
    let each = (totalWeight / Double(count) * 100).rounded() / 100
    let head = Label(
      nb: "Egne data: \(source.file), \(source.rows) rader, fingeravtrykk \(source.fingerprint).",
      en: "Own microdata: \(source.file), \(source.rows) rows, fingerprint \(source.fingerprint).")
    guard count < source.rows else { return head }
    return Label(
      nb: head.nb + " Et systematisk utvalg\(hasEqualWeights ? "" : " etter vekt") (frø \(Self.samplingSeed)) på "
        + "\(count) av dem simuleres; hver står for \("\(each)".replacing(".", with: ",")).",
      en: head.en + " A systematic sample\(hasEqualWeights ? "" : " by weight") (seed \(Self.samplingSeed)) of "
        + "\(count) of them is simulated; each stands for \(each).")
  }
}
