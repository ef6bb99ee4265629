import PolicyCore

/// A line of a scenario that sets a lever.
struct SettingSite: Hashable, Sendable {
  var slot: String
  var scenario: String
  var first: Month?
  /// Inclusive.
  var last: Month?
  var site: Site

  var period: Period { Period(first: first, last: last) }

  /// Whether it sets the lever in a month; `nil` is the time before every change.
  func isInForce(at month: Month?) -> Bool {
    guard let month else { return first == nil }
    return first.map { $0 <= month } ?? true && last.map { $0 >= month } ?? true
  }
}

/// A lever of a contradicting pair: its value, and the line that it has the value from (`nil`: the baseline).
struct LimitedLever {
  var name: String
  var value: Quantity
  var domain: LeverDomain
  var source: SettingSite?
}

/// Months in which a lever exceeds the one that it is declared not to exceed.
struct Contradiction {
  var lower: LimitedLever
  var upper: LimitedLever
  var first: Month?
  /// Inclusive.
  var last: Month?

  /// Whether another one is of the same lines and values in the months right after.
  fileprivate func goesOn(in next: Contradiction) -> Bool {
    guard let last, last + 1 == next.first else { return false }
    return zip([lower, upper], [next.lower, next.upper]).allSatisfy { $0.value == $1.value && $0.source == $1.source }
  }
}

extension Checker {
  // MARK: Declarations

  /// Looks up the levers that `at_most` names, once all are declared.
  mutating func checkLimits() {
    defer { limits = [] }
    for (name, other) in limits {
      guard let lever = environment.catalogue.lever(name), let limit = self.lever(other) else { continue }
      guard case .quantity(let unit, _, _) = lever.domain, case .quantity(let baseline) = lever.baseline else {
        report(.wrongKind(expected: "levers with a number and a unit", found: "`\(name)` has none", other.span))
        continue
      }
      guard limit.slot != lever.slot, case .quantity(unit, _, _) = limit.domain,
        case .quantity(let highest) = limit.baseline
      else {
        report(.wrongKind(expected: "another lever in \(unit.reading)", found: "\(limit.domain)", other.span))
        continue
      }
      if baseline.exceeds(highest) {
        let allowed = "at most \(highest), the baseline of `\(limit.name)`"
        report(.outOfRange("The baseline of `\(name)`", baseline, allowed: allowed, other.span))
      }
    }
  }

  // MARK: Scenarios

  /// Compares every lever that is declared `at_most` another with it, in all months.
  ///
  /// - Parameters:
  ///   - schedules: The levers of the scenario with all its bases, by slot.
  ///   - settings: The lines that set them, the bases' first.
  ///   - targeted: The lines that set them for some persons.
  mutating func compareLevers(
    _ schedules: [String: Schedule], _ settings: [SettingSite], _ targeted: [TargetedSetting], in scenario: String
  ) {
    for lever in environment.catalogue.levers where lever.slot == lever.name {
      guard let name = lever.atMost, let limit = environment.catalogue.lever(name) else { continue }
      let rules = targeted.filter { $0.slot == lever.slot || $0.slot == limit.slot }
      guard schedules[lever.slot] != nil || schedules[limit.slot] != nil || !rules.isEmpty else { continue }
      var reported: [Span] = []
      for contradiction in contradictions(of: lever, limit, schedules, settings, rules) {
        let own = [contradiction.lower, contradiction.upper].filter { lever in
          // A session can give a scenario the name of one that its own base starts from.
          lever.source?.scenario == scenario && lever.source?.site.file == file
        }
        // A base that contradicts itself was reported there, so one of the two lines is the scenario's own.
        guard let later = own.compactMap(\.source?.site.span).max(by: { $0.start < $1.start }),
          !reported.contains(later)
        else { continue }
        reported.append(later)
        report(.leversContradict(contradiction, later, in: scenario, file: file))
      }
    }
  }

