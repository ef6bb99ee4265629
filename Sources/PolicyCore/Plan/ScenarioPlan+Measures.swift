// What a plan has of measures that the program declares.

extension ScenarioPlan {
  /// Whether a setting or a parameter is a measure's.
  public func uses(_ measure: MeasureDeclaration) -> Bool {
    settings.contains { $0.slot == measure.lever.slot }
      || measure.parameters.contains { parameters[$0.slot] != nil }
  }

  /// The same with all measures that are known, so that a question may move any of them.
  ///
  /// What it uses stays as it was when the scenario was declared.
  public func knowing(_ known: [MeasureDeclaration]) -> ScenarioPlan {
    let used = measures.filter(uses)
    var plan = self
    plan.measures =
      known.map { measure in used.first { $0.name == measure.name } ?? measure }
      + used.filter { measure in !known.contains { $0.name == measure.name } }
    return plan
  }

  /// Its settings, those of measures with whom the measure is for as a condition of their own: others have no places.
  public var settingsByPerson: [LeverSetting] {
    settings.map { setting in
      guard let persons = measures.first(where: { $0.lever.slot == setting.slot })?.persons else { return setting }
      var setting = setting
      setting.persons = setting.persons.map { .all([persons, $0]) } ?? persons
      return setting
    }
  }

  /// The same scenario when one of its measures has another name.
  public func renaming(measure old: String, to new: String) -> ScenarioPlan {
    var plan = self
    plan.measures = measures.map { $0.name == old ? $0.named(new) : $0 }
    for index in settings.indices { plan.settings[index].slot = settings[index].slot.renamingOwner(old, to: new) }
    plan.parameters = [:]
    for (slot, value) in parameters { plan.parameters[slot.renamingOwner(old, to: new)] = value }
    return plan
  }
}

extension MeasureDeclaration {
  /// The same measure under another name.
  public func named(_ new: String) -> MeasureDeclaration {
    var measure = self
    measure.name = new
    // Without a label the name stands for it.
    if label == Label(nb: name, en: name) { measure.label = Label(nb: new, en: new) }
    measure.parameters = zip(MeasureNumber.allCases, parameters).map { number, parameter in
      var parameter = parameter
      parameter.name = number.name(of: new)
      parameter.slot = parameter.name
      parameter.owner = new
      parameter.label = number.label(of: measure.label)
      return parameter
    }
    return measure
  }
}

extension String {
  /// The slot of something that a declaration owns, when the declaration has another name.
  public func renamingOwner(_ old: String, to new: String) -> String {
    hasPrefix(old + ".") ? new + dropFirst(old.count) : self
  }
}
