/// The lower triangle `L` with `L Lᵀ` a covariance, so that `L z` has it when `z` is standard normal.
enum Cholesky {
  /// - Returns: `nil` when the matrix is no covariance; what no other entry leaves any variance gets a column of zeros.
  static func factor(_ matrix: [[Double]]) -> [[Double]]? {
    let n = matrix.count
    var factor = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)
    for column in 0..<n {
      let rest = matrix[column][column] - (0..<column).reduce(0) { $0 + factor[column][$1] * factor[column][$1] }
      // Rounding of written numbers may leave a little less than nothing.
      guard rest > -1e-6 * matrix[column][column], matrix[column][column] >= 0, rest.isFinite else { return nil }
      let pivot = max(rest, 0).squareRoot()
      factor[column][column] = pivot
      guard pivot > 0 else { continue }
      for row in column + 1..<max(n, column + 1) {
        let sum = (0..<column).reduce(0) { $0 + factor[row][$1] * factor[column][$1] }
        factor[row][column] = (matrix[row][column] - sum) / pivot
      }
    }
    return factor
  }
}
