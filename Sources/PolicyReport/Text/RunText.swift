import PolicyCore

/// What stands above and under every table about the run that made it.
struct RunText {
  var result: ComparisonResult
  var style: TextStyle

  init(_ result: ComparisonResult, _ style: TextStyle) {
    self.result = result
    self.style = style
  }

  /// `60 000 persons × 8 paired runs, 0.5 s`.
  ///
  /// - Parameter seconds: how long the answer took; left out when `nil`.
  func text(seconds: Double?) -> String {
    let number = NumberFormat(style.language)
    let isPaired = result.plan.scenarios.count > 1
    var text = number.integer(result.size.persons) + style.say(nb: " personer × ", en: " persons × ")
    text += number.integer(result.size.replicates)
    text +=
      result.size.replicates == 1
      ? style.say(nb: " kjøring", en: " run")
      : isPaired ? style.say(nb: " parvise kjøringer", en: " paired runs") : style.say(nb: " kjøringer", en: " runs")
    if let seconds { text += ", \(number.fixed(seconds, decimals: 1)) s" }
    return text
  }

  /// What is to be said of the answer besides its numbers.
  var notes: [String] {
    ([result.size.assumptions.remark].compactMap { $0 } + result.notes).map { style.wrap($0[style.language]) }
  }

  /// What `±` covers and what the signs in place of numbers mean, as far as the rows have them.
  ///
  /// - Parameter hasZero: Whether an exact zero is shown besides those of the rows.
  func legend(of shown: [ResultRow], _ names: Names, hasZero: Bool = false) -> String {
    let missing = shown.filter { $0.estimate == nil && !$0.isSuppressed }
    let isOfWaits = missing.contains { result.plan.formulas[$0.outcome]?.isOfWaits ?? false }
    let isZero = hasZero || shown.contains { $0.base != nil && $0.estimate?.isExactlyZero == true }
    return [
      coverage(names),
      missing.isEmpty
        ? ""
        : style.say(nb: ".. ikke fulgt så langt", en: ".. not followed so far")
          + (isOfWaits ? style.say(nb: ", eller så mange venter ennå", en: ", or so many are still waiting") : ""),
      isZero ? style.say(nb: "- nøyaktig null", en: "- exactly zero") : "",
      shown.contains(where: \.isSuppressed) ? style.suppressed : "",
    ].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// `±: 95 %, Monte Carlo; does not cover parameters, structure`.
  func coverage(_ names: Names) -> String {
    let absent = IntervalKind.allCases.filter { !result.intervals.contains($0) }
    if result.size.replicates < 2 || result.intervals.isEmpty {
      return style.say(nb: "Én kjøring gir ikke noe intervall", en: "One run gives no interval")
    }
    let said = style.say(nb: "±: 95 %, ", en: "±: 95 %, ") + names.interval(result.intervals)
    return absent.isEmpty
      ? said : said + style.say(nb: "; dekker ikke ", en: "; does not cover ") + names.interval(absent)
  }
}

extension TextStyle {
  /// A title with the size of the run at the right margin, or under it where there is no room.
  func heading(_ left: String, _ right: String) -> String {
    if isMarkdown { return "**\(wrap(left))**, \(wrap(right))" }
    let fits = left.count + 3 + right.count <= width
    guard fits else { return paint(wrap(left), .bold) + "\n" + wrap(right, indent: 4) }
    return paint(left, .bold) + "".padded(to: max(3, min(width, 80) - left.count - right.count)) + right
  }
}
