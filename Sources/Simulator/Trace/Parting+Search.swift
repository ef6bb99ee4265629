import PolicyCore

extension Parting {
  /// The first month in which a person does another thing under the second scenario than under the first, and why.
  ///
  /// Plans that have not come into effect, and other probabilities of the same event, part no lives.
  ///
  /// - Returns: `nil` when the lives are the same as far as they are shown.
  init?(_ first: LifeView, _ second: LifeView, settings: (_ month: Int) -> [ReachedSetting]) {
    let events = [first.events, second.events].map { events in
      events.filter { event in
        if case .plansProgramme = event.kind { false } else { true }
      }
    }
    let position = zip(events[0], events[1]).enumerated().first { pair in
      pair.element.0.month != pair.element.1.month || pair.element.0.kind != pair.element.1.kind
    }?.offset
    guard let position else { return nil }
    let next = events.map { $0[position] }
    let month = min(next[0].month, next[1].month)
    self.init(
      month: month, reason: Self.reason(next.map { $0.month == month ? $0 : nil }, [first, second], month),
      settings: settings(month - ModelTime.start))
  }

  /// - Parameter events: What happens under each scenario in the month in which the lives part.
  private static func reason(_ events: [LifeEvent?], _ lives: [LifeView], _ month: Month) -> Reason {
    if events.contains(where: { $0?.kind.isSettlement ?? false }) { return .settlement }
    let outlines = lives.compactMap(\.outline)
    if outlines.count == lives.count, outlines[0] != outlines[1],
      zip(events, outlines).contains(where: { $0?.kind.isBoundary(of: $1, in: month) ?? false })
    {
      return .programme(outlines)
    }
    return chance(events, lives) ?? .other
  }

  /// The draw that brought an event under one scenario and not under the other.
  private static func chance(_ events: [LifeEvent?], _ lives: [LifeView]) -> Reason? {
    var onlyOne: Reason?
    for index in events.indices {
      guard let chance = events[index]?.chance else { continue }
      let other = lives[1 - index].tracer.draws.first { draw in
        draw.kind == chance.kind && ModelTime.start + draw.month == chance.month
      }
      if let other {
        // Another draw, or one that brought the same, is not what parts them.
        guard other.drawn == chance.drawn, !other.happens else { continue }
        let both = [chance.probability, other.probability]
        return .chance(chance.kind, drawn: chance.drawn, probabilities: index == 0 ? both : both.reversed())
      }
      let one: [Double?] = [chance.probability, nil]
      onlyOne = onlyOne ?? .chance(chance.kind, drawn: chance.drawn, probabilities: index == 0 ? one : one.reversed())
    }
    return onlyOne
  }
}

extension LifeEvent.Kind {
  fileprivate var isSettlement: Bool {
    if case .settles = self { true } else { false }
  }

  /// Whether it is the programme's start or its end as planned.
  fileprivate func isBoundary(of outline: ProgrammeOutline, in month: Month) -> Bool {
    guard case .enters(let state, let before) = self else { return false }
    return state == .programme && month == outline.start
      || before == .programme && month == outline.start + outline.months
  }
}
