import PolicyCore

extension Checker {
  /// Applies one operator of a chain; units decide what is possible.
  ///
  /// - Parameter isTyping: only the unit of the result is asked for.
  mutating func combine(
    _ left: Quantity, _ leftSpan: Span, _ step: Expression.Step, _ right: Quantity, isTyping: Bool = false
  ) -> Quantity? {
    let result =
      switch step.operation {
      case .plus: sum(left, right)
      case .minus: difference(left, right)
      case .times: product(left, right)
      case .over: quotient(left, right)
      case .modulo: remainder(left, right)
      }
    if let result, isTyping { return Quantity(1, result.unit) }
    if let result, result.value.isFinite { return result }
    let span = step.operand.span
    if step.operation == .over || step.operation == .modulo, right.value == 0 {
      report(.divisionByZero(span))
    } else if result != nil {
      report(.numberTooLarge(leftSpan.merged(with: span)))
    } else if step.operation == .plus, left.unit == .share, right.unit == .share {
      report(.percentOrPoints(left, leftSpan, step, right))
    } else {
      report(.unitMismatch(left, leftSpan, step.operation.rawValue, right, span))
    }
    return nil
  }

  private func sum(_ left: Quantity, _ right: Quantity) -> Quantity? {
    switch (left.unit, right.unit) {
    case (.share, .share): nil
    case (.share, .points), (.points, .share): Quantity(left.value + right.value, .share)
    default: inOneUnit(left, right).map { Quantity($0 + $1, $2) }
    }
  }

  private func difference(_ left: Quantity, _ right: Quantity) -> Quantity? {
    switch (left.unit, right.unit) {
    case (.share, .share): Quantity(left.value - right.value, .points)
    case (.share, .points): Quantity(left.value - right.value, .share)
    default: inOneUnit(left, right).map { Quantity($0 - $1, $2) }
    }
  }

  private func product(_ left: Quantity, _ right: Quantity) -> Quantity? {
    let isLeftFactor = left.unit == .number || left.unit == .share
    if isLeftFactor { return Quantity(left.value * right.value, right.unit == .number ? left.unit : right.unit) }
    let isRightFactor = right.unit == .number || right.unit == .share
    if isRightFactor { return Quantity(left.value * right.value, left.unit) }
    return overTime(left, right) ?? overTime(right, left)
  }

  /// `12 000 kr per month * 10 months` is `120 000 kr`: an amount a period, times how long.
  private func overTime(_ amount: Quantity, _ duration: Quantity) -> Quantity? {
    guard let (period, whole) = amount.unit.overItsPeriod,
      let length = duration.converted(to: period == .month ? .months : .years)
    else { return nil }
    return Quantity(amount.value * length.value, whole)
  }

  private func quotient(_ left: Quantity, _ right: Quantity) -> Quantity? {
    if right.unit == .number { return Quantity(left.value / right.value, left.unit) }
    return inOneUnit(left, right).map { left, right, _ in Quantity(left / right, .number) }
  }

  private func remainder(_ left: Quantity, _ right: Quantity) -> Quantity? {
    inOneUnit(left, right).map { left, right, unit in
      Quantity(left - right * (left / right).rounded(.down), unit)
    }
  }

  /// Both values in the finer of their units, when one can be turned into the other.
  private func inOneUnit(_ left: Quantity, _ right: Quantity) -> (Double, Double, Unit)? {
    if left.unit == right.unit { return (left.value, right.value, left.unit) }
    if left.unit == .years, right.unit == .months { return (left.value * 12, right.value, .months) }
    return right.converted(to: left.unit).map { (left.value, $0.value, left.unit) }
  }
}
