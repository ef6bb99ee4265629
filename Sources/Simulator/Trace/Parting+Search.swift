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
    return chance(events, lives, isInBoth: true) ?? length(events, lives, month - ModelTime.start)
      ?? chance(events, lives, isInBoth: false) ?? .other
  }

  /// The draw that brought an event under one scenario and not under the other.
  ///
  /// - Parameter isInBoth: Whether the other life has the draw too.
  private static func chance(_ events: [LifeEvent?], _ lives: [LifeView], isInBoth: Bool) -> Reason? {
    for index in events.indices {
      guard let chance = events[index]?.chance else { continue }
      let other = lives[1 - index].tracer.draws.first { draw in
        draw.kind == chance.kind && ModelTime.start + draw.month == chance.month
      }
      // Another draw, or one that brought the same, is not what parts them.
      guard (other != nil) == isInBoth, other.map({ $0.drawn == chance.drawn && !$0.happens }) ?? true else { continue }
      let probabilities = [chance.probability, other?.probability]
      return .chance(
        chance.kind, drawn: chance.drawn, probabilities: index == 0 ? probabilities : probabilities.reversed())
    }
    return nil
  }

  /// A measure or a place that began in both lives and ends in another month.
  private static func length(_ events: [LifeEvent?], _ lives: [LifeView], _ month: Int) -> Reason? {
    for kind in events.compactMap({ $0?.kind }) {
      switch kind {
      case .endsMeasure(let key):
        let times = lives.map { $0.tracer.log.measures }
        guard let start = times.joined().first(where: { $0.end == month && $0.measure.key == key })?.start else {
          continue
        }
        let both = times.compactMap { $0.first { $0.start == start && $0.measure.key == key } }
        let months = both.map { $0.end - $0.start }
        if Set(months).count == lives.count { return .length(.measure(key), months: months) }
      case .enters(_, let before?) where before == .kvp || before == .jobbsjansen:
        let places = lives.map { $0.tracer.log.supports }
        guard let start = places.joined().first(where: { $0.end == month && $0.state.traced == before })?.start else {
          continue
        }
        let months = places.compactMap { $0.first { $0.start == start } }.map { $0.end - $0.start }
        if Set(months).count == lives.count { return .length(.place(before), months: months) }
      default: break
      }
    }
    return nil
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
