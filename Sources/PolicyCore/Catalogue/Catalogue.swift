/// Everything that the prelude declares, by name, in declaration order.
public struct Catalogue: Hashable, Sendable, Codable {
  public var levers: [LeverDeclaration] = []
  public var outcomes: [OutcomeDeclaration] = []
  public var attributes: [AttributeDeclaration] = []
  public var groups: [GroupDeclaration] = []
  public var parameters: [ParameterDeclaration] = []

  public init() {}

  public func lever(_ name: String) -> LeverDeclaration? { levers.first { $0.name == name } }
  public func outcome(_ name: String) -> OutcomeDeclaration? { outcomes.first { $0.name == name } }
  public func attribute(_ name: String) -> AttributeDeclaration? { attributes.first { $0.name == name } }
  public func group(_ name: String) -> GroupDeclaration? { groups.first { $0.name == name } }
  public func parameter(_ name: String) -> ParameterDeclaration? { parameters.first { $0.name == name } }
}

extension Catalogue {
  /// The names that assumptions can be asked about: levers with unknown links, and unknown parameters.
  public var assumptionNames: [String] {
    let unknown = parameters.filter(\.grade.isTakenFromRange).map(\.name)
    return levers.filter { !Set($0.mechanism).isDisjoint(with: unknown) }.map(\.name) + unknown
  }
}
