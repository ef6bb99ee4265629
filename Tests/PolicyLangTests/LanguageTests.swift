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
    guard case .compare(let comparison, _) = checked.statements[3] else { return #expect(Bool(false)) }
    #expect(comparison.years == Array(1...9))
    #expect(comparison.by == ["sex", "age"])
    #expect(comparison.cohorts == CohortRange(firstYear: 2012, lastYear: 2016))
    guard case .expect(let expectation, _) = checked.statements[4] else { return #expect(Bool(false)) }
    #expect(expectation.filters == [GroupFilter(attribute: "sex", category: "woman")])
    #expect(expectation.lower == 0.01 && expectation.upper == 0.06 && expectation.unit == .points)
    guard case .expect(let level, _) = checked.statements[5] else { return #expect(Bool(false)) }
    #expect(abs((level.lower ?? 0) - 0.48) < 1e-12 && level.isWarning && level.clock == .calendar)
    #expect(level.text == "expect employed in calendar 2016: baseline within 2 pp of 50 % (warning)")
  }
}
