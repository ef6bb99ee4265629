import PolicyCore

/// Writes programs that mean something, from the grammar and from what the library declares.
///
/// Names, units and ranges are right, so that nearly all of them pass the checker; where two of their rules meet, or a lever passes
/// another that it may not, an error is right.
struct ProgramGenerator {
  let catalogue: Catalogue
  var dice: Dice
  private var count = 0
  private var scenarios = ["baseline"]
  private var groups: [String] = []
  private var shares: [String] = []
  private var values: [(name: String, unit: Unit)] = []
  private var functions: [(name: String, unit: Unit)] = []

  init(_ catalogue: Catalogue, _ dice: Dice) {
    self.catalogue = catalogue
    self.dice = dice
    groups = catalogue.groups.map(\.name)
    shares = catalogue.outcomes.filter { $0.unit == .share && Set($0.clocks).isSuperset(of: [.settlement]) }.map(\.name)
  }

  /// Statements, each with its lines; definitions stand above their uses.
  mutating func statements() -> [String] { (0..<(2 + dice.roll(8))).map { _ in documented(statement()) } }

  private mutating func documented(_ statement: String) -> String {
    switch dice.roll(6) {
    case 0: "# merknad\n" + statement
    case 1 where statement.hasPrefix("let") || statement.hasPrefix("scenario"): "## Målet er å prøve.\n" + statement
    default: statement
    }
  }

  private mutating func statement() -> String {
    switch dice.roll(12) {
    case 0: return binding()
    case 1: return function()
    case 2: return group()
    case 3: return outcome()
    case 4, 5, 6: return scenario()
    case 7: return comparison()
    case 8: return expectation()
    case 9: return sweep()
    case 10: return solve()
    default: return division()
    }
  }

  private mutating func name(_ stem: String) -> String {
    count += 1
    return "\(stem)\(dice.once(in: 4) ? "_å" : "")_\(count)"
  }

  // MARK: Definitions

  private mutating func binding() -> String {
    let unit = dice.pick([Unit.months, .share, .number, .points])
    let name = name("verdi")
    let text = "let \(name) = \(value(unit, 2))"
    values.append((name, unit))
    return text
  }

  private mutating func function() -> String {
    let unit = dice.pick([Unit.months, .share, .number])
    let name = name("f")
    let parameter = "x\(count)"
    let symbol = unit == .number ? "number" : unit.symbol
    let body = dice.pick([
      "min(\(parameter), \(value(unit, 1)))", "\(parameter) * 1.5", "max(\(parameter) / 2, \(value(unit, 1)))",
      "round(\(parameter), \(literal(unit)))", "(\(parameter) * 2) / 3",
    ])
    functions.append((name, unit))
    return "function \(name)(\(parameter): \(symbol)) = \(body)"
  }

  private mutating func group() -> String {
    let name = name("gruppe")
    let text = "group \(name) = \(condition(2))"
    groups.append(name)
    return text
  }

  private mutating func outcome() -> String {
    let name = name("utfall")
    let among = dice.once(in: 3) ? " among \(condition(1))" : ""
    let text = "outcome \(name) = \(dice.pick(["share", "count"])) \(yearCondition(2))\(among)"
    if among.isEmpty, text.contains("= share") { shares.append(name) }
    return text
  }

  private mutating func scenario() -> String {
    let name = name("reform")
    var lines = ["scenario \(name) from \(dice.pick(scenarios))"]
    var levers = catalogue.levers.filter { $0.slot == $0.name }
    for _ in 0..<(1 + dice.roll(3)) {
      let lever = levers.remove(at: dice.roll(levers.count))
      lines.append("  " + setting(lever, allowsTarget: true))
    }
    if dice.once(in: 4) {
      lines.append("  rule \(self.name("regel")) for persons where \(condition(1))")
      let lever = dice.pick(levers.filter { !$0.isCollective })
      lines += ["    " + setting(lever, allowsTarget: false), "  end"]
    }
    let parameters = catalogue.parameters.filter { $0.low < $0.high && $0.low >= -1e6 && $0.high <= 1e6 }
    if dice.once(in: 4), !parameters.isEmpty {
      let parameter = dice.pick(parameters)
      let share = Double(dice.roll(11)) / 10
      let value = min(max(parameter.low + share * (parameter.high - parameter.low), parameter.low), parameter.high)
      lines.append("  assume \(parameter.name) = \(SourceNumber.text(value))")
    }
    scenarios.append(name)
    return (lines + ["end"]).joined(separator: "\n")
  }

  private mutating func setting(_ lever: LeverDeclaration, allowsTarget: Bool) -> String {
    var line = "\(lever.name) = \(value(of: lever))"
    if allowsTarget, !lever.isCollective, dice.once(in: 4) { line += " for persons where \(condition(1))" }
    switch dice.roll(5) {
    case 0: line += " from 2019-\(dice.pick(["01", "08"]))"
    case 1: line += " from 2016 until 2020-12"
    case 2: line += " in 2021"
    default: break
    }
    return line
  }

  // MARK: Values

  private mutating func value(of lever: LeverDeclaration) -> String {
    switch lever.domain {
    case .weights:
      let left = dice.roll(101)
      return "\(left)/\(100 - left)"
    case .levelTarget(let skill):
      return "(level: \(dice.pick(["A2", "B1", "B2"])) \(skill.rawValue), share: \(dice.roll(101)) %)"
    case .quantity(let unit, let low, let high):
      let inside = Quantity(low + (high - low) * Double(dice.roll(21)) / 20, unit)
      let bounds = (Quantity(low, unit), Quantity(high, unit))
      switch dice.roll(4) {
      case 0: return "max(\(bounds.0), min(\(bounds.1), \(value(unit, 2))))"
      case 1: return "max(\(bounds.0), min(\(bounds.1), \(lever.name) * \(dice.pick(["0.5", "1.2", "3"]))))"
      case 2: return "max(\(bounds.0), min(\(bounds.1), \(dice.pick(scenarios)).\(lever.name) / 2))"
      default: return "\(inside)"
      }
    }
  }

