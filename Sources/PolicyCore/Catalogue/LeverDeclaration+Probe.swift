extension LeverDeclaration {
  /// A reform by which the lever's chain is tried: as far from the baseline as can be without leaving the plausible.
  ///
  /// For a quantity the end of its domain that is farther from the baseline; for weights 80/20; for a target level half
  /// of the participants.
  public var probe: LeverValue {
    switch (domain, baseline) {
    case (.quantity(let unit, let low, let high), .quantity(let today)):
      .quantity(Quantity(today.value - low > high - today.value ? low : high, unit))
    case (.levelTarget, .levelTarget(let level, let skill, _)):
      .levelTarget(level: level, skill: skill, share: 0.5)
    case (.levelTarget(let skill), _): .levelTarget(level: .b1, skill: skill, share: 0.5)
    case (.weights, _): .weights(80, 20)
    case (.quantity, _): baseline
    }
  }
}
