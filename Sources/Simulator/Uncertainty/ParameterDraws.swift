import PolicyCore

/// Values of all parameters for a replicate, drawn from what is known of each.
///
/// Estimates are normal with their standard error, fitted parameters jointly normal with the calibration's covariance,
/// and what is assumed, descriptive or external is triangular over its declared range with the value as mode. Law and
/// rates do not vary.
struct ParameterDraws: Sendable {
  private struct Single: Sendable {
    enum Shape: Sendable {
      case normal(mean: Double, standardError: Double)
      case triangular(TriangularDistribution)
    }

    var slot: ParameterSlot
    var shape: Shape
  }

  private let base: ParameterValues
  private let singles: [Single]
  private let fitted: FittedDistribution
  private let ranges: [ParameterSlot: ClosedRange<Double>]

  /// - Parameter base: the values of the set of assumptions in use; the modes of the ranges.
  /// - Throws: `DataError` when the calibration's covariance cannot be used.
  init(_ catalogue: Catalogue, base: ParameterValues, covariance: CSVTable?) throws {
    self.base = base
    fitted = try FittedDistribution(
      catalogue.parameters.filter { $0.grade == .fitted }, base: base, covariance: covariance)
    var singles: [Single] = []
    var ranges: [ParameterSlot: ClosedRange<Double>] = [:]
    for parameter in catalogue.parameters {
      guard let slot = ParameterSlot(rawValue: parameter.slot) else { continue }
      if parameter.grade.isTakenFromRange {
        let shape = TriangularDistribution(low: parameter.low, mode: base[slot], high: parameter.high)
        singles.append(Single(slot: slot, shape: .triangular(shape)))
      } else if parameter.grade == .fitted, fitted.contains(parameter.slot) {
        ranges[slot] = parameter.range
      } else if parameter.grade != .rule, let error = parameter.standardError, error > 0, error.isFinite {
        singles.append(Single(slot: slot, shape: .normal(mean: base[slot], standardError: error)))
      }
    }
    self.singles = singles
    self.ranges = ranges
  }

  /// One draw.
  ///
  /// A fitted value beyond its declared range is taken at the range's end, as calibration does; mixes of measures of more
  /// than the whole are scaled by the model.
  func values(_ stream: ParameterStream) -> ParameterValues {
    var values = base
    for single in singles {
      let name = single.slot.rawValue
      switch single.shape {
      case .normal(let mean, let error): values[single.slot] = mean + error * stream.normal(name)
      case .triangular(let shape): values[single.slot] = shape.quantile(stream.unit(name))
      }
    }
    for (slot, value) in fitted.values(stream) {
      values[slot] = ranges[slot].map(value.clamped) ?? value
    }
    return values
  }
}
