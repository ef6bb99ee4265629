import PolicyCore
import PolicyLang

extension Session {
  /// The ways to go on at a place of an entry, the likeliest first.
  ///
  /// - Parameters:
  ///   - text: The entry so far; a block with all its lines.
  ///   - offset: The cursor as an offset into its UTF-8.
  ///   - language: The language of labels in the details.
  public func completions(for text: String, at offset: Int, language: OutputLanguage = .en) -> [Completion] {
    let typed = TypedText(text, at: offset)
    guard !typed.isProse else { return [] }
    let folded = typed.beginning.lowercased()
    var seen: Set<String> = []
    return Candidates(environment: environment, moduleNames: moduleNames, language: language).list(typed)
      .filter { $0.text.lowercased().hasPrefix(folded) && seen.insert($0.text).inserted }
      .map { Completion(text: $0.text, detail: $0.detail, replaced: typed.replaced) }
  }
}
