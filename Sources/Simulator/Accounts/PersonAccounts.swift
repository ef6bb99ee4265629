/// What one person had in a span of months of one life.
struct PersonAccounts {
  let log: LifeLog
  let income: IncomeModel
  let assistance: Assistance
  let isParticipant: Bool
  /// The uniforms behind pay, social assistance and work assessment allowance.
  let pay: IncomeModel.Luck
  let need: Double
  let aapUniform: Double
  let aapShare: Double

  /// Work assessment allowance is given for three years and extended by at most two (report line 5425).
  static let aapMonths = 60

  init(_ log: LifeLog, model: AccountModel, isParticipant: Bool, luck: PersonLuck) {
    self.log = log
    income = model.income
    assistance = model.assistance
    self.isParticipant = isParticipant
    pay = IncomeModel.Luck(luck)
    need = unit(luck.words(.stability, 0).y)
    aapUniform = luck.unit(.assistance)
    aapShare = model.aapShare
  }

  /// Labour income in kroner of 2018.
  func labourIncome(_ range: Range<Int>) -> Double {
    var sum = 0.0
    log.visit(range) { state, from, to, experience in
      guard state == .employed else { return }
      let months = Double(to - from)
      sum += months / 12 * pay(at: from, experience: experience + months / 24)
    }
    return sum
  }

  /// Pay a year in a job that is held in `month`.
  func pay(at month: Int, experience: Double) -> Double {
    income.pay(
      pay, experience: experience, isParticipant: isParticipant,
      support: log.supports.last { !$0.isExtra && $0.end <= month }?.state)
  }

  /// Whether somebody in a state from a month on receives social assistance.
  func receivesAssistance(_ state: WorkState, at month: Int) -> Bool {
    need
      < assistance.share(
        state, isParticipant: isParticipant, isSupported: log.supports.contains { !$0.isExtra && $0.end <= month })
  }

  /// Months with social assistance.
  func assistanceMonths(_ range: Range<Int>) -> Int {
    var sum = 0
    log.visit(range) { state, from, to, _ in
      if receivesAssistance(state, at: from) { sum += to - from }
    }
    return sum
  }

  /// Months with work assessment allowance.
  func aapMonths(_ range: Range<Int>) -> Int {
    guard aapUniform < aapShare else { return 0 }
    return log.spells.reduce(0) { sum, spell in
      guard spell.group == .reducedCapacity else { return sum }
      let last = min(spell.end, spell.start + Self.aapMonths)
      return sum + max(0, min(last, range.upperBound) - max(spell.start, range.lowerBound))
    }
  }

  func months(_ state: WorkState, _ range: Range<Int>) -> Int {
    var sum = 0
    log.visit(range) { found, from, to, _ in if found == state { sum += to - from } }
    return sum
  }

  func receivesHealthBenefit(_ range: Range<Int>) -> Bool {
    months(.disability, range) > 0 || aapMonths(range) > 0
  }
}

/// The parts of a scenario's model that accounts need.
final class AccountModel: Sendable {
  let income: IncomeModel
  let assistance: Assistance
  let aapShare: Double
  let budget: BudgetModel

  init(_ parameters: ParameterValues, levers: Levers, prices: Prices, own: OwnMeasures) {
    budget = BudgetModel(parameters, levers: levers, prices: prices, own: own)
    income = IncomeModel(parameters)
    assistance = Assistance(parameters)
    aapShare = parameters[.reducedAAPShare]
  }
}
