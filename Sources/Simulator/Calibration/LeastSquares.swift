/// Damped Gauss–Newton (Levenberg–Marquardt) for a function with noise-free finite differences.
enum LeastSquares {
  struct Solution {
    var x: [Double]
    var residuals: [Double]
    /// By residual and parameter.
    var jacobian: [[Double]]
    var iterations: Int
  }

  /// The draws by which a function is evaluated.
  enum Draws {
    case all
    case one(Int)
  }

  /// Searches until two rounds in a row gain less than half a percent.
  ///
  /// Simulated moments are step functions of the parameters, so a derivative needs a step that moves many persons; a round
  /// without gain tries the double step before it gives up.
  ///
  /// - Parameters:
  ///   - bounds: what each coordinate may be; one that would leave them is held at their end.
  ///   - draws: how many sets of draws the function is the mean over.
  ///   - residuals: by all sets of draws, or by one of them; `nil` where the function is not defined.
  /// - Returns: `nil` when the function is not defined at the start.
  static func minimise(
    from start: [Double], within bounds: [ClosedRange<Double>], step: Double, iterations: Int, draws: Int = 1,
    _ residuals: ([Double], Draws) throws -> [Double]?
  ) rethrows -> Solution? {
    var x = start
    guard var r = try residuals(x, .all) else { return nil }
    var damping = 0.03
    var idleRounds = 0
    var jacobian: [[Double]] = []
    var iteration = 0
    while iteration < iterations, idleRounds < 2 {
      iteration += 1
      let found = try derivative(
        at: x, r, within: bounds, step: idleRounds == 0 ? step : 2 * step, draws: draws, first: iteration, residuals)
      // Steps are short, so what was found before still tells, and the mean is less noisy than single draws.
      jacobian = jacobian.isEmpty || draws == 1 ? found : mean(jacobian, found)
      let movable = holding(x, r, at: bounds, jacobian)
      var gain = 0.0
      for _ in 0..<5 {
        guard let move = solve(movable, r, damping: damping) else { break }
        // No parameter moves further at once than finite differences can vouch for.
        let candidate = x.indices.map { index in
          (x[index] + move[index].clamped(to: -longestMove...longestMove)).clamped(to: bounds[index])
        }
        if let candidateResiduals = try residuals(candidate, .all), squares(candidateResiduals) < squares(r) {
          gain = 1 - squares(candidateResiduals) / squares(r)
          x = candidate
          r = candidateResiduals
          damping = max(damping / 3, 1e-3)
          break
        }
        damping *= 5
      }
      idleRounds = gain > 0.005 ? 0 : idleRounds + 1
      damping = min(damping, 10)
    }
    return Solution(x: x, residuals: r, jacobian: jacobian, iterations: iteration)
  }

  private static func mean(_ a: [[Double]], _ b: [[Double]]) -> [[Double]] {
    zip(a, b).map { zip($0, $1).map { ($0 + $1) / 2 } }
  }

  /// On the inner scales, where 0.1 is about a tenth of a parameter.
  private static let longestMove = 0.4

  static func squares(_ r: [Double]) -> Double { r.reduce(0) { $0 + $1 * $1 } }

  /// By residual and parameter, by one-sided differences: upwards, or downwards where upwards leaves the bounds or what the
  /// function is defined for.
  ///
  /// Both ends of a difference share their luck, so that one set of draws says enough of it: the parameters take them in
  /// turn, beginning with another in each iteration.
  private static func derivative(
    at x: [Double], _ r: [Double], within bounds: [ClosedRange<Double>], step: Double, draws: Int, first: Int,
    _ residuals: ([Double], Draws) throws -> [Double]?
  ) rethrows -> [[Double]] {
    let bases = try draws == 1 ? [r] : (0..<draws).map { try residuals(x, .one($0)) ?? r }
    var columns: [[Double]] = []
    for index in x.indices {
      let draw = (first + index) % draws
      let r = bases[draw]
      var column = [Double](repeating: 0, count: r.count)
      for change in [step, -step] where bounds[index].contains(x[index] + change) {
        var moved = x
        moved[index] += change
        guard let found = try residuals(moved, draws == 1 ? .all : .one(draw)) else { continue }
        column = zip(found, r).map { ($0 - $1) / change }
        break
      }
      columns.append(column)
    }
    return r.indices.map { row in columns.map { $0[row] } }
  }

  /// The Jacobian without the parameters that stand at a bound which the descent would take them over.
  private static func holding(
    _ x: [Double], _ r: [Double], at bounds: [ClosedRange<Double>], _ jacobian: [[Double]]
  ) -> [[Double]] {
    let held = x.indices.map { column in
      let slope = r.indices.reduce(0) { $0 + jacobian[$1][column] * r[$1] }
      return slope < 0 ? x[column] >= bounds[column].upperBound : x[column] <= bounds[column].lowerBound
    }
    return jacobian.map { row in row.indices.map { held[$0] ? 0 : row[$0] } }
  }

  /// Solves (JᵀJ + damping · diag) m = −Jᵀr.
  private static func solve(_ jacobian: [[Double]], _ r: [Double], damping: Double) -> [Double]? {
    var normal = crossProduct(jacobian)
    for index in normal.indices { normal[index][index] += damping * max(normal[index][index], 1e-6) }
    let right = normal.indices.map { column in -r.indices.reduce(0) { $0 + jacobian[$1][column] * r[$1] } }
    return linearSolution(normal, right)
  }

  static func crossProduct(_ jacobian: [[Double]]) -> [[Double]] {
    let count = jacobian.first?.count ?? 0
    return (0..<count).map { i in
      (0..<count).map { j in jacobian.reduce(0) { $0 + $1[i] * $1[j] } }
    }
  }

  /// Gaussian elimination with partial pivoting; `nil` for a singular matrix.
  static func linearSolution(_ matrix: [[Double]], _ right: [Double]) -> [Double]? {
    var a = matrix
    var b = right
    let n = b.count
    for column in 0..<n {
      guard let pivot = (column..<n).max(by: { abs(a[$0][column]) < abs(a[$1][column]) }),
        abs(a[pivot][column]) > 1e-12
      else { return nil }
      a.swapAt(column, pivot)
      b.swapAt(column, pivot)
      for row in 0..<n where row != column {
        let factor = a[row][column] / a[column][column]
        guard factor != 0 else { continue }
        for k in column..<n { a[row][k] -= factor * a[column][k] }
        b[row] -= factor * b[column]
      }
    }
    return (0..<n).map { b[$0] / a[$0][$0] }
  }
}
