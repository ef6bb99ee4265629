import PolicyCore

/// A scenario's model and accounts for every kind of person that its rules tell apart.
///
/// A setting for some persons makes another model for them and leaves the engine as it is: a life asks for its model when it
/// begins and when a rule's answer may change, by years or by what has happened, so that no month in between asks for rules.
final class PersonVariants: Sendable {
  private let rules: PersonRules
  /// Those whom no rule reaches first.
  private let models: [LifeModel]
  private let accounts: [AccountModel]
  private let indexByMask: [UInt64: Int]

  /// - Parameters:
  ///   - masks: the sets of conditions that can hold together.
  ///   - make: model and accounts for persons for whom a set of conditions holds.
  init(
    _ rules: PersonRules, masks: [UInt64], make: (UInt64) throws -> (model: LifeModel, accounts: AccountModel)
  ) rethrows {
    self.rules = rules
    let masks = [0] + masks.filter { $0 != 0 }
    let made = try masks.map(make)
    models = made.map(\.model)
    accounts = made.map(\.accounts)
    indexByMask = Dictionary(uniqueKeysWithValues: zip(masks, made.indices))
  }

  /// Whether all persons have the same model.
  var isUniform: Bool { models.count == 1 }

  /// The model of those whom no rule reaches.
  var model: LifeModel { models[0] }
  var account: AccountModel { accounts[0] }

  /// The first month after `month` in which a person may have another model.
  @inline(__always)
  func nextChange(_ population: Population, _ person: Int, after month: Int) -> Int {
    isUniform ? Int.max : rules.nextChange(population, person, after: month)
  }

  /// Whether a person may have another model once something has happened.
  var dependsOnLife: Bool { !isUniform && rules.asksLife }

  @inline(__always)
  func model(_ population: Population, _ moment: PersonMoment) -> LifeModel {
    isUniform ? models[0] : models[index(population, moment)]
  }

  func accounts(_ population: Population, _ moment: PersonMoment) -> AccountModel {
    isUniform ? accounts[0] : accounts[index(population, moment)]
  }

  private func index(_ population: Population, _ moment: PersonMoment) -> Int {
    // Every set that a person can have was made; another one would be a bug, not somebody whom no rule reaches.
    indexByMask[rules.mask(population, moment)]!
  }
}
