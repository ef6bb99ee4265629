extension LeastSquares {
  /// The precision of the weak prior on each inner scale: a standard deviation of about four and a half.
  private static let prior = 0.05

  /// The inverse of JᵀJ plus a weak prior, or `nil` when the targets do not identify the parameters.
  static func covariance(_ jacobian: [[Double]]) -> [[Double]]? {
    var normal = crossProduct(jacobian)
    // A weak prior, so that a direction which no target tells anything about gets a wide error and not an infinite one.
    for index in normal.indices { normal[index][index] += prior }
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
