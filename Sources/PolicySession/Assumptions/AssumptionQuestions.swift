import PolicyCore

/// The questions that show how far each unknown parameter moves the main outcomes, one for the levels and one for each
/// lever's probe reform.
///
/// All variants of a question share settlement and luck, so that whatever moves is moved by the parameter.
struct AssumptionQuestions: Sendable {
  static let outcome = "employed"
  static let levelYears = [5, 9]
  static let probeYear = 9

  /// A lever with the parameters of its chain that are asked about.
  struct Chain: Sendable {
    var lever: LeverDeclaration
    var parameters: [ParameterDeclaration]
  }

  let baseline: ScenarioPlan
  let parameters: [ParameterDeclaration]
  let chains: [Chain]

  /// - Parameter name: a parameter, or a lever for all of its chain; `nil` for all parameters.
  init(_ catalogue: Catalogue, baseline: ScenarioPlan, about name: String? = nil) {
    let chain = name.flatMap { catalogue.lever($0) }?.mechanism
    let parameters = catalogue.parameters.filter { parameter in
      guard parameter.grade.isTakenFromRange, parameter.low < parameter.high else { return false }
      guard let name else { return true }
      return chain.map { $0.contains(parameter.slot) || $0.contains(parameter.name) } ?? (parameter.name == name)
    }
    self.baseline = baseline
    self.parameters = parameters
    // A lever that sets another's slot has the same chain.
    chains = catalogue.levers.filter { $0.name == $0.slot }.compactMap { lever in
      let links = parameters.filter { lever.mechanism.contains($0.slot) || lever.mechanism.contains($0.name) }
      return links.isEmpty ? nil : Chain(lever: lever, parameters: links)
    }
  }

  /// The baseline with every parameter at either end of its range.
  var levels: ComparisonPlan {
    question(
      parameters.flatMap { parameter in
        End.allCases.map { variant(of: baseline, parameter, $0, prefix: Self.baselinePrefix) }
      }, years: Self.levelYears)
  }

  /// The baseline and the probe reform with every parameter of the lever's chain at either end of its range.
  func probe(_ chain: Chain) -> ComparisonPlan {
    var reform = baseline
    reform.settings.removeAll { $0.slot == chain.lever.slot }
    reform.settings.append(LeverSetting(slot: chain.lever.slot, value: chain.lever.probe))
    return question(
      chain.parameters.flatMap { parameter in
        End.allCases.flatMap { end in
          [
            variant(of: baseline, parameter, end, prefix: Self.baselinePrefix),
            variant(of: reform, parameter, end, prefix: Self.probePrefix),
          ]
        }
      }, years: [Self.probeYear])
  }

  private func question(_ variants: [ScenarioPlan], years: [Int]) -> ComparisonPlan {
    ComparisonPlan(scenarios: [baseline] + variants, outcomes: [Self.outcome], clock: .settlement, years: years)
  }

  // MARK: - Variants

  enum End: String, CaseIterable, Sendable { case low, high }

  static let baselinePrefix = "baseline"
  static let probePrefix = "probe"

  /// Rows are told apart by the scenario's name; no scenario of a program can have such a name.
  static func name(_ prefix: String, _ parameter: ParameterDeclaration, _ end: End) -> String {
    "\(prefix) / \(parameter.name) / \(end.rawValue)"
  }

  private func variant(
    of plan: ScenarioPlan, _ parameter: ParameterDeclaration, _ end: End, prefix: String
  ) -> ScenarioPlan {
    var variant = plan
    variant.name = Self.name(prefix, parameter, end)
    variant.parameters[parameter.slot] = end == .low ? parameter.low : parameter.high
    return variant
  }
}
