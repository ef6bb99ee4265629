extension CoefficientTable {
  /// The table with every coefficient drawn from its standard error, each on its own: the report prints no covariances.
  ///
  /// - Parameter name: of the table, so that equal keys of two tables have draws of their own.
  func drawn(_ stream: ParameterStream, name: String) -> CoefficientTable {
    var drawn = self
    // The log variance of frailty is printed with an error of 26 where it is near no variance at all: a normal draw of it
    // means nothing.
    for (key, error) in standardErrors where error > 0 && !key.hasPrefix("lnsig2u") {
      drawn.values[key, default: 0] += error * stream.normal("\(name):\(key)")
    }
    return drawn
  }
}
