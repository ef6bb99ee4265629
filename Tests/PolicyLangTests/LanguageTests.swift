import PolicyCore
import PolicyLang
import Testing

struct LanguageTests {
  @Test func readsTheSampleFile() throws {
    let checked = check(
      """
      language 1
      use introduction_programme

      let third_year = 36 months

      ## Longer programme, NAV earlier.
      scenario stronger_path from baseline
        programme.length   = third_year
        nav.involvement    = nav.involvement + 35 pp   from 2020-01 until 2022-12
        settlement.weights = 60/40
        norwegian.target   = (level: B1 oral, share: 50 %)
        assume programme.lock_in = 1.0
      end

      compare baseline, stronger_path over 9 years since settlement by sex, age among settled 2012 to 2016
        show employed, in_education
      end
      expect employed of women in year 9: stronger_path - baseline between 1.0 pp and 6.0 pp
      expect employed in calendar 2016: baseline within 2 pp of 50 % (warning)
      """)
    #expect(messages(checked) == "")
    #expect(checked.statements.count == 6)
    let plan = try #require(checked.environment.scenarios["stronger_path"]?.plan)
    #expect(
      plan.settings == [
        LeverSetting(slot: "programme.length", value: .quantity(Quantity(36, .months))),
        LeverSetting(
          slot: "nav.involvement", value: .quantity(Quantity(0.6, .share)), from: Month(year: 2020, month: 1),
          until: Month(year: 2022, month: 12)),
        LeverSetting(slot: "settlement.weights", value: .weights(60, 40)),
        LeverSetting(slot: "norwegian.target", value: .levelTarget(level: .b1, skill: .oral, share: 0.5)),
      ])
    #expect(plan.parameters == ["programme.lock_in": 1])
    guard case .compare(let comparison, _, _) = checked.statements[3] else { return #expect(Bool(false)) }
    #expect(comparison.years == Array(1...9))
    #expect(comparison.by == ["sex", "age"])
    #expect(comparison.cohorts == CohortRange(firstYear: 2012, lastYear: 2016))
    guard case .expect(let expectation, _) = checked.statements[4] else { return #expect(Bool(false)) }
    #expect(
      expectation.filters == [
        GroupFilter(.among(attribute: "sex", categories: ["woman"]), label: Label(nb: "kvinner", en: "women"))
      ])
    #expect(expectation.lower == 0.01 && expectation.upper == 0.06 && expectation.unit == .points)
    guard case .expect(let level, _) = checked.statements[5] else { return #expect(Bool(false)) }
    #expect(abs((level.lower ?? 0) - 0.48) < 1e-12 && level.isWarning && level.clock == .calendar)
    #expect(level.text == "expect employed in calendar 2016: baseline within 2 pp of 50 % (warning)")
  }
}

/// What holds for every program.
struct LanguagePropertyTests {
  private struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(sides))
    }

    /// An expression in plain numbers, as written and as it should come out.
    mutating func expression(_ depth: Int) -> (text: String, value: Double) {
      guard depth > 0, roll(5) > 0 else {
        let number = roll(50_000)
        let isGrouped = number >= 10_000 && roll(2) == 0
        let text = isGrouped ? "\(number / 1_000) \(String("00\(number % 1_000)".suffix(3)))" : "\(number)"
        return roll(3) == 0 ? ("\(text).5", Double(number) + 0.5) : (text, Double(number))
      }
      let left = expression(depth - 1)
      let right = expression(depth - 1)
      switch roll(4) {
      case 0: return ("(\(left.text) + \(right.text))", left.value + right.value)
      case 1: return ("(\(left.text) \u{2212}\n \(right.text))", left.value - right.value)
      case 2: return ("(\(left.text)) * (\(right.text))", left.value * right.value)
      default:
        return (
          "(\(left.text)) / (1 + (\(right.text)) * (\(right.text)))", left.value / (1 + right.value * right.value)
        )
      }
    }
  }

  @Test func arithmeticIsThatOfNumbers() {
    var dice = Dice(state: 11)
    for _ in 0..<300 {
      let (text, value) = dice.expression(4)
      let checked = check("0 + (\(text))", mode: .session)
      guard case .expression(let quantity, _) = checked.statements.first else {
        Issue.record("\(text)\n\(messages(checked))")
        continue
      }
      #expect(abs(quantity.value - value) <= 1e-9 * max(1, abs(value)), "\(text)")
    }
  }

  @Test func orderOfDefinitionsIsFree() {
    let definitions = [
      "let more = less + 6 months", "let less = a.programme.length",
      "scenario c from b\n  programme.length = more\n  nav.involvement = a.nav.involvement * 2 from 2019-05\nend",
      "scenario b from a\n  settlement.weights = 50/50 in 2020\nend",
      "scenario a from baseline\n  programme.length = 30 months\n  nav.involvement = 30 % in 2019\nend",
      "compare a, b, c over 3 years by age show employed",
      "group old = age is from_30", "expect employed of old in year 2: c - b at least 0 pp",
    ]
    var dice = Dice(state: 5)
    var plans: Set<[String: ScenarioPlan]> = []
    for _ in 0..<20 {
      var rest = definitions
      var text = "language 1\n"
      rest.append("use introduction_programme")
      while !rest.isEmpty { text += rest.remove(at: dice.roll(rest.count)) + "\n" }
      let checked = check(text)
      #expect(messages(checked) == "")
      plans.insert(checked.environment.scenarios.mapValues(\.plan))
    }
    #expect(plans.count == 1)
    #expect(plans.first?["c"]?.settings.first?.value == .quantity(Quantity(36, .months)))
  }
}
