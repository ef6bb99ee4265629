import PolicyCore

/// What became of an expectation, with the values under the terms that they belong to.
public struct ExpectationText {
  var result: ExpectationResult
  var style: TextStyle

  public init(_ result: ExpectationResult, style: TextStyle) {
    self.result = result
    self.style = style
  }

  /// `passed expect at FILE:LINE`; failures and undecided ones with statement, values and what would settle it.
  public var text: String {
    let place = "\(result.place.file):\(result.place.line)"
    if result.status == .passed {
      return style.paint(word, .green) + " expect " + style.say(nb: "i", en: "at") + " \(place)  \(statement)"
    }
    let head =
      style.paint(word, result.isWarning ? .yellow : .red) + " expect " + style.say(nb: "i", en: "at") + " \(place)"
    return ([head, "  " + statement] + valueLines + closing).joined(separator: "\n")
  }

  /// The measured value in one phrase, as `difference 0.5 pp, 95 % interval 0.1 to 0.9, 20 runs`.
  public var measured: String {
    let number = NumberFormat(style.language)
    guard let estimate = result.estimate else {
      return result.isSuppressed ? style.say(nb: "skjult", en: "hidden") : style.say(nb: "ingen verdi", en: "no value")
    }
    let isDifference = !result.terms.isEmpty || result.unit == .points
    var parts = [
      (isDifference ? style.say(nb: "forskjell ", en: "difference ") : "")
        + number.quantity(estimate.value, result.unit, decimals: decimals, showsPlus: isDifference)
    ]
    if let low = estimate.low, let high = estimate.high {
      let bounds = [low, high].map { number.fixed($0 * result.unit.displayFactor, decimals: decimals) }
      parts.append(
        style.say(nb: "95 %-intervall ", en: "95 % interval ")
          + bounds.joined(separator: style.say(nb: " til ", en: " to ")))
    }
    let runs = style.say(
      nb: result.replicates == 1 ? "kjøring" : "kjøringer", en: result.replicates == 1 ? "run" : "runs")
    parts.append("\(number.integer(result.replicates)) \(runs)")
    return parts.joined(separator: ", ")
  }

  /// Points have one more than in tables, since small differences are what is judged.
  private var decimals: Int { result.unit == .points ? 2 : result.unit.decimals }

  private var word: String {
    switch (result.status, style.language) {
    case (.passed, .nb): "ok"
    case (.passed, .en): "passed"
    case (.failed, .nb): result.isWarning ? "ADVARSEL" : "FEILET"
    case (.failed, .en): result.isWarning ? "WARNING" : "FAILED"
    case (.undecided, .nb): "UAVGJORT"
    case (.undecided, .en): "UNDECIDED"
    }
  }

  private var statement: String { result.text.hasPrefix("expect ") ? String(result.text.dropFirst(7)) : result.text }

  private var valueLines: [String] {
    let number = NumberFormat(style.language)
    let placed = termColumns
    guard placed.count == result.terms.count, !placed.isEmpty else { return ["  " + measured] }
    var bars = ""
    var values = ""
    for (column, term) in zip(placed, result.terms) {
      bars = bars.padded(to: column) + "│"
      let unit = result.unit.ofLevels
      let value =
        term.estimate.map {
          number.fixed($0.value * unit.displayFactor, decimals: unit.decimals) + " "
            + unit.shortSymbol(in: style.language)
        } ?? (term.isSuppressed ? ":" : "..")
      values = (values.isEmpty ? values : values + "  ").padded(to: column) + value
    }
    return ["  " + bars, "  " + values + "   " + measured]
  }

  /// Where in the statement each term's scenario is named.
  private var termColumns: [Int] {
    let text = Array(statement)
    let colon = text.firstIndex(of: ":").map { $0 + 1 } ?? 0
    var from = colon
    var columns: [Int] = []
    for term in result.terms {
      let name = Array(term.scenario)
      guard let found = (from..<text.count).first(where: { text[$0...].starts(with: name) }) else { break }
      columns.append(found)
      from = found + name.count
    }
    return columns
  }

  private var closing: [String] {
    if let remark = result.remark { return [style.wrap(remark[style.language])] }
    guard result.status == .undecided, let needed = result.replicatesNeeded else { return [] }
    let runs = NumberFormat(style.language).integer(needed)
    return [
      style.wrap(
        style.say(
          nb: "Intervallet går over grensen; omtrent \(runs) kjøringer ville avgjøre det (--replicates \(needed)).",
          en: "The interval crosses the bound; about \(runs) runs would settle it (--replicates \(needed))."))
    ]
  }
}
