/// The oral Norwegian of one person over a life that was lived.
struct OralHistory {
  /// The first month with B1; `Int.max` when there is none.
  let b1From: Int
  /// What holds until then.
  let before: OralNorwegian

  init(_ log: LifeLog, isParticipant: Bool, luck: PersonLuck) {
    before = OralNorwegian(isParticipant: isParticipant)
    if let course = log.course, let exit = log.programmeExit, course.reachesB1(luck) {
      b1From = exit
    } else {
      b1From = Int.max
    }
  }

  func level(at month: Int) -> OralNorwegian { month < b1From ? before : .b1 }
}
