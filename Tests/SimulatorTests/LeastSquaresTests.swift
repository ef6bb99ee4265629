import Testing

@testable import Simulator

@Suite("Least squares")
struct LeastSquaresTests {
  private static let free = -Double.infinity...Double.infinity

  @Test("it finds the minimum of a curved valley")
  func valley() throws {
    // Rosenbrock's function, with its minimum at (1, 1).
    let solution = try #require(
      LeastSquares.minimise(from: [-1.2, 1], within: [Self.free, Self.free], step: 1e-6, iterations: 500) { x, _ in
        [10 * (x[1] - x[0] * x[0]), 1 - x[0]]
      })
    #expect(abs(solution.x[0] - 1) < 1e-3 && abs(solution.x[1] - 1) < 2e-3)
  }

  @Test("a parameter stays at its bound, the others go on, and its derivative is taken inwards")
  func bound() throws {
    // The bound holds the first at 0.5; the second then has its minimum at 2 + 0.5 / 2.
    let solution = try #require(
      LeastSquares.minimise(from: [0.2, 0], within: [0...0.5, Self.free], step: 0.2, iterations: 50) { x, _ in
        [3 * (x[0] - 1), x[0] + 2 * x[1] - 5]
      })
    #expect(solution.x[0] == 0.5)
    #expect(abs(solution.x[1] - 2.25) < 1e-2)
    #expect(abs(solution.jacobian[0][0] - 3) < 1e-9 && abs(solution.jacobian[1][0] - 1) < 1e-9)
  }

  @Test("a step to where the function is not defined tells nothing: the derivative is taken on the other side")
  func undefined() throws {
    let solution = try #require(
      LeastSquares.minimise(from: [0], within: [Self.free], step: 0.2, iterations: 50) { x, _ in
        x[0] > 1.1 ? nil : [2 * (x[0] - 1)]
      })
    #expect(abs(solution.x[0] - 1) < 1e-2)
    #expect(abs(solution.jacobian[0][0] - 2) < 1e-9)
    #expect(
      LeastSquares.minimise(from: [2], within: [Self.free], step: 0.2, iterations: 5) { x, _ in
        x[0] > 1.1 ? nil : [x[0]]
      } == nil)
  }

  @Test("with several sets of draws it finds the minimum of their mean, by derivatives that are each taken on one")
  func draws() throws {
    // Each set is shifted: alone its minimum is at 1 ± 0.5.
    let shifts = [-0.5, 0, 0.5]
    var singles: [Int: Int] = [:]
    let solution = try #require(
      LeastSquares.minimise(from: [0, 0], within: [Self.free, Self.free], step: 0.1, iterations: 50, draws: 3) {
        x, draws in
        var shift = 0.0
        if case .one(let index) = draws {
          singles[index, default: 0] += 1
          shift = shifts[index]
        }
        return [2 * (x[0] - 1 - shift), x[0] + x[1] - 3 + shift]
      })
    #expect(abs(solution.x[0] - 1) < 1e-6 && abs(solution.x[1] - 2) < 1e-6)
    #expect(singles.count == 3)
  }

  @Test("an error counts squared within its tolerance, and grows as it is beyond")
  func robust() {
    for (error, sum) in [(0.5, 0.25), (1, 1), (-1, 1), (2, 3), (-5, 9)] {
      let robust = Calibrator.robust(error)
      #expect(abs(robust * robust - sum) < 1e-12 && robust.sign == error.sign)
      // The chain rule by a small difference.
      let slope = (Calibrator.robust(error * 1.000_001) - robust) / (error * 0.000_001)
      if abs(error) != 1 { #expect(abs(slope * Calibrator.stretch(robust) - 1) < 1e-4) }
    }
  }

  @Test("what is fitted may be all that its scale can say")
  func ranges() throws {
    let catalogue = try TestEngine.make().lowering.catalogue
    for free in FreeParameter.all {
      let parameter = try #require(catalogue.parameter(free.slot.rawValue))
      let (low, high) = (free.inner(parameter.low), free.inner(parameter.high))
      #expect(low < high, "\(free.slot.rawValue)")
      #expect((low...high).contains(free.inner(free.start)), "\(free.slot.rawValue)")
    }
  }
}
