import PolicyCore

/// Sums for the average monthly derivative of the hazard at NAV, by group and sex.
///
/// Tabell 5 (report lines 4970–4984) states no unit of time. It fits `β · E[(1 − h)(−ln(1 − h))]` over the person-months of
/// the estimation sample, the derivative of the complementary log-log probability, with the coefficients of model 1 after a
/// measure; discrete differences would be about twice that.
struct MarginalSums: LifeObserver {
  static var wantsNAVMonths: Bool { true }

  let population: Population
  /// By group and sex.
  private(set) var slopes = [Double](repeating: 0, count: 4)
  private(set) var months = [Double](repeating: 0, count: 4)
  private var person = 0

  init(population: Population) { self.population = population }

  mutating func begin(_ person: Int, settlement: Int) { self.person = person }
  mutating func enter(_ state: WorkState, at month: Int) {}
  mutating func end(at month: Int) {}

  mutating func navMonth(_ month: NAVMonth) {
    let start = month.month - month.duration + 1
    guard start >= MomentSample.spellsFrom, month.month < MomentSample.spellsEnd,
      month.group == .reducedCapacity || population.needGroup[person] != .ordinaryOnly
    else { return }
    let hazard = exp(month.linearPredictor)
    let index = Int(month.group.rawValue) * 2 + Int(population.sex[person].rawValue)
    slopes[index] += exp(-hazard) * hazard
    months[index] += 1
  }

  func meanSlope(_ group: NAVGroup, _ sex: Sex) -> Double {
    let index = Int(group.rawValue) * 2 + Int(sex.rawValue)
    return months[index] > 0 ? slopes[index] / months[index] : .nan
  }
}

extension NAVGroup {
  /// The name in the data files and in results.
  var key: String { self == .jobSeekers ? "job_seekers" : "reduced_capacity" }
}
