import PolicyCore

/// The parameters that the difference between two scenarios runs through, by grade.
struct ChainLinks: Sendable {
  /// Links that can be made neutral.
  private var links: [EvidenceGrade: [ParameterDeclaration]] = [:]
  /// The weakest grade of the links that cannot.
  private var weakestFixed: EvidenceGrade?
  private var fixedNames: [String] = []

  init(of scenario: ScenarioPlan, and reference: ScenarioPlan, in catalogue: Catalogue) {
    let slots = Set((scenario.settings + reference.settings).map(\.slot)).filter { slot in
      scenario.settings.filter { $0.slot == slot } != reference.settings.filter { $0.slot == slot }
    }
    let names = Set(catalogue.levers.filter { slots.contains($0.slot) }.flatMap(\.mechanism))
    let assumed = Set(scenario.parameters.keys).union(reference.parameters.keys).filter {
      scenario.parameters[$0] != reference.parameters[$0]
    }
    for parameter in catalogue.parameters
    where names.contains(parameter.name) || names.contains(parameter.slot) || assumed.contains(parameter.slot) {
      let isAssumed = assumed.contains(parameter.slot)
      if parameter.neutral != nil, !isAssumed {
        links[parameter.grade, default: []].append(parameter)
      } else {
        // Whoever writes `assume` assumes, whatever the declared value rests on.
        let grade = isAssumed ? .assumed : parameter.grade
        fixedNames.append(parameter.name)
        weakestFixed = max(weakestFixed ?? grade, grade)
      }
    }
  }

  var isEmpty: Bool { grades.isEmpty }

  /// From the strongest to the weakest.
  var grades: [EvidenceGrade] { Set(links.keys).union(weakestFixed.map { [$0] } ?? []).sorted() }

  func names(of grade: EvidenceGrade) -> [String] {
    (links[grade] ?? []).map(\.name) + (weakestFixed == grade ? fixedNames : [])
  }

  private var movable: [EvidenceGrade] { links.keys.sorted() }

  /// The neutral values of each stage: all links neutral, then grade by grade released, none neutral at last.
  var stages: [[String: Double]] {
    (0...movable.count).map { released in
      var neutral: [String: Double] = [:]
      for grade in movable.dropFirst(released) {
        for link in links[grade] ?? [] { neutral[link.slot] = link.neutral }
      }
      return neutral
    }
  }

  /// Shares of the whole difference from the differences of the stages.
  func shares(of differences: [Double], whole: Double) -> [EvidenceShare] {
    var shares: [EvidenceGrade: Double] = [:]
    // What remains with all links neutral runs through those that have no neutral value.
    if let weakestFixed { shares[weakestFixed] = differences[0] / whole }
    for (index, grade) in movable.enumerated() {
      shares[grade, default: 0] += (differences[index + 1] - differences[index]) / whole
    }
    return grades.map { EvidenceShare(grade: $0, share: shares[$0] ?? 0, parameters: names(of: $0)) }
  }
}
