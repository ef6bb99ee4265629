/// Which persons a setting reaches, as tests over their attributes (`for persons where age < 30 and sex is woman`).
public indirect enum PersonCondition: Hashable, Sendable, Codable {
  /// The attribute has one of these categories, in the order of the model's codes.
  case among(attribute: String, categories: [String])
  /// Completed years of an attribute that counts them, inclusive; `nil` is no bound.
  case years(attribute: String, low: Int?, high: Int?)
  case all([PersonCondition])
  case any([PersonCondition])
  case not(PersonCondition)

  /// Whether it holds for a person.
  ///
  /// - Parameters:
  ///   - category: the person's category of an attribute.
  ///   - years: the person's completed years of an attribute.
  public func holds(category: (String) -> String, years: (String) -> Int) -> Bool {
    switch self {
    case .among(let attribute, let categories): categories.contains(category(attribute))
    case .years(let attribute, let low, let high):
      (low ?? .min)...(high ?? .max) ~= years(attribute)
    case .all(let parts): parts.allSatisfy { $0.holds(category: category, years: years) }
    case .any(let parts): parts.contains { $0.holds(category: category, years: years) }
    case .not(let part): !part.holds(category: category, years: years)
    }
  }

  /// The one category that it asks for, when it is no more than that.
  public var category: (attribute: String, key: String)? {
    if case .among(let attribute, let categories) = self, categories.count == 1 {
      (attribute, categories[0])
    } else {
      nil
    }
  }

  /// The sets of categories that it asks for, by attribute.
  public var categories: [String: Set<[String]>] {
    switch self {
    case .among(let attribute, let categories): [attribute: [categories]]
    case .years: [:]
    case .all(let parts), .any(let parts): parts.reduce(into: [:]) { $0.merge($1.categories) { $0.union($1) } }
    case .not(let part): part.categories
    }
  }

  /// The attributes that it asks for.
  public var attributes: Set<String> { Set(categories.keys).union(thresholds.keys) }

  /// The first years at which a test of years changes its answer, by attribute.
  public var thresholds: [String: Set<Int>] {
    switch self {
    case .among: [:]
    case .years(let attribute, let low, let high): [attribute: Set([low, high.map { $0 + 1 }].compactMap { $0 })]
    case .all(let parts), .any(let parts): parts.reduce(into: [:]) { $0.merge($1.thresholds) { $0.union($1) } }
    case .not(let part): part.thresholds
    }
  }
}

extension PersonCondition: CustomStringConvertible {
  /// The condition as it can be written.
  public var description: String {
    switch self {
    case .among(let attribute, let categories) where categories.count == 1:
      "\(attribute) is \(Self.written(categories[0]))"
    case .among(let attribute, let categories):
      "\(attribute) in (\(categories.map(Self.written).joined(separator: ", ")))"
    case .years(let attribute, let low, let high):
      [low.map { "\(attribute) >= \($0)" }, high.map { "\(attribute) <= \($0)" }].compactMap { $0 }
        .joined(separator: " and ")
    case .all(let parts): parts.map(\.asPart).joined(separator: " and ")
    case .any(let parts): parts.map(\.asPart).joined(separator: " or ")
    case .not(let part): "not (\(part))"
    }
  }

  /// In parentheses where it joins others.
  private var asPart: String {
    switch self {
    case .all, .any, .years(_, .some, .some): "(\(self))"
    default: description
    }
  }

  /// A category: in quotation marks when it begins with a digit.
  public static func written(_ category: String) -> String {
    category.first?.isNumber == true ? "\"\(category)\"" : category
  }
}
