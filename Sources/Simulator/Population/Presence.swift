import PolicyCore

/// How long persons stay, by assumed yearly risks: death by age, emigration by years of residence.
struct Presence {
  /// The last month that is drawn, in 2050; who is still there stays.
  private static let horizon = Month(year: 2050, month: 12) - Population.start

  private var death: Survival
  private var emigrationOfParticipants: Survival
  private var emigrationOfOthers: Survival

  init(_ text: String) throws {
    let table = try CSVTable(name: "data/population_exits.csv", text: text)
    func survival(_ cause: String, _ group: String) throws -> Survival {
      var steps: [(fromYears: Double, yearlyPercent: Double)] = []
      for row in table.rows.indices where try table.text(row, "cause") == cause {
        guard try table.text(row, "group") == group else { continue }
        let risk = try table.number(row, "yearly_percent")
        guard (0...100).contains(risk) else {
          throw DataError(file: table.name, row: row + 2, problem: "a risk is between 0 and 100 percent")
        }
        steps.append((try table.number(row, "from_years"), risk))
      }
      guard !steps.isEmpty else {
        throw DataError(file: table.name, row: 0, problem: "no risks of \(cause) for `\(group)`")
      }
      return Survival(steps.sorted { $0.fromYears < $1.fromYears })
    }
    death = try survival("death", "age")
    emigrationOfParticipants = try survival("emigration", Segment.participant.rawValue)
    emigrationOfOthers = try survival("emigration", Segment.other.rawValue)
  }

  /// The last month present of somebody who is present at `start`.
  func lastMonth(
    of segment: Segment, birth: Int, arrival: Int, present start: Int, deathDraw: Double, emigrationDraw: Double
  ) -> Int16 {
    let emigration = segment == .participant ? emigrationOfParticipants : emigrationOfOthers
    let died = death.end(from: start - birth, to: Self.horizon - birth, deathDraw).map { birth + $0 }
    let left = emigration.end(from: start - arrival, to: Self.horizon - arrival, emigrationDraw).map { arrival + $0 }
    let last = min(died ?? Int.max, left ?? Int.max)
    return last == Int.max ? Int16.max : Int16(clamping: max(last, start))
  }
}

/// The share still there after so many months, of those who were there at month 0.
struct Survival {
  private static let months = 1500
  private var shares: ContiguousArray<Double> = [1]

  /// - Parameter steps: yearly risks from a number of years on, in ascending order.
  init(_ steps: [(fromYears: Double, yearlyPercent: Double)]) {
    for month in 0..<Self.months {
      let risk = steps.last { $0.fromYears * 12 <= Double(month) }?.yearlyPercent ?? 0
      shares.append(shares[month] * (1 - risk / 1200))
    }
  }

  /// The month in which somebody still there at `start` leaves, or `nil` when that is after `end`.
  func end(from start: Int, to end: Int, _ draw: Double) -> Int? {
    var low = min(max(start, 0), Self.months)
    var high = min(max(end, low), Self.months)
    let left = shares[low] * (1 - draw)
    if shares[high] >= left { return nil }
    while low < high {
      let middle = (low + high) / 2
      if shares[middle] < left { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
