import ArgumentParser
import PolicyCore

extension AssumptionSet: ExpressibleByArgument {}
extension RunUncertainty: ExpressibleByArgument {}

/// Which values the unknown parameters take.
struct AssumptionOptions: ParsableArguments {
  @Option(help: "The set of assumptions: cautious (reforms help less), central, or optimistic (more).")
  var assumptions = AssumptionSet.central

  func applied(to size: RunSize) -> RunSize {
    var size = size
    size.assumptions = assumptions
    return size
  }
}

/// What the intervals cover.
struct UncertaintyOptions: ParsableArguments {
  @Option(help: "What differs between runs: monte_carlo (luck), or parameters (luck and every parameter).")
  var uncertainty = RunUncertainty.monteCarlo

  func applied(to size: RunSize) -> RunSize {
    var size = size
    size.uncertainty = uncertainty
    return size
  }
}
