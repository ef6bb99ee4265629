import PolicyCore
import PolicyLang
import Testing

struct SessionModeTests {
  /// Enters one thing after the other and gives what the last one did.
  private func enter(_ entries: String...) -> Checked {
    var checked = check("", in: SamplePrelude.environment, mode: .session)
    for entry in entries { checked = check(entry, in: checked.environment, mode: .session) }
    return checked
  }

  @Test func showsValues() {
    #expect(enter("1 + 2").statements == [.expression(Quantity(3, .number), Span(0, 5))])
    #expect(enter("let a = 2 years", "a + 6 months").statements == [.expression(Quantity(30, .months), Span(0, 12))])
    guard case .lever(let lever, let schedule, _) = enter("baseline.settlement.weights").statements.first else {
      Issue.record("no lever")
      return
    }
    #expect(lever.name == "settlement.weights" && schedule.initial == .weights(0, 100))
    #expect(schedule.value(at: Month(year: 2018, month: 10)) == .weights(60, 40))
  }

  @Test func redefinitionReplacesAndSaysSo() {
    let checked = enter(
      "scenario a from baseline\n  programme.length = 30 months\nend", "scenario b from a\nend",
      "scenario a from baseline\n  programme.length = 36 months\nend")
    #expect(checked.diagnostics.map(\.id) == ["redefined"])
    #expect(checked.diagnostics.allSatisfy { $0.severity == .note && $0.helps.first?.text.contains("`b`") == true })
    let value = checked.environment.scenarios["a"]?.plan.settings.first?.value
    #expect(value == .quantity(Quantity(36, .months)))
  }

  @Test func leversThatContradictAnEarlierEntryAreToldWithItsScenario() {
    let levers = [("own.many", ""), ("own.few", "at_most own.many")].map { name, limit in
      "external lever \(name)\n label nb \"l\" en \"l\"\n domain 0 to 100 %\n baseline 40 %\n read settlement\n"
        + " reach new_entrants\n \(limit)\n moves settlement\nend\n"
    }
    let own = "lever quick sets own.few\n label nb \"q\" en \"q\"\nend"
    let checked = enter(
      levers.joined() + own, "scenario a from baseline\n own.many = 60 %\nend",
      "scenario b from a\n quick = 70 %\nend")
    #expect(checked.diagnostics.map(\.id) == ["levers-contradict"])
    let label = checked.diagnostics.first?.primary.text
    #expect(label == "70 % here; `own.many` is 60 % in `a`")
    #expect(checked.diagnostics.first?.secondary.isEmpty == true)
    #expect(checked.environment.scenarios["b"] == nil)
    let quick = checked.environment.catalogue.lever("quick")
    #expect(quick?.atMost == "own.many" && quick?.movesSettlement == true)
  }

  @Test func nameThatChangesItsKindIsOnlyTheNewThing() {
    let checked = enter("group a = sex is woman", "let a = 1", "scenario a from baseline\nend")
    #expect(checked.diagnostics.map(\.id) == ["redefined"])
    #expect(checked.environment.values["a"] == nil && checked.environment.catalogue.group("a") == nil)
    #expect(checked.environment.scenarioNames == ["baseline", "a"])
  }

  @Test func leversOfTheModelStay() {
    let lever =
      "  label nb \"x\" en \"x\"\n  domain 1 to 2 months\n  baseline 1 month\n  read monthly\n  reach everyone\nend"
    #expect(enter("external lever speed\n\(lever)", "let speed = 1").diagnostics.map(\.id) == ["duplicate-name"])
  }

  @Test func failedDefinitionDefinesNothing() {
    let checked = enter("let a = 1", "let a = 5 % + 5 %", "a")
    #expect(checked.statements == [.expression(Quantity(1, .number), Span(0, 1))])
    let scenario = enter("scenario a from baseline\n  programme.length = 90 months\nend")
    #expect(scenario.diagnostics.map(\.id) == ["out-of-range"])
    #expect(scenario.environment.scenarios["a"] == nil)
    #expect(!enter("scenario a from baseline\n  programme.length = 90 months\nend", "let A = 1").hasErrors)
  }

  @Test func languageIsImplied() {
    #expect(enter("language 1").diagnostics.isEmpty)
    #expect(!check("use introduction_programme", mode: .session).hasErrors)
  }

  @Test(arguments: [
    ("scenario a from baseline", true), ("scenario a from baseline\nend", false), ("let a = 1 +", true),
    ("compare a, b over 3 years", true), ("compare a, b over 3 years show employed", false), ("compare a,", true),
    ("compare a over 3 years\n  show employed", true), ("compare a over 3 years\n show employed\nend", false),
    ("## documents", true), ("# remarks", false), ("", false), ("let a = (1", false), ("external lever a.b", true),
    ("sweep a of b from 1 to 2 step 1", true), ("expect employed in year 3:", true), ("scenario a\n  x =", true),
    ("\0", false),
    ("scenario a from baseline\n  rule r for persons where x\n  end", true), ("nonsense", false),
  ])
  func needsMoreInput(text: String, needsMore: Bool) {
    #expect(Language.needsMoreInput(text) == needsMore, "\(text)")
  }

  @Test func ownLeverIsFoundWhereverLeversAre() {
    let checked = enter(
      "## Soon.\nlever quick_start sets nav.involvement\n  label nb \"rask start\" en \"quick start\"\nend",
      "scenario a from baseline\n  quick_start = 50 %\nend")
    #expect(messages(checked) == "")
    #expect(checked.environment.catalogue.lever("quick_start")?.documentation == "Soon.")
    let setting = LeverSetting(slot: "nav.involvement", value: .quantity(Quantity(0.5, .share)))
    #expect(checked.environment.scenarios["a"]?.plan.settings.first == setting)
  }
}
