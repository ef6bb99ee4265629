import PolicyCore

/// What one life holds in the years of a clock.
struct PersonYears {
  let accounts: PersonAccounts
  let money: PublicAccounts
  let model: AccountModel
  /// The month of the clock's zero.
  let start: Int
  let persons: PersonTests

  /// The twelve months that end with a month.
  static func year(endingWith last: Int) -> Range<Int> { max(last - 11, 0)..<max(last + 1, 0) }

  // MARK: The model's outcomes

  /// The value of an outcome that looks at a whole year; 1 or 0 for shares.
  func value(_ outcome: OutcomeSlot, _ range: Range<Int>, _ ledger: inout YearLedger) -> Double {
    func count(_ isCounted: Bool) -> Double { isCounted ? 1 : 0 }
    switch outcome {
    case .healthBenefit: return count(accounts.receivesHealthBenefit(range))
    case .socialAssistance: return count(accounts.assistanceMonths(range) > 0)
    case .selfSupporting:
      // In work with a yearly pay of at least two G and no social assistance within the year.
      let threshold = 2 * model.budget.prices.basicAmount(range.upperBound - 1)
      return count(accounts.labourIncome(range) >= threshold && accounts.assistanceMonths(range) == 0)
    case .income100: return count(accounts.labourIncome(range) >= 100_000)
    case .income300: return count(accounts.labourIncome(range) >= 300_000)
    case .incomeMedian: return count(accounts.labourIncome(range) >= MomentSample.median)
    case .incomeAverage: return count(accounts.labourIncome(range) >= MomentSample.average)
    case .labourIncome: return accounts.labourIncome(range)
    case .publicCost, .publicCostTotal: return ledger.of(range, money).publicCost
    case .stateCost: return ledger.of(range, money).net(.state)
    case .municipalCost: return ledger.of(range, money).net(.municipalities)
    case .benefitCost: return ledger.of(range, money).benefits
    case .publicCostNominal:
      return ledger.of(range, money).publicCost * model.budget.prices.index(range.lowerBound + 6)
    // Counted apart: it looks at more than a year, or at one month alone.
    case .publicCostPresentValue, .employed, .inEducation, .employedOrEducation, .jobSeeker, .reducedCapacity,
      .inProgramme, .inKVP, .inJobbsjansen, .disability:
      return 0
    }
  }

  // MARK: Own outcomes

  /// The amount of an own outcome in the year that ends with a month; `nil` for who is not among those it is of.
  func amount(_ outcome: OwnOutcome, endingWith last: Int, _ ledger: inout YearLedger) -> Double? {
    guard holds(outcome.among, last, &ledger) else { return nil }
    switch outcome.aggregate {
    case .share(let condition), .count(let condition): return holds(condition, last, &ledger) ? 1 : 0
    case .mean(let amount), .sum(let amount), .quantile(_, let amount): return self.amount(amount, last, &ledger)
    }
  }

  private func holds(_ condition: OwnOutcome.Condition, _ last: Int, _ ledger: inout YearLedger) -> Bool {
    switch condition {
    case .person(let bit): return persons.holds(bit, at: last)
    case .outcome(let slot):
      guard last >= 0, accounts.log.state(at: last) != .absent else { return false }
      if let states = slot.states { return states.contains(accounts.log.state(at: last)) }
      return value(slot, Self.year(endingWith: last), &ledger) > 0.5
    case .compared(let amount, let comparison, let bound):
      // Who was not there had no amount, not one of zero.
      guard last >= 0, accounts.log.state(at: last) != .absent else { return false }
      return comparison.holds(self.amount(amount, last, &ledger), bound)
    case .earlier(let part, let months): return holds(part, last - months, &ledger)
    case .all(let parts):
      for part in parts where !holds(part, last, &ledger) { return false }
      return true
    case .any(let parts):
      for part in parts where holds(part, last, &ledger) { return true }
      return false
    case .not(let part): return !holds(part, last, &ledger)
    }
  }

  private func amount(_ amount: OwnOutcome.Amount, _ last: Int, _ ledger: inout YearLedger) -> Double {
    switch amount.subject {
    case .months(let slot):
      return Double(months(slot, amount.window == .year ? Self.year(endingWith: last) : sinceStart(last)))
    case .monthsUntil(let slot): return Double(monthsUntil(slot, last) ?? OwnOutcome.notYet)
    case .amount(let slot):
      guard amount.window == .soFar else { return value(slot, Self.year(endingWith: last), &ledger) }
      var sum = 0.0
      // By years, since price indices and thresholds are those of a year.
      var end = start + 12
      while end <= last {
        sum += value(slot, Self.year(endingWith: end), &ledger)
        end += 12
      }
      return sum
    }
  }

  private func sinceStart(_ last: Int) -> Range<Int> {
    let first = max(start + 1, 0)
    return first..<max(last + 1, first)
  }

  /// The months from the clock's zero to the first one, until a month, in which the person counts in an outcome.
  private func monthsUntil(_ slot: OutcomeSlot, _ last: Int) -> Int? {
    let range = sinceStart(last)
    var first = range.lowerBound
    // By years, then by months: what lies in a range takes a walk through the life to count.
    while first < range.upperBound, months(slot, first..<min(first + 12, range.upperBound)) == 0 { first += 12 }
    while first < range.upperBound, months(slot, first..<first + 1) == 0 { first += 1 }
    return first < range.upperBound ? first - start : nil
  }

  /// The months within a range in which the person counts in an outcome.
  private func months(_ slot: OutcomeSlot, _ range: Range<Int>) -> Int {
    switch slot {
    case .socialAssistance: accounts.assistanceMonths(range)
    case .healthBenefit: accounts.months(.disability, range) + accounts.aapMonths(range)
    default: (slot.states ?? []).reduce(0) { $0 + accounts.months($1, range) }
    }
  }
}

/// The public accounts of one person in the range of months that was asked last.
struct YearLedger {
  private var ledger = Ledger()
  private var range: Range<Int>?

  /// Forgets the person.
  mutating func forget() { range = nil }

  mutating func of(_ range: Range<Int>, _ money: PublicAccounts) -> Ledger {
    if self.range != range {
      ledger.clear()
      money.add(range, to: &ledger)
      self.range = range
    }
    return ledger
  }
}
