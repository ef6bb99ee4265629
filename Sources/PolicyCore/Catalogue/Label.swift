/// A name for people, in both languages of the output.
public struct Label: Hashable, Sendable, Codable {
  public var nb: String
  public var en: String

  public init(nb: String, en: String) {
    self.nb = nb
    self.en = en
  }

  public subscript(language: OutputLanguage) -> String { language == .nb ? nb : en }
}

/// The language of labels and number formats in output.
public enum OutputLanguage: String, Hashable, Sendable, Codable, CaseIterable { case nb, en }
