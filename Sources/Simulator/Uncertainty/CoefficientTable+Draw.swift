extension CoefficientTable {
  /// The table with every coefficient drawn from its standard error, each on its own: the report prints no covariances.
  ///
  /// - Parameter name: of the table, so that equal keys of two tables have draws of their own.
  func drawn(_ stream: ParameterStream, name: String) -> CoefficientTable {
    var drawn = self
    for (key, error) in standardErrors where error > 0 {
      drawn.values[key, default: 0] += error * stream.normal("\(name):\(key)")
    }
    return drawn
  }
}
