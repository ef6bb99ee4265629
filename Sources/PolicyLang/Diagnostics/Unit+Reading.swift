import PolicyCore

extension Unit {
  /// What a quantity of it is called in messages.
  var reading: String {
    switch self {
    case .number: "a plain number"
    case .share: "a share (%)"
    case .points: "percentage points (pp)"
    default: symbol
    }
  }
}
