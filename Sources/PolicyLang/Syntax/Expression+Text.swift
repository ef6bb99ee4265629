import PolicyCore

extension Expression {
  /// The expression in one line, as it can be written.
  ///
  /// - Parameter naming: what stands in the place of a name of a value or a function.
  func text(naming: (String) -> String = { $0 }) -> String {
    switch self {
    case .number(let value, let unit, _): Quantity(value, unit).description
    case .weights(let left, let right, _): "\(left)/\(right)"
    case .month(let month, _): "\(month)"
    case .name(let name): naming(name.text)
    case .level(let name, let skill): "\(name.text) \(skill.text)"
    case .record(let fields, _):
      "(" + fields.map { "\($0.name.text): \($0.value.text(naming: naming))" }.joined(separator: ", ") + ")"
    case .negative(let operand, _): "-" + operand.asOperand(of: .times, naming)
    case .call(let name, let arguments, _):
      naming(name.text) + "(" + arguments.map { $0.text(naming: naming) }.joined(separator: ", ") + ")"
    case .chain(let first, let steps):
      steps.reduce(first.asOperand(of: steps.first?.operation ?? .plus, naming)) { text, step in
        text + " \(step.operation.rawValue) " + step.operand.asOperand(of: step.operation, naming)
      }
    }
  }

  /// In parentheses where the chain around it would divide it.
  private func asOperand(of operation: Operator, _ naming: (String) -> String) -> String {
    guard case .chain(_, let steps) = self else { return text(naming: naming) }
    let isProduct = steps.allSatisfy { ![.plus, .minus].contains($0.operation) }
    let stands = isProduct && [.plus, .minus].contains(operation)
    return stands ? text(naming: naming) : "(" + text(naming: naming) + ")"
  }
}
