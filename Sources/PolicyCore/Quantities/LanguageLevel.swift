/// A level of the Common European Framework, in order.
public enum LanguageLevel: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
  case belowA1 = "below_A1"
  case a1 = "A1"
  case a2 = "A2"
  case b1 = "B1"
  case b2 = "B2"

  public static func < (left: LanguageLevel, right: LanguageLevel) -> Bool { left.order < right.order }

  public var order: Int { Self.allCases.firstIndex(of: self)! }
}

/// What a language level is measured in.
public enum LanguageSkill: String, Hashable, Sendable, Codable, CaseIterable { case oral, written }
