import PolicyCore

/// What a question asks: an outcome of the model, or one made of them.
enum MeasuredOutcome: Sendable {
  case slot(OutcomeSlot)
  case own(OwnOutcome)

  /// By which rows name it.
  var name: String {
    switch self {
    case .slot(let slot): slot.rawValue
    case .own(let outcome): outcome.name
    }
  }

  /// Of levels; a difference of shares is in points.
  var unit: Unit {
    switch self {
    case .slot(let slot): slot.unit
    case .own(let outcome): outcome.unit
    }
  }

  /// Whether it is the sum over all persons rather than a mean.
  var isTotal: Bool {
    switch self {
    case .slot(let slot): slot.isTotal
    case .own(let outcome): outcome.isTotal
    }
  }

  /// Which quantile of the persons' amounts it is; these are then kept one by one.
  var quantile: Double? {
    if case .own(let outcome) = self { outcome.quantile } else { nil }
  }

  /// The states that count, of outcomes that look at one month alone.
  var states: [WorkState]? {
    if case .slot(let slot) = self { slot.states } else { nil }
  }

  /// How many numbers are added up for it in each cell and year: its amount, and of whom when that is not everybody.
  var width: Int {
    switch self {
    case .slot: 1
    case .own: 2
    }
  }
}
