import PolicyCore

/// How a difference divides over grades of evidence, in words.
struct EvidenceText {
  var result: ComparisonResult
  var names: Names
  var style: TextStyle
  /// The outcome, year and setting that the shares belong to, where they are not those of the whole result.
  var head: String?

  init(_ result: ComparisonResult, _ names: Names, _ style: TextStyle, head: String? = nil) {
    self.result = result
    self.names = names
    self.style = style
    self.head = head
  }

  var paragraphs: [String] {
    let scenarios = result.plan.scenarios.map(\.name).filter { result.evidence[$0]?.isEmpty == false }
    return scenarios.map { scenario in
      style.wrap(sentence(result.evidence[scenario] ?? [], scenario: scenarios.count > 1 ? scenario : nil))
    }
  }

  private func sentence(_ shares: [EvidenceShare], scenario: String?) -> String {
    let number = NumberFormat(style.language)
    let strongestFirst = shares.filter { abs($0.share) >= 0.005 }.sorted { $0.grade < $1.grade }
    let year = result.plan.years.last.map { names.year($0, on: result.plan.clock) } ?? ""
    // The grades are those of the first outcome's difference; where there are several it is named.
    let outcome = result.plan.outcomes.count > 1 ? result.plan.outcomes.first.map(names.outcome) : nil
    let words = head.map { [$0] } ?? [scenario, outcome, year].compactMap { $0 }
    let head = ([style.say(nb: "Grunnlag", en: "Evidence")] + words).joined(separator: ", ")
    let parts = strongestFirst.enumerated().map { index, share in
      let isDivided = strongestFirst.count > 1 && index == 0
      let about = isDivided ? style.say(nb: "om lag ", en: "about ") : ""
      let per = about + number.fixed(share.share * 100, decimals: 0) + " %"
      let of = style.say(nb: " av forskjellen hviler på ", en: " of the difference rests on ")
      let named =
        share.parameters.isEmpty || share.grade < .fitted ? "" : " (\(share.parameters.joined(separator: ", ")))"
      return per + (index == 0 ? of : style.say(nb: " på ", en: " on ")) + share.grade.asGround[style.language] + named
    }
    return "\(head): \(parts.joined(separator: ", "))." + caution(shares)
  }

  private func caution(_ shares: [EvidenceShare]) -> String {
    if shares.contains(where: { $0.share < -0.005 }) {
      return style.say(
        nb: " Delene trekker hver sin vei, derfor kan de være under 0 og over 100 %.",
        en: " The parts pull in different directions, so they can be below 0 and above 100 %.")
    }
    let assumed = shares.filter { $0.grade == .assumed }.reduce(0) { $0 + $1.share }
    guard assumed > 0.5 else { return "" }
    return assumed > 0.995
      ? style.say(
        nb: " Forskjellen er en antakelse, ikke et funn.", en: " The difference is an assumption, not a finding.")
      : style.say(nb: " Forskjellen hviler mest på antakelser.", en: " The difference rests mostly on assumptions.")
  }
}