  /// The same for every kind of person that the rules on the two levers tell apart.
  func contradictions(
    of lever: LeverDeclaration, _ limit: LeverDeclaration, _ schedules: [String: Schedule], _ settings: [SettingSite],
    _ rules: [TargetedSetting]
  ) -> [Contradiction] {
    let conditions = rules.map(\.condition).unique
    let masks = rules.isEmpty ? [0] : regions(conditions) ?? []
    return masks.flatMap { mask in
      var schedules = schedules
      var settings = settings
      for rule in rules where conditions.firstIndex(of: rule.condition).map({ mask & 1 << UInt64($0) != 0 }) ?? false {
        let slot = rule.slot == lever.slot ? lever : limit
        schedules[rule.slot] = (schedules[rule.slot] ?? Schedule(slot.baseline)).replaced(
          by: rule.schedule, from: rule.line.first, until: rule.line.last)
        settings.append(rule.line)
      }
      return contradictions(of: lever, limit, schedules, settings)
    }
  }

  /// Compares the levers of a scenario as a question moves them, and reports the first contradiction at the question.
  ///
  /// - Parameters:
  ///   - schedules: The levers of the scenario with all its bases, by slot; what is moved with its number.
  ///   - moved: The slots of the moved levers.
  /// - Returns: Whether there was none.
  mutating func compareLevers(
    _ schedules: [String: Schedule], moved: Set<String>, of scenario: ScenarioDeclaration, at span: Span
  ) -> Bool {
    let own = moved.sorted().map { slot in
      SettingSite(slot: slot, scenario: scenario.plan.name, site: Site(file: file, span: span))
    }
    let settings = scenario.settings.filter { !moved.contains($0.slot) } + own
    for lever in environment.catalogue.levers where lever.slot == lever.name {
      guard let name = lever.atMost, let limit = environment.catalogue.lever(name),
        moved.contains(lever.slot) || moved.contains(limit.slot)
      else { continue }
      let rules = scenario.targeted.filter { $0.slot == lever.slot || $0.slot == limit.slot }
      guard let contradiction = contradictions(of: lever, limit, schedules, settings, rules).first else { continue }
      report(.leversContradict(contradiction, span, in: scenario.plan.name, file: file))
      return false
    }
    return true
  }

  /// The periods in which a lever exceeds its limit, one for each pair of lines.
  private func contradictions(
    of lever: LeverDeclaration, _ limit: LeverDeclaration, _ schedules: [String: Schedule], _ settings: [SettingSite]
  ) -> [Contradiction] {
    let lower = schedules[lever.slot] ?? Schedule(lever.baseline)
    let upper = schedules[limit.slot] ?? Schedule(limit.baseline)
    // A line may end without a change of value, and the next contradiction is then another line's.
    let bounds = settings.filter { $0.slot == lever.slot || $0.slot == limit.slot }.flatMap { setting in
      [setting.first, setting.last.map { $0 + 1 }].compactMap { $0 }
    }
    let months = Set((lower.changes + upper.changes).map(\.month) + bounds).sorted()
    var found: [Contradiction] = []
    for (index, month) in ([nil] + months.map(Optional.some)).enumerated() {
      guard case .quantity(let value) = lower.value(at: month), case .quantity(let highest) = upper.value(at: month),
        value.exceeds(highest)
      else { continue }
      func source(_ slot: String) -> SettingSite? { settings.last { $0.slot == slot && $0.isInForce(at: month) } }
      let next = Contradiction(
        lower: LimitedLever(name: lever.name, value: value, domain: lever.domain, source: source(lever.slot)),
        upper: LimitedLever(name: limit.name, value: highest, domain: limit.domain, source: source(limit.slot)),
        first: month, last: index < months.count ? months[index] + -1 : nil)
      if let last = found.last, last.goesOn(in: next) {
        found[found.count - 1].last = next.last
      } else {
        found.append(next)
      }
    }
    return found
  }
}

extension Quantity {
  /// Whether it is above another of the same unit; half a millionth is the dust of arithmetic.
  fileprivate func exceeds(_ other: Quantity) -> Bool { value > other.value + 5e-7 }
}