  private mutating func value(_ unit: Unit, _ depth: Int) -> String {
    guard depth > 0 else { return literal(unit) }
    let names = values.filter { $0.unit == unit }.map(\.name)
    let callable = functions.filter { $0.unit == unit }.map(\.name)
    switch dice.roll(7) {
    case 0 where !names.isEmpty: return dice.pick(names)
    case 1 where !callable.isEmpty: return "\(dice.pick(callable))(\(value(unit, depth - 1)))"
    case 2: return "(\(value(unit, depth - 1))) * \(literal(.number))"
    case 3: return "max(\(value(unit, depth - 1)), \(literal(unit)))"
    case 4 where unit == .share: return "(\(value(unit, depth - 1))) + \(literal(.points))"
    case 4,
      5 where unit != .share:
      return "(\(value(unit, depth - 1))) - \(literal(unit))"
    default: return literal(unit)
    }
  }

  private mutating func literal(_ unit: Unit) -> String {
    switch unit {
    case .months: dice.once(in: 4) ? "\(1 + dice.roll(4)) years" : "\(1 + dice.roll(48)) months"
    case .share: "\(1 + dice.roll(99)) %"
    case .points: "\(1 + dice.roll(30)).5 pp"
    case .number: dice.pick(["2", "0.5", "1.25", "3"])
    default: "\(Quantity(Double(1 + dice.roll(100)), unit))"
    }
  }

  // MARK: Conditions

  private mutating func condition(_ depth: Int) -> String {
    switch dice.roll(depth > 0 ? 7 : 4) {
    case 0: return "age \(dice.pick(["<", "<=", ">", ">="])) \(18 + dice.roll(40))"
    case 1 where !groups.isEmpty: return dice.pick(groups)
    case 2:
      let attribute = dice.pick(catalogue.attributes.filter { $0.categories.count > 2 })
      let keys = (0...1).map { _ in PersonCondition.written(dice.pick(attribute.categories).key) }
      return "\(attribute.name) in (\(keys.joined(separator: ", ")))"
    case 4: return "(\(condition(depth - 1)) or \(condition(depth - 1)))"
    case 5: return "not (\(condition(depth - 1)))"
    case 6: return "\(condition(depth - 1)) and \(condition(depth - 1))"
    default:
      let attribute = dice.pick(catalogue.attributes)
      let key = PersonCondition.written(dice.pick(attribute.categories).key)
      return "\(attribute.name) \(dice.pick(["is", "is not"])) \(key)"
    }
  }

  private mutating func yearCondition(_ depth: Int) -> String {
    switch dice.roll(depth > 0 ? 6 : 2) {
    case 0: return "months employed >= \(1 + dice.roll(12))"
    case 2: return "(\(yearCondition(depth - 1)) and \(condition(0)))"
    case 3: return "not (\(yearCondition(depth - 1)))"
    case 4: return "\(dice.pick(shares)) \(1 + dice.roll(3)) years earlier"
    default: return dice.pick(shares)
    }
  }

  // MARK: Questions

  private mutating func clauses(years: Bool) -> String {
    var text = years ? " over \(2 + dice.roll(8)) years" : ""
    if dice.once(in: 3) { text += " by \(dice.pick(catalogue.attributes).name)" }
    if dice.once(in: 3) { text += " among persons where \(condition(1))" }
    return text
  }

  private mutating func comparison() -> String {
    let names = Array(Set([dice.pick(scenarios), dice.pick(scenarios)])).sorted()
    let head = "compare \(names.joined(separator: ", "))\(clauses(years: true))"
    let show = "show \(dice.pick(shares))"
    return dice.once(in: 2) ? "\(head) \(show)" : "\(head)\n  \(show)\nend"
  }

  private mutating func expectation() -> String {
    let first = dice.pick(scenarios)
    let second = dice.pick(scenarios.filter { $0 != first } + [""])
    let share = dice.pick(shares)
    let group = dice.once(in: 3) ? " of \(dice.pick(groups))" : ""
    let term = second.isEmpty || second == first ? first : "\(first) - \(second)"
    let unit = term == first ? "%" : "pp"
    let test = dice.pick([
      "at least \(dice.roll(20)) \(unit)", "less than \(20 + dice.roll(60)) \(unit)",
      "between \(dice.roll(10)) \(unit) and \(10 + dice.roll(80)) \(unit)", "within 2 pp of \(dice.roll(50)) \(unit)",
    ])
    return "expect \(share)\(group) in year \(1 + dice.roll(9)): \(term) \(test)"
      + (dice.once(in: 4) ? " (warning)" : "")
  }

  private mutating func sweep() -> String {
    "sweep programme.length of \(dice.pick(scenarios)) from 12 to \(dice.pick([24, 36, 48])) months step 6 months "
      + "over 5 years show \(dice.pick(shares)) in year \(1 + dice.roll(5))"
  }

  private mutating func solve() -> String {
    let scenario = dice.pick(scenarios)
    return "solve programme.length of \(scenario) from 12 months to 4 years so that \(dice.pick(shares)) in year "
      + "\(1 + dice.roll(9)): \(scenario) at least \(dice.roll(90)) %"
  }

  private mutating func division() -> String {
    guard scenarios.count > 1 else { return comparison() }
    let (word, scenario) = (dice.pick(["attribute", "sensitivity"]), dice.pick(Array(scenarios.dropFirst())))
    return "\(word) \(scenario) in year \(1 + dice.roll(9)) show \(dice.pick(shares))"
  }
}
