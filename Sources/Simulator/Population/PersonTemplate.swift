/// What the persons copied from one candidate have in common.
struct PersonTemplate {
  let isParticipant: Bool
  let sex: Sex
  let country: Country
  let reason: Reason
  let marital: Marital
  let children: Children
  let loneParent: LoneParent
  let education: Education
  let track: Track
  let health: Health
  let housing: Housing
  let studentAid: StudentAid
  let priorNav: PriorNav
  let needGroup: NeedGroup
  let age: AgeBand
  /// First and last month of arrival.
  let from: Int16
  let to: Int16

  init(_ data: SegmentData, _ candidates: Candidates, _ candidate: Int) {
    func category<Category: PersonCategory>(_ trait: Trait, else fallback: Category) -> Category {
      Category(rawValue: candidates.code(trait, candidate)) ?? fallback
    }
    isParticipant = data.segment == .participant
    sex = category(.sex, else: .man)
    country = category(.country, else: .other)
    reason = category(.reason, else: .other)
    marital = category(.marital, else: .unmarried)
    children = category(.children, else: .none)
    loneParent = category(.loneParent, else: .no)
    education = category(.education, else: .unknown)
    track = category(.track, else: .notRegistered)
    health = category(.health, else: .unknown)
    housing = category(.housing, else: .notOwner)
    studentAid = category(.studentAid, else: .no)
    priorNav = category(.priorNav, else: .no)
    needGroup = category(.need, else: .both)
    age = category(.age, else: .twenties)
    let cohort = data.cohorts[Int(candidates.code(.cohort, candidate))]
    from = Int16(clamping: cohort.from)
    to = Int16(clamping: cohort.to)
  }
}
