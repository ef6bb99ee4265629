import PolicyCore

extension Checker {
  /// A condition over the model's attributes; `nil` when something in it is wrong and was reported.
  mutating func condition(_ syntax: ConditionSyntax) -> PersonCondition? {
    switch syntax {
    case .named(let name):
      if environment.catalogue.attribute(name.text) != nil {
        report(.attributeWithoutTest(name.text, name.span))
        return nil
      }
      if environment.catalogue.group(name.text) == nil, environment.catalogue.outcome(name.text) != nil {
        report(.outcomeOfPerson(name.text, name.span))
        return nil
      }
      return group(name)?.condition
    case .among(let name, let categories):
      guard let attribute = attribute(name) else { return nil }
      let indices = categories.map { index(of: $0, in: attribute) }
      guard !indices.contains(nil) else { return nil }
      return among(attribute, Set(indices.compactMap { $0 }))
    case .compared(let amount, let comparison, let bound):
      if amount.countsMonths || amount.isSoFar || environment.catalogue.isOutcome(amount.name.text) {
        report(.outcomeOfPerson(amount.name.text, amount.span))
        return nil
      }
      guard let attribute = attribute(amount.name) else { return nil }
      switch bound {
      case .category(let name):
        if attribute.countsYears, environment.values[name.text] != nil {
          return compared(attribute, amount.name, comparison, .name(name))
        }
        return compared(attribute, comparison, name)
      case .number(let number): return compared(attribute, amount.name, comparison, number)
      }
    case .earlier(_, _, let span):
      report(.outcomeOfPerson(nil, span))
      return nil
    case .not(let part): return condition(part).map { .not($0) }
    case .all(let parts): return conditions(parts).map { .all($0) }
    case .any(let parts): return conditions(parts).map { .any($0) }
    }
  }

  private mutating func conditions(_ parts: [ConditionSyntax]) -> [PersonCondition]? {
    let checked = parts.map { condition($0) }
    return checked.contains { $0 == nil } ? nil : checked.compactMap { $0 }
  }

  private mutating func index(of category: Name, in attribute: AttributeDeclaration) -> Int? {
    let index = attribute.categories.firstIndex { $0.key == category.text }
    if index == nil { report(.unknownCategory(category, of: attribute)) }
    return index
  }

  private func among(_ attribute: AttributeDeclaration, _ indices: Set<Int>) -> PersonCondition {
    .among(attribute: attribute.slot, categories: indices.sorted().map { attribute.categories[$0].key })
  }

  /// `unemployment >= "3_3p5"`, of an attribute whose categories have an order.
  private mutating func compared(
    _ attribute: AttributeDeclaration, _ comparison: Comparison, _ category: Name
  ) -> PersonCondition? {
    guard let index = index(of: category, in: attribute) else { return nil }
    guard attribute.isOrdered, index < attribute.scale.count else {
      report(.notOrdered(attribute, category))
      return nil
    }
    let all = attribute.scale.indices
    let indices =
      switch comparison {
      case .less: Array(all.prefix(index))
      case .lessOrEqual: Array(all.prefix(index + 1))
      case .greater: Array(all.dropFirst(index + 1))
      case .greaterOrEqual: Array(all.dropFirst(index))
      }
    return among(attribute, Set(indices))
  }

  /// `age < 30`, of an attribute that counts completed years.
  private mutating func compared(
    _ attribute: AttributeDeclaration, _ name: Name, _ comparison: Comparison, _ number: Expression
  ) -> PersonCondition? {
    guard let quantity = quantity(number) else { return nil }
    guard attribute.countsYears else {
      report(.notCounted(attribute, name.span))
      return nil
    }
    let converted = quantity.unit == .number ? quantity.value : quantity.converted(to: .years)?.value
    guard let years = converted else {
      report(.wrongUnit(quantity, expected: .years, number.span))
      return nil
    }
    guard abs(years) < 1000, years == years.rounded() else {
      report(.outOfRange("`\(attribute.name)`", quantity, allowed: "completed years", number.span))
      return nil
    }
    let bound = Int(years)
    let (low, high): (Int?, Int?) =
      switch comparison {
      case .less: (nil, bound - 1)
      case .lessOrEqual: (nil, bound)
      case .greater: (bound + 1, nil)
      case .greaterOrEqual: (bound, nil)
      }
    return .years(attribute: attribute.slot, low: low, high: high)
  }
}
