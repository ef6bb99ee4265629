/// How near the model comes to some facts of the report, counted over those that were compared.
public struct ValidationTally: Sendable {
  public var fitted = 0
  public var fittedWithinTolerance = 0
  public var heldOut = 0
  /// Held-out facts within five percentage points.
  public var heldOutNear = 0
  /// Held-out facts nearer than their naive guess.
  public var heldOutBeatingNaive = 0
  /// The mean errors of the held-out shares that have a naive guess, of the model and of the guesses; `nil` without any.
  public var meanErrors: (model: Double, naive: Double)?

  /// The distance that counts as near.
  private static let near = 0.05

  public init(_ rows: [ValidationRow]) {
    var pairs: [(model: Double, naive: Double)] = []
    for row in rows {
      guard let error = row.error else { continue }
      switch row.use {
      case .fitted:
        fitted += 1
        if row.isWithinTolerance == true { fittedWithinTolerance += 1 }
      case .heldOut:
        heldOut += 1
        if abs(error) <= Self.near { heldOutNear += 1 }
        guard let naive = row.naiveError else { continue }
        if abs(error) < abs(naive) { heldOutBeatingNaive += 1 }
        if row.unit == .share { pairs.append((abs(error), abs(naive))) }
      case .input, .unused: break
      }
    }
    guard !pairs.isEmpty else { return }
    let count = Double(pairs.count)
    meanErrors = (
      pairs.reduce(0) { $0 + $1.model } / count, pairs.reduce(0) { $0 + $1.naive } / count
    )
  }
}
