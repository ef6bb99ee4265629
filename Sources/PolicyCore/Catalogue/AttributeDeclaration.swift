/// A property of a person with named categories, usable in `by` (and in person rules).
public struct AttributeDeclaration: Hashable, Sendable, Codable {
  public struct Category: Hashable, Sendable, Codable {
    public var key: String
    public var label: Label

    public init(key: String, label: Label) {
      self.key = key
      self.label = label
    }
  }

  public var name: String
  public var slot: String
  public var label: Label
  public var documentation: String
  /// In the order of the model's codes; those outside the order come last.
  public var categories: [Category]
  public var isOrdered: Bool
  /// The last categories, of which nobody knows where in the order they would stand.
  public var outside: Int
  /// Whether it counts completed years, so that a rule can compare it with a number (`age < 30`).
  public var countsYears: Bool
  /// Whether a life changes it in a way that levers move, so that it is known only when it has happened and makes no group
  /// that is the same in all scenarios.
  public var isLived: Bool

  public init(
    name: String, slot: String, label: Label, documentation: String, categories: [Category], isOrdered: Bool,
    outside: Int = 0, countsYears: Bool = false, isLived: Bool = false
  ) {
    self.name = name
    self.slot = slot
    self.label = label
    self.documentation = documentation
    self.categories = categories
    self.isOrdered = isOrdered
    self.outside = outside
    self.countsYears = countsYears
    self.isLived = isLived
  }
}

extension AttributeDeclaration {
  /// The categories that can be compared by `<` and `>=`, ascending.
  public var scale: ArraySlice<Category> { categories.dropLast(outside) }
}

/// A named group of persons (`group women = sex is woman`, `group young = age < 30 and sex is man`).
public struct GroupDeclaration: Hashable, Sendable, Codable {
  public var name: String
  public var label: Label
  public var documentation: String
  public var condition: PersonCondition

  public init(name: String, label: Label, documentation: String, condition: PersonCondition) {
    self.name = name
    self.label = label
    self.documentation = documentation
    self.condition = condition
  }
}
