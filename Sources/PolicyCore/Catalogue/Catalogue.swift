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
