/// The processes that draw; each has its own stream for every person, so that none shifts another.
enum Process: UInt32 {
  /// Job start (mark) and job loss (reversed mark).
  case work = 1
  /// Registration at NAV (mark) and start of an education (reversed mark).
  case exits
  /// Reduced work capacity (mark) and, after it, a disability benefit (reversed mark).
  case health
  case seekerWork
  case seekerExit
  case workBeyond
  case measureLength
  case frailty
  case settlementWait
  case settlementOrder
  case startDelay
  case plannedLength
  case navInvolvement
  case navKind
  case norwegian
  case educationLength
  case initialState
  /// KVP (mark) and Jobbsjansen (reversed mark).
  case support
  case component
  case programmeExtension
  case programmeFourthYear
  case reducedWork
  case reducedLength
  case kvp
  case kvpContent
  case jobbsjansen
  case takeUp
  /// Whether somebody outside the programme holds jobs that last.
  case stability
  case assistance
  case wage
  case eligibility
  case assessment
}
