import PolicyCore

/// The joint distribution of the fitted parameters: normal on the scales on which they are unbounded, with the
/// calibration's covariance.
struct FittedDistribution: Sendable {
  private let parameters: [FreeParameter]
  private let centre: [Double]
  private let factor: [[Double]]

  /// - Parameters:
  ///   - declared: the fitted parameters of the catalogue, with their standard errors.
  ///   - base: their values.
  ///   - covariance: columns name_a, name_b, covariance, one row a pair; `nil` without the file. What it does not name
  ///     varies on its own with its standard error.
  /// - Throws: `DataError` for a name that is not fitted, or for numbers that are no covariance.
  init(_ declared: [ParameterDeclaration], base: ParameterValues, covariance: CSVTable?) throws {
    let bySlot = Dictionary(declared.map { ($0.slot, $0) }, uniquingKeysWith: { first, _ in first })
    let fitted = FreeParameter.all.filter { bySlot[$0.slot.rawValue] != nil }
    parameters = fitted
    centre = fitted.map { $0.inner(base[$0.slot]) }
    var matrix = [[Double]](repeating: [Double](repeating: 0, count: fitted.count), count: fitted.count)
    for (index, parameter) in fitted.enumerated() {
      guard let error = bySlot[parameter.slot.rawValue]?.standardError, error.isFinite else { continue }
      let inner = error / parameter.slope(centre[index])
      matrix[index][index] = inner.isFinite ? inner * inner : 0
    }
    if let covariance {
      let position = Dictionary(
        uniqueKeysWithValues: fitted.enumerated().map { ($1.slot.rawValue, $0) })
      func index(_ row: Int, _ column: String) throws -> Int {
        let name = try covariance.text(row, column)
        guard let index = position[name] else {
          throw DataError(
            file: covariance.name, row: row + 2,
            problem: "`\(name)` is no fitted parameter; run `policy-repl calibrate`")
        }
        return index
      }
      for row in covariance.rows.indices {
        let (a, b) = (try index(row, "name_a"), try index(row, "name_b"))
        let value = try covariance.number(row, "covariance")
        matrix[a][b] = value
        matrix[b][a] = value
      }
    }
    guard let factor = Cholesky.factor(matrix) else {
      throw DataError(
        file: covariance?.name ?? "fitted.csv", row: 0, problem: "the numbers are no covariance of parameters")
    }
    self.factor = factor
  }

  /// One draw, by slot.
  func values(_ stream: ParameterStream) -> [ParameterSlot: Double] {
    let normals = parameters.map { stream.normal($0.slot.rawValue) }
    var values: [ParameterSlot: Double] = [:]
    for (index, parameter) in parameters.enumerated() {
      let distance = (0...index).reduce(0) { $0 + factor[index][$1] * normals[$1] }
      values[parameter.slot] = parameter.outer(centre[index] + distance)
    }
    return values
  }

  func contains(_ slot: String) -> Bool { parameters.contains { $0.slot.rawValue == slot } }
}
