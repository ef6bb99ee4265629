extension LeastSquares {
  /// The inverse of JᵀJ, or `nil` when the targets do not identify the parameters.
  static func covariance(_ jacobian: [[Double]]) -> [[Double]]? {
    let normal = crossProduct(jacobian)
    var inverse: [[Double]] = []
    for column in normal.indices {
      var right = [Double](repeating: 0, count: normal.count)
      right[column] = 1
      guard let solution = linearSolution(normal, right) else { return nil }
      inverse.append(solution)
    }
    // Elimination leaves the two halves equal but for rounding.
    return inverse.indices.map { i in inverse.indices.map { j in (inverse[i][j] + inverse[j][i]) / 2 } }
  }
}
