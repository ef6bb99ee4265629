import PolicyCore
import Testing

@testable import PolicySession

@Suite struct CompletionTests {
  static let session = Session.started()

  func complete(_ text: String, in session: Session = Self.session) -> [String] {
    session.completions(for: text, at: text.utf8.count).map(\.text)
  }

  @Test(arguments: [
    ("", ["use", "scenario", "compare", "expect", "baseline", "three_years"]),
    ("sce", ["scenario"]),
    ("use ", ["introduction_programme"]),
    ("scenario x ", ["from"]),
    ("scenario x from ", ["baseline", "three_years"]),
    ("scenario x from baseline\n  ", ["programme.length", "norwegian.target", "end"]),
    ("scenario x from baseline\n  pro", ["programme.length"]),
    ("scenario x from baseline\n  programme.length ", ["="]),
    ("scenario x from baseline\n  programme.length = ", ["24 months"]),
    ("scenario x from baseline\n  programme.length = 36 ", ["months"]),
    ("scenario x from baseline\n  programme.length = 36 months ", ["for", "from", "until", "in"]),
    ("scenario x from baseline\n  programme.length = 36 months for ", ["persons"]),
    ("scenario x from baseline\n  programme.length = 36 months for persons ", ["where"]),
    ("scenario x from baseline\n  programme.length = 36 months for persons where ", ["sex", "women", "not"]),
    ("scenario x from baseline\n  programme.length = 36 months for persons where sex ", ["is", "in"]),
    ("scenario x from baseline\n  programme.length = 36 months for persons where sex is ", ["man", "woman"]),
    ("scenario x from baseline\n  programme.length = 36 months for persons where women ", ["and", "or", "from"]),
    ("scenario x from baseline\n  rule young ", ["for"]),
    ("scenario x from baseline\n  rule young for persons where women ", ["and", "or"]),
    ("scenario x from baseline\n  norwegian.target = (level: ", ["B1"]),
    ("scenario x from baseline\n  norwegian.target = (level: B1 ", ["oral"]),
    ("scenario x from baseline\n  assume ", ["programme.lock_in"]),
    ("group young = ", ["sex", "women", "not"]),
    ("group young = sex is ", ["man", "woman"]),
    ("group young = sex is woman and ", ["sex", "women"]),
    ("outcome x = ", ["share", "count", "mean", "sum"]),
    ("outcome x = share ", ["employed", "women", "not"]),
    ("outcome x = share employed and ", ["employed", "women", "not"]),
    ("outcome x = share employed ", ["and", "or", "among"]),
    ("outcome x = share employed among sex is ", ["man", "woman"]),
    ("outcome x = mean ", ["months"]),
    ("outcome x = mean months employed ", ["so far", "among"]),
    ("compare ", ["baseline", "three_years"]),
    ("compare baseline, ", ["three_years"]),
    ("compare baseline ", ["over", "show"]),
    ("compare baseline over 9 ", ["years"]),
    ("compare baseline over 9 years since ", ["settlement", "programme_exit"]),
    ("compare baseline over 9 years by ", ["sex"]),
    ("compare baseline over 9 years among ", ["women", "settled"]),
    ("compare baseline over 9 years show ", ["employed", "in_education"]),
    ("compare baseline,\n  three_years over 9 years\n  show employed, ", ["in_education"]),
    ("trace ", ["person"]),
    ("trace person ", ["where", "whose lives part", "under"]),
    ("trace person 12 ", ["under", "over", "replicate"]),
    ("trace person where ", ["sex", "women"]),
    ("trace person where sex is ", ["man", "woman"]),
    ("trace person where women ", ["and", "or", "whose lives part", "under"]),
    ("trace person whose lives part ", ["under"]),
    ("trace person 12 under baseline, ", ["three_years"]),
    ("trace person 12 under baseline over 9 ", ["years"]),
    ("expect ", ["employed"]),
    ("expect employed of ", ["women", "men"]),
    ("expect ", ["compare"]),
    ("expect employed ", ["of", "in", "over"]),
    ("expect employed over 9 ", ["years"]),
    ("expect public_cost over 9 years: three_years at most 20 000 ", ["kr(2018)"]),
    ("expect compare baseline, three_years over 9 years show employed ", ["matches", "by"]),
    ("expect compare baseline over 9 years show employed matches ", ["snapshot"]),
    ("expect compare baseline over 9 years show employed matches snapshot ", ["within"]),
    ("expect employed in ", ["year", "calendar"]),
    ("expect employed in year 9: ", ["baseline", "three_years"]),
    ("expect employed in year 9: three_years - ", ["baseline"]),
    ("expect employed in year 9: three_years - baseline ", ["at", "between", "within"]),
    ("expect employed in year 9: three_years - baseline at ", ["least", "most"]),
    ("expect employed in year 9: three_years at least 2 ", ["%"]),
    ("expect employed in year 9: three_years - baseline at least 2 ", ["pp"]),
    ("expect employed in year 9: three_years within 2 ", ["pp"]),
    ("expect employed in year 9: three_years within 2 pp of 50 ", ["%"]),
    ("expect public_cost in year 9: three_years - baseline at most 20 000 ", ["kr(2018) per year"]),
    ("expect public_cost in year 9: three_years between 1 kr(2018) per year ", ["and"]),
    ("att", ["attribute"]),
    ("attribute ", ["baseline", "three_years"]),
    ("attribute three_years ", ["against", "over", "by", "among", "show"]),
    ("attribute three_years against ", ["baseline"]),
    ("attribute three_years in year 9 show ", ["employed"]),
    ("attribute three_years over 9 years\n  ", ["show", "end"]),
    ("attribute three_years over 9 years\n  show ", ["employed"]),
    ("sensitivity ", ["baseline", "three_years"]),
    ("sensitivity three_years ", ["to", "against", "show"]),
    ("sensitivity three_years to ", ["assumptions", "parameters"]),
    ("sensitivity three_years to parameters over 9 years\n  ", ["show", "end"]),
    ("swe", ["sweep"]),
    ("sweep ", ["programme.length"]),
    ("sweep programme.length ", ["of"]),
    ("sweep programme.length of ", ["baseline", "three_years"]),
    ("sweep programme.length of baseline ", ["from"]),
    ("sweep programme.length of baseline from 12 ", ["to", "months"]),
    ("sweep programme.length of baseline from 12 to 48 ", ["months"]),
    ("sweep programme.length of baseline from 12 to 48 months ", ["step"]),
    ("sweep norwegian.target of baseline from 12 to 48 % step 6 ", ["pp"]),
    ("sweep programme.length of baseline from 12 to 48 months step 6 months ", ["over", "show", "plot"]),
    ("sweep programme.length of baseline from 12 to 48 months step 6 months, ", ["norwegian.target"]),
    ("sweep programme.length of baseline from 12 to 48 months step 6 months show ", ["employed"]),
    ("sweep programme.length of baseline from 12 to 48 months step 6 months\n  ", ["show", "plot", "end"]),
    ("sweep programme.length of baseline from 12 to 48 months step 6 months\n  plot employed ", ["in", "by", "to"]),
    ("sweep programme.length of baseline from 12 to 48 months step 6 months\n  plot employed in ", ["year"]),
    ("sweep programme.length of baseline from 12 to 48 months step 6 months\n  plot employed by ", ["sex"]),
    ("solve ", ["norwegian.target"]),
    ("solve programme.length of baseline from 12 to 48 months ", ["so"]),
    ("solve programme.length of baseline from 12 to 48 months so ", ["that"]),
    ("solve programme.length of baseline from 12 to 48 months so that ", ["employed"]),
    ("solve programme.length of baseline from 12 to 48 months so that employed in year 9: ", ["baseline"]),
    (
      "solve programme.length of baseline from 12 to 48 months so that employed in year 9: baseline ",
      ["at", "between"]
    ),
    ("compare baseline over 9 years plot ", ["employed"]),
    ("compare baseline over 9 years plot employed ", ["to", "by"]),
    ("explain ", ["programme.length", "employed", "three_years"]),
    ("assumptions ", ["programme.lock_in"]),
    ("show ", ["changes"]),
    ("show changes of ", ["three_years"]),
    ("show changes of three_years ", ["against"]),
    ("export ", ["answer", "three_years"]),
    ("export answer ", ["to"]),
    ("optimise ", ["baseline", "three_years"]),
    ("optimise baseline ", ["over"]),
    ("optimise baseline over ", ["programme.length"]),
    ("optimise baseline over programme.length ", ["from"]),
    ("optimise baseline over programme.length from 12 to 48 ", ["months"]),
    ("optimise baseline over programme.length from 12 to 48 months ", ["to", "step"]),
    ("optimise baseline over programme.length from 12 to 48 months to ", ["maximise", "minimise"]),
    ("optimise baseline over programme.length from 12 to 48 months to maximise ", ["employed"]),
    ("optimise baseline over programme.length from 12 to 48 months to maximise employed in year 9: ", ["baseline"]),
    ("optimise baseline over programme.length from 12 to 48 months\n  ", ["to", "subject", "plot", "end"]),
    ("optimise baseline over programme.length from 12 to 48 months\n  to ", ["maximise"]),
    ("optimise baseline over programme.length from 12 to 48 months\n  subject ", ["to"]),
    ("optimise baseline over programme.length from 12 to 48 months\n  subject to ", ["employed"]),
    (
      "optimise baseline over programme.length from 12 to 48 months\n  subject to employed in year 9: baseline ", ["at"]
    ),
    ("external lever a.b\n  ", ["at_most", "moves"]),
    ("external lever a.b\n  at_most ", ["programme.length"]),
    ("external lever a.b\n  moves ", ["settlement", "none"]),
    ("group x = ", ["sex"]),
    ("group x = sex is ", ["man", "woman"]),
    ("let x = 3 ", ["months", "%", "kr"]),
    ("three_years.", ["three_years.programme.length"]),
    ("let x = three_years.nor", ["three_years.norwegian.target"]),
  ]) func everyPlaceHasItsWords(_ text: String, _ expected: [String]) {
    let found = complete(text)
    for word in expected { #expect(found.contains(word), "\(word) after “\(text)”, found \(found)") }
  }

  @Test(arguments: ["# sce", "use \"intro", "scenario ", "compare baseline over ", "let "])
  func someHaveNone(_ text: String) {
    #expect(complete(text).isEmpty)
  }

  @Test func aCompletedNameIsNotOfferedAgain() {
    #expect(!complete("compare baseline, ").contains("baseline"))
    #expect(!complete("compare baseline over 9 years show employed, ").contains("employed"))
  }

  @Test func leversTellUnitAndRangeAndWhatIsReplaced() throws {
    let text = "scenario ønsket from baseline\n  progr"
    let completion = try #require(Self.session.completions(for: text, at: text.utf8.count).first)
    #expect(completion.detail == "programme length, 12 to 48 months")
    let norwegian = Self.session.completions(for: text, at: text.utf8.count, language: .nb).first
    #expect(norwegian?.detail == "programlengde, 12 to 48 months")
    #expect(completion.replaced == Span(text.utf8.count - 5, text.utf8.count))
  }

  @Test func noPlaceTraps() {
    let text = "scenario å from baseline\n  programme.length = 36 months from 2020-01\nend\nexpect : - 2 pp \"x"
    for offset in -1...(text.utf8.count + 2) { _ = Self.session.completions(for: text, at: offset) }
    for line in text.split(separator: " ") { _ = complete(String(line) + " ") }
  }

  @Test func aLeverOfTheLibraryAloneIsFoundEverywhere() throws {
    let prelude = try #require(TestLibrary.prelude["introduction_programme"])
    let library =
      prelude + """

        ## NAV from the first day.
        lever quick_start sets programme.length
          label    nb "rask start" en "quick start"
          domain   12 to 24 months
          baseline 24 months
        end
        """
    var session = Session.sample(files: ["introduction_programme": library])
    session.evaluate("use introduction_programme")
    #expect(complete("scenario x from baseline\n  quick", in: session) == ["quick_start"])
    guard case .declared("quick_start") = session.topic("quick_start") else {
      Issue.record("no topic")
      return
    }
    #expect(session.names.contains("quick_start"))
    #expect(session.environment.catalogue.lever("quick_start")?.slot == "programme.length")
    let outputs = session.evaluate("scenario x from baseline\n  quick_start = 18 months\nend")
    #expect(outputs.last == .defined("x"))
  }

  @Test func topics() {
    for name in [
      "baseline", "three_years", "employed", "sex", "women", "programme.lock_in", "compare",
      "three_years.programme.length",
    ] { #expect(Self.session.topic(name) != nil, "\(name)") }
    #expect(Self.session.topic("nobody") == nil)
    #expect(Self.session.topic("three_years.nobody") == nil)
  }
}
