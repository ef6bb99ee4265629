/// The persons of the benchmark workload: two states, two complementary log-log hazards, twelve covariates.
///
/// Every number here is a benchmark constant. None is an estimate, and none is used by the model.
struct WorkloadPopulation: Sendable {
  /// Persons of similar cap stand together, so that one table of gaps serves a run of them.
  struct CapClass: Sendable {
    let gaps: GapTable
    let range: Range<Int>
  }

  private(set) var id: [UInt32] = []
  private(set) var sex: [UInt8] = []
  /// 0: the longest programme, 2: the shortest.
  private(set) var lengthClass: [UInt8] = []
  /// The draw that the share of persons followed by NAV is compared with.
  private(set) var navDraw: [Double] = []
  /// The static part of the two hazards.
  private(set) var start: [Double] = []
  private(set) var loss: [Double] = []
  private(set) var classes: [CapClass] = []

  var count: Int { id.count }

  private static let shares: [[Double]] = [
    [0.52, 0.48], [0.20, 0.20, 0.18, 0.15, 0.17, 0.10], [0.28, 0.14, 0.12, 0.10, 0.09, 0.08, 0.07, 0.12],
    [0.55, 0.25, 0.20], [0.18, 0.32, 0.15, 0.20, 0.15], [0.20, 0.40, 0.30, 0.10], [0.40, 0.12, 0.38, 0.10],
    [0.55, 0.27, 0.18], [0.15, 0.22, 0.25, 0.18, 0.12, 0.08], [0.25, 0.25, 0.25, 0.25], [0.80, 0.14, 0.06],
    [0.45, 0.40, 0.15],
  ]
  private static let startTerms: [[Double]] = [
    [0, -0.45], [0.05, 0.10, 0.05, 0, -0.20, -0.70], [0, -0.35, 0.25, 0.15, -0.10, 0.30, -0.20, 0.05],
    [0, -0.25, -0.05], [-0.50, -0.20, 0, 0.25, 0.35], [-0.40, -0.10, 0.15, 0.45], [0, -0.10, 0.08, -0.25],
    [0, -0.15, -0.30], [0.10, 0.06, 0, -0.04, -0.08, -0.12], [0.20, 0.08, -0.06, -0.22], [0, -0.35, -1.10],
    [-0.20, 0.10, 0.30],
  ]
  private static let lossBySex = [0, 0.12]
  private static let lossByEducation = [0.35, 0.20, 0, -0.25, -0.35]
  private static let lossByHealth = [0, 0.15, 0.50]

  init(count: Int) {
    struct Person {
      var id: UInt32
      var sex: UInt8
      var lengthClass: UInt8
      var navDraw: Double
      var start: Double
      var loss: Double
      var rung: Int
    }
    let key = Self.mix(2024)
    func draw(_ person: Int, _ covariate: Int) -> Double {
      let step = UInt64(person) &* 65_536 &+ UInt64(65_000 + covariate) &+ 1
      return unit(UInt32(Self.mix(key &+ step &* 0x9E37_79B9_7F4A_7C15) >> 32))
    }
    var persons: [Person] = []
    persons.reserveCapacity(count)
    for person in 0..<count {
      var categories = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
      var predictor = -4.2
      for covariate in 0..<12 {
        let u = draw(person, covariate)
        let shares = Self.shares[covariate]
        var category = 0
        var sum = shares[0]
        while u >= sum, category < shares.count - 1 {
          category += 1
          sum += shares[category]
        }
        categories[covariate] = category
        predictor += Self.startTerms[covariate][category]
      }
      let (sex, education, health) = (categories[0], categories[4], categories[10])
      let start = exp(predictor)
      let loss = exp(-3.6 + Self.lossBySex[sex] + Self.lossByEducation[education] + Self.lossByHealth[health])
      persons.append(
        Person(
          id: UInt32(person), sex: UInt8(sex), lengthClass: education <= 1 ? 0 : education == 2 ? 1 : 2,
          navDraw: draw(person, 12), start: start, loss: loss, rung: Self.rung(start: start, loss: loss)))
    }
    persons.sort { ($0.rung, $0.id) < ($1.rung, $1.id) }
    id = persons.map(\.id)
    sex = persons.map(\.sex)
    lengthClass = persons.map(\.lengthClass)
    navDraw = persons.map(\.navDraw)
    start = persons.map(\.start)
    loss = persons.map(\.loss)
    var first = 0
    while first < count {
      let rung = persons[first].rung
      let end = persons[first...].firstIndex { $0.rung != rung } ?? count
      classes.append(CapClass(gaps: GapTable(probability: Self.cap(rung: rung)), range: first..<end))
      first = end
    }
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  // Caps are the powers of a fixed ratio; a person takes the smallest one that start and loss together stay below in any
  // month under any lever, so that the reversed mark never turns a start into a loss.

  private static let ratio = 0.9

  private static func cap(rung: Int) -> Double {
    var cap = 1.0
    for _ in 0..<rung { cap *= ratio }
    return cap
  }

  private static func rung(start: Double, loss: Double) -> Int {
    let needed = start * WorkloadRates.largestStartFactor + loss * WorkloadRates.largestLossFactor
    var rung = 0
    var next = ratio
    while next >= needed, rung < 50 {
      rung += 1
      next *= ratio
    }
    return rung
  }
}
