/// What moves when a lever is moved in steps: a number that stands for a whole value of the lever.
public enum LeverScale: Hashable, Sendable, Codable {
  case quantity(Unit)
  /// The first of two weights, from 0 to 100.
  case weights
  /// The share of a target whose level stays.
  case share(of: LanguageLevel, LanguageSkill)

  /// The unit of the numbers; weights have none.
  public var unit: Unit {
    switch self {
    case .quantity(let unit): unit
    case .weights: .number
    case .share: .share
    }
  }

  /// The lever's value that a number, in the unit's stored scale, stands for.
  public func value(_ number: Double) -> LeverValue {
    switch self {
    case .quantity(let unit): .quantity(Quantity(number, unit))
    case .weights: .weights(Int(number.rounded()), 100 - Int(number.rounded()))
    case .share(let level, let skill): .levelTarget(level: level, skill: skill, share: number)
    }
  }

  /// The number as it is written in source: `36 months`, `60/40`, `50 %` for the share of a target.
  public func text(_ number: Double) -> String {
    self == .weights ? value(number).description : Quantity(number, unit).description
  }

  /// The number that lies some steps above another.
  ///
  /// It is the one that stands in source: 10 % and seven steps of 1 pp are 17 %, without the dust of binary fractions.
  public func number(_ start: Double, plus steps: Int, of step: Double) -> Double {
    let factor = unit.displayFactor
    let written = start * factor + Double(steps) * (step * factor)
    return (written * 1e9).rounded() / 1e9 / factor
  }
}

/// A lever that a question moves; each of its numbers holds in all months for everybody whom no rule of the scenario reaches.
public struct SweptLever: Hashable, Sendable, Codable {
  public var name: String
  /// The lever's slot in the model.
  public var slot: String
  /// The declared baseline, which a plan does not repeat.
  public var baseline: LeverValue
  public var scale: LeverScale

  public init(name: String, slot: String, baseline: LeverValue, scale: LeverScale) {
    self.name = name
    self.slot = slot
    self.baseline = baseline
    self.scale = scale
  }
}

/// A scenario with levers moved to some numbers.
public struct LeverPoint: Hashable, Sendable, Codable {
  /// A lever and its number, in the unit's stored scale.
  public struct Setting: Hashable, Sendable, Codable {
    public var lever: SweptLever
    public var number: Double

    public init(lever: SweptLever, number: Double) {
      self.lever = lever
      self.number = number
    }

    /// The number as it is written in source.
    public var text: String { lever.scale.text(number) }
  }

  /// The scenario whose levers are moved.
  public var scenario: ScenarioPlan
  public var settings: [Setting]

  public init(_ scenario: ScenarioPlan, _ settings: [Setting]) {
    self.scenario = scenario
    self.settings = settings
  }

  /// `three_years with programme.length = 36 months`, by which the point's rows are known.
  public var name: String {
    scenario.name + " with " + settings.map { "\($0.lever.name) = \($0.text)" }.joined(separator: ", ")
  }

  /// The scenario with these settings in place of its own of the same levers for all persons, whatever their dates.
  ///
  /// Its settings for some persons stay, as they do when a later scenario sets the lever for all.
  public var plan: ScenarioPlan {
    var plan = scenario
    plan.name = name
    for setting in settings {
      plan.settings.removeAll { $0.slot == setting.lever.slot && $0.persons == nil }
      let value = setting.lever.scale.value(setting.number)
      if value != setting.lever.baseline {
        // Settings for some persons come last in a plan, since the last one holds.
        let end = plan.settings.firstIndex { $0.persons != nil } ?? plan.settings.endIndex
        plan.settings.insert(LeverSetting(slot: setting.lever.slot, value: value), at: end)
      }
    }
    return plan
  }
}

extension ScenarioPlan {
  /// Whether both simulate the same, whatever they are called and in whatever order their settings stand.
  public func isSimulated(like other: ScenarioPlan) -> Bool {
    parameters == other.parameters && settings.count == other.settings.count
      && Set(settings) == Set(other.settings) && measures.filter(uses) == other.measures.filter(other.uses)
  }
}
