import PolicyCore
import PolicyLang
import Testing

struct FunctionTests {
  private func value(_ expression: String, _ definitions: String = "") -> Quantity? {
    let text = "language 1\nuse introduction_programme\n\(definitions)\nlet result = \(expression)\n"
    let checked = check(text)
    #expect(messages(checked) == "", "\(expression)")
    return checked.environment.values["result"]?.quantity
  }

  private func scenario(_ line: String, _ definitions: String) -> ScenarioPlan? {
    let text =
      "language 1\nuse introduction_programme\n\(definitions)\nscenario s from baseline\n  \(line)\nend\n"
    let checked = check(text)
    #expect(messages(checked) == "", "\(line)")
    return checked.environment.scenarios["s"]?.plan
  }

  @Test func argumentsAreTakenInTheUnitOfTheirParameter() {
    let cost = "function cost(length: months, price: kr per month) = length * price"
    #expect(value("cost(2 years, 9 000 kr per month)", cost) == Quantity(216_000, .kroner(per: .once, priceYear: nil)))
    #expect(value("cost(6 months, 12 000 kr per year)", cost) == Quantity(6_000, .kroner(per: .once, priceYear: nil)))
  }

  @Test func anAmountAPeriodTimesADurationIsAnAmount() {
    #expect(value("100 kr(2018) per year * 18 months") == Quantity(150, .kroner(per: .once, priceYear: 2018)))
    #expect(value("2 years * 2 G per year") == Quantity(4, .basicAmount(per: .once)))
    let wrong = check("let a = 5 kr * 3 months", in: SamplePrelude.environment, mode: .session)
    #expect(wrong.diagnostics.map(\.id) == ["unit-mismatch"])
  }

  @Test func theLanguagesOwnFunctions() {
    #expect(value("max(3 months, 1 year, 6 months)") == Quantity(12, .months))
    #expect(value("min(3 months, 1 year)") == Quantity(3, .months))
    #expect(value("round(17 months, 6 months)") == Quantity(18, .months))
    #expect(abs((value("round(37.4 %, 5 %)")?.value ?? 0) - 0.35) < 1e-12)
    #expect(abs((value("round(37.6 %, 5 pp)")?.value ?? 0) - 0.4) < 1e-12)
  }

  @Test func functionsCallFunctionsInAnyOrderOfTheText() {
    let text = "function four(x: months) = twice(twice(x))\nfunction twice(x: months) = 2 * x"
    #expect(value("four(3 months)", text) == Quantity(12, .months))
  }

  /// A lever that changes in time changes what is calculated from it, at the same months.
  @Test func whatALeverGivesChangesWithItsDates() {
    let dated = "scenario a from baseline\n  nav.involvement = 40 % from 2020-01\nend"
    let plan = scenario(
      "nav.involvement = half(60 %)", dated + "\nfunction half(x: %) = x * (a.nav.involvement / 100 %)")
    #expect(
      plan?.settings.filter { $0.slot == "nav.involvement" }.map(\.from)
        == [nil, Month(year: 2020, month: 1)])
    guard case .quantity(let quantity)? = plan?.settings.first(where: { $0.from != nil })?.value else {
      return #expect(Bool(false))
    }
    #expect(abs(quantity.value - 0.24) < 1e-12 && quantity.unit == .share)
  }

  @Test func aFunctionCanGiveATarget() {
    let plan = scenario("norwegian.target = goal(52 %)", "function goal(share: %) = (level: B1 oral, share: share)")
    #expect(plan?.settings.last?.value == .levelTarget(level: .b1, skill: .oral, share: 0.52))
  }

  /// What a function was built on stays, also when a session gives its names another meaning.
  @Test func aFunctionKeepsWhatItWasBuiltOn() {
    var environment = SamplePrelude.environment
    for line in [
      "let rise = 6 months", "function longer(x: months) = x + rise", "let rise = 12 months", "let a = longer(1 year)",
    ] {
      environment = check(line, in: environment, mode: .session).environment
    }
    #expect(environment.values["a"]?.quantity == Quantity(18, .months))
  }

  /// Whether functions calculate alike does not hang on what they are called.
  @Test func meaningIsFreeOfNames() {
    func meaning(_ text: String) -> Int? {
      check("language 1\n" + text).environment.functions.max { $0.key < $1.key }?.value.meaning
    }
    let one = meaning("let s = 2 months\nfunction a(x: months) = x + s\nfunction z(y: months) = a(y) * 2")
    let same = meaning("let t = 2 months\nfunction b(y: months) = y + t\nfunction z(x: months) = b(x) * 2")
    let other = meaning("let t = 3 months\nfunction b(y: months) = y + t\nfunction z(x: months) = b(x) * 2")
    #expect(one != nil && one == same && one != other)
  }

  /// Every calculation ends, and so does what the checker does with it.
  @Test func doublingCallsEnd() {
    let chain = (1..<60).map { "function f\($0)(x: number) = f\($0 - 1)(x) + f\($0 - 1)(x)\n" }.joined()
    let text = "language 1\nfunction f0(x: number) = x + 1\n\(chain)let a = f59(1)\nlet b = f1(1)\n"
    #expect(check(text).diagnostics.map(\.id) == ["too-many-steps"])
  }

  /// The text of a function reads as the same calculation.
  @Test(arguments: [
    "x", "-x", "-(x + 1 month)", "x * (2 + 3)", "(x + 3 months) * 2", "x / 2 / 3", "x / (2 * 3)", "x - (x - 1 month)",
    "max(x, -x * 2)", "x + 2 * x mod 5 months", "(x + x) / (x - 1 month) * x", "round(x + 1 month, 3 months)",
  ])
  func textIsReadAsTheSame(body: String) throws {
    func function(_ body: String) -> FunctionDeclaration? {
      check("language 1\nfunction f(x: months) = \(body)\n").environment.functions["f"]
    }
    let first = try #require(function(body))
    let second = try #require(function(first.text))
    #expect(second.text == first.text)
    for x in ["1 month", "5 months", "18 months"] {
      func result(_ body: String) -> Quantity? {
        check("language 1\nfunction f(x: months) = \(body)\nlet y = f(\(x))\n").environment.values["y"]?.quantity
      }
      #expect(result(body) == result(first.text), "\(body) became \(first.text)")
    }
  }
}
