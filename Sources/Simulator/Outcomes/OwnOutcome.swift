import PolicyCore

/// An outcome of one's own, lowered to the model's slots.
struct OwnOutcome: Sendable {
  enum Aggregate: Sendable {
    case share(Condition)
    case count(Condition)
    case mean(Amount)
    case sum(Amount)
    case quantile(Double, Amount)
  }

  indirect enum Condition: Sendable {
    /// Bit of the tests of what the person is.
    case person(Int)
    case outcome(OutcomeSlot)
    case compared(Amount, Comparison, Double)
    case earlier(Condition, months: Int)
    case all([Condition])
    case any([Condition])
    case not(Condition)
  }

  struct Amount: Sendable {
    enum Subject: Sendable {
      case amount(OutcomeSlot)
      case months(OutcomeSlot)
      case monthsUntil(OutcomeSlot)
    }

    var subject: Subject
    var window: YearQuantity.Window
  }

  /// The months until what has not happened: more than any.
  static let notYet = Int(Int32.max)

  let name: String
  let aggregate: Aggregate
  let among: Condition
  let unit: Unit
  let isTotal: Bool

  /// - Parameter persons: All tests of what a person is, by whose positions conditions name them.
  /// - Throws: `EngineFailure` for an outcome that the model does not have, or does not measure so.
  init(_ name: String, _ formula: OutcomeFormula, persons: [PersonCondition]) throws {
    self.name = name
    let lowering = FormulaLowering(name: name, persons: persons)
    among = try lowering.condition(formula.among)
    isTotal = formula.isTotal
    switch formula.aggregate {
    case .share(let condition):
      aggregate = .share(try lowering.condition(condition))
      unit = .share
    case .count(let condition):
      aggregate = .count(try lowering.condition(condition))
      unit = .persons
    case .mean(let quantity):
      (aggregate, unit) = (.mean(try lowering.amount(quantity)), try lowering.unit(of: quantity))
    case .sum(let quantity):
      (aggregate, unit) = (.sum(try lowering.amount(quantity)), try lowering.unit(of: quantity))
    case .quantile(let share, let quantity):
      (aggregate, unit) = (.quantile(share, try lowering.amount(quantity)), try lowering.unit(of: quantity))
    }
  }

  /// Which quantile it is of the persons' amounts; these are then kept one by one.
  var quantile: Double? { if case .quantile(let share, _) = aggregate { share } else { nil } }
}

/// Gives the parts of a formula the model's slots.
private struct FormulaLowering {
  let name: String
  let persons: [PersonCondition]

  func condition(_ condition: YearCondition) throws -> OwnOutcome.Condition {
    switch condition {
    case .person(let test):
      guard let bit = persons.firstIndex(of: test) else { throw failure("\(test)") }
      return .person(bit)
    case .outcome(let slot):
      let outcome = try self.slot(slot)
      guard outcome.unit == .share else { throw failure(slot) }
      return .outcome(outcome)
    case .compared(let quantity, let comparison, let bound):
      let unit = try unit(of: quantity)
      guard bound.unit == unit else { throw failure("\(bound)") }
      return .compared(try amount(quantity), comparison, bound.value)
    case .earlier(let part, let years): return .earlier(try self.condition(part), months: 12 * years)
    case .all(let parts): return .all(try parts.map(self.condition))
    case .any(let parts): return .any(try parts.map(self.condition))
    case .not(let part): return .not(try self.condition(part))
    }
  }

  func amount(_ quantity: YearQuantity) throws -> OwnOutcome.Amount {
    switch quantity.subject {
    case .amount(let name):
      let outcome = try slot(name)
      guard outcome.isYearlyAmount else { throw failure(name) }
      return OwnOutcome.Amount(subject: .amount(outcome), window: quantity.window)
    case .months(let name):
      return OwnOutcome.Amount(subject: .months(try monthly(name)), window: quantity.window)
    case .monthsUntil(let name):
      return OwnOutcome.Amount(subject: .monthsUntil(try monthly(name)), window: .soFar)
    }
  }

  private func monthly(_ name: String) throws -> OutcomeSlot {
    let outcome = try slot(name)
    guard outcome.isMonthly else { throw failure(name) }
    return outcome
  }

  /// The unit of an amount: kroner a year become kroner where years are added up.
  func unit(of quantity: YearQuantity) throws -> Unit {
    switch quantity.subject {
    case .months, .monthsUntil: return .months
    case .amount(let name):
      let unit = try slot(name).unit
      guard case .kroner(_, let priceYear) = unit, quantity.window == .soFar else { return unit }
      return .kroner(per: .once, priceYear: priceYear)
    }
  }

  private func slot(_ name: String) throws -> OutcomeSlot {
    guard let slot = OutcomeSlot(rawValue: name) else { throw failure(name) }
    return slot
  }

  private func failure(_ part: String) -> EngineFailure {
    EngineFailure(
      Label(
        nb: "modellen kan ikke måle `\(part)` i utfallet `\(name)`",
        en: "the model cannot measure `\(part)` in the outcome `\(name)`"))
  }
}
