import PolicyCore

extension Engine {
  /// The model with the parameter values of a set of assumptions.
  func lowering(_ set: AssumptionSet) throws -> Lowering {
    guard set != .central else { return lowering }
    var changed = lowering
    for parameter in lowering.catalogue.parameters {
      guard let slot = ParameterSlot(rawValue: parameter.slot) else { continue }
      changed.parameters[slot] = parameter.value(in: set)
    }
    return changed
  }
}
