import PolicyCore
import PolicyLang

/// How answers are written.
enum OutputForm: String, CaseIterable, Sendable {
  case table, csv, json, markdown
}

/// A choice between two.
enum OnOff: String, CaseIterable, Sendable {
  case on, off
}

/// What `:set` changes, each with the values that it takes.
enum Setting: String, CaseIterable, Sendable {
  case lang, output, pager, persons, replicates

  var summary: Label {
    switch self {
    case .lang: Label(nb: "språket i svar og meldinger", en: "the language of answers and messages")
    case .output: Label(nb: "formen på svarene", en: "the form of answers")
    case .pager: Label(nb: "lange svar side for side", en: "long answers page by page")
    case .persons: Label(nb: "personer som simuleres", en: "persons to simulate")
    case .replicates: Label(nb: "parvise kjøringer", en: "paired runs")
    }
  }

  /// The words that it takes; empty for a number.
  var words: [String] {
    switch self {
    case .lang: OutputLanguage.allCases.map(\.rawValue)
    case .output: OutputForm.allCases.map(\.rawValue)
    case .pager: OnOff.allCases.map(\.rawValue)
    case .persons, .replicates: []
    }
  }

  /// The numbers that it takes.
  var range: ClosedRange<Int>? {
    switch self {
    case .lang, .output, .pager: nil
    case .persons: SizeOptions.persons
    case .replicates: SizeOptions.replicates
    }
  }

  /// A setting with its new value.
  enum Change: Equatable {
    case language(OutputLanguage)
    case output(OutputForm)
    case pager(OnOff)
    case persons(Int)
    case replicates(Int)
  }

  /// Why something cannot be set.
  struct Refusal: Error, Equatable {
    var message: Label
  }

  /// The setting of a name, which may be shortened as far as it stays unique.
  static func named(_ name: String) throws(Refusal) -> Setting {
    let matches = allCases.filter { $0.rawValue.hasPrefix(name.lowercased()) }
    if matches.count == 1 { return matches[0] }
    throw unknown(
      Label(nb: "Det finnes ingen innstilling `\(name)`.", en: "There is no setting `\(name)`."), name,
      among: allCases.map(\.rawValue))
  }

  /// The change that a value makes; numbers may be grouped by `_` or blanks.
  func change(to value: String) throws(Refusal) -> Change {
    switch self {
    case .lang:
      if let language = OutputLanguage(rawValue: value.lowercased()) { return .language(language) }
    case .output:
      if let form = OutputForm(rawValue: value.lowercased()) { return .output(form) }
    case .pager:
      if let choice = OnOff(rawValue: value.lowercased()) { return .pager(choice) }
    case .persons, .replicates:
      let number = Int(value.filter { $0 != "_" && $0 != " " && $0 != "\u{A0}" })
      guard let range, let number, range.contains(number) else { throw outside(value) }
      return self == .persons ? .persons(number) : .replicates(number)
    }
    throw Self.unknown(
      Label(nb: "`\(rawValue)` kan ikke være `\(value)`.", en: "`\(rawValue)` cannot be `\(value)`."), value,
      among: words)
  }

  private func outside(_ value: String) -> Refusal {
    let (low, high) = (range?.lowerBound ?? 0, range?.upperBound ?? 0)
    return Refusal(
      message: Label(
        nb: "`\(rawValue)` er et helt tall fra \(low) til \(high), ikke `\(value)`.",
        en: "`\(rawValue)` is a whole number from \(low) to \(high), not `\(value)`."))
  }

  private static func unknown(_ title: Label, _ word: String, among words: [String]) -> Refusal {
    if let near = Spelling.nearest(to: word, among: words) {
      return Refusal(
        message: Label(nb: "\(title.nb) Mente du `\(near)`?", en: "\(title.en) Did you mean `\(near)`?"))
    }
    let list = words.map { "`\($0)`" }
    return Refusal(
      message: Label(
        nb: "\(title.nb) Velg \(list.joined(separator: ", ")).",
        en: "\(title.en) Choose \(list.joined(separator: ", ")).")
    )
  }
}
