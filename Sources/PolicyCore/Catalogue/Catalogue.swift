/// Everything that the prelude and a program declare, by name, in declaration order.
public struct Catalogue: Hashable, Sendable, Codable {
  public var levers: [LeverDeclaration] = []
  public var outcomes: [OutcomeDeclaration] = []
  public var attributes: [AttributeDeclaration] = []
  public var groups: [GroupDeclaration] = []
  public var parameters: [ParameterDeclaration] = []
  /// Measures that a program declares; what they bring stands among levers and parameters too.
  public var measures: [MeasureDeclaration] = []

  public init() {}

  public func lever(_ name: String) -> LeverDeclaration? { levers.first { $0.name == name } }
  public func outcome(_ name: String) -> OutcomeDeclaration? { outcomes.first { $0.name == name } }
  public func attribute(_ name: String) -> AttributeDeclaration? { attributes.first { $0.name == name } }
  public func group(_ name: String) -> GroupDeclaration? { groups.first { $0.name == name } }
  public func parameter(_ name: String) -> ParameterDeclaration? { parameters.first { $0.name == name } }
  public func measure(_ name: String) -> MeasureDeclaration? { measures.first { $0.name == name } }

  /// The first attribute that a condition asks for and a life changes, so that levers move persons in and out of it.
  public func livedAttribute(of condition: PersonCondition) -> AttributeDeclaration? {
    let asked = condition.attributes
    return attributes.first { $0.isLived && asked.contains($0.slot) }
  }

  /// The parameters of the model itself: what the engine is made with.
  public var modelParameters: [ParameterDeclaration] { parameters.filter { $0.owner == nil } }

  /// Adds a measure with all that it brings.
  public mutating func add(_ measure: MeasureDeclaration) {
    measures.append(measure)
    levers.append(measure.lever)
    parameters += measure.parameters
  }

  /// Takes away what a declaration of a program brought.
  public mutating func remove(ownedBy name: String) {
    measures.removeAll { $0.name == name }
    levers.removeAll { $0.owner == name }
    parameters.removeAll { $0.owner == name }
  }
}

extension Catalogue {
  /// The names that assumptions can be asked about: levers with unknown links, and unknown parameters.
  public var assumptionNames: [String] {
    let unknown = parameters.filter(\.grade.isTakenFromRange).map(\.name)
    return levers.filter { !Set($0.mechanism).isDisjoint(with: unknown) }.map(\.name) + unknown
  }
}
