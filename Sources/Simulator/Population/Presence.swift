/// How long persons stay, by assumed yearly risks: death by age, emigration by years of residence.
struct Presence {
  /// The share still there after that many months, of those who were there at month 0.
  private struct Survival {
    private var shares: ContiguousArray<Double>

    init(_ steps: [(fromYears: Double, yearlyPercent: Double)], months: Int) {
      shares = [1]
      for month in 0..<months {
        let risk = steps.last { $0.fromYears * 12 <= Double(month) }?.yearlyPercent ?? 0
        shares.append(shares[month] * (1 - risk / 1200))
      }
    }

    /// The month in which somebody still there at `start` leaves, or `nil` beyond the table.
    func end(after start: Int, _ draw: Double) -> Int? {
      let start = min(max(start, 0), shares.count - 1)
      let left = shares[start] * (1 - draw)
      var low = start
      var high = shares.count
      while low < high {
        let middle = (low + high) / 2
        if shares[middle] < left { high = middle } else { low = middle + 1 }
      }
      return low < shares.count ? low : nil
    }
  }

  private var death: Survival
  private var emigration: [Survival]

  init(_ text: String) throws {
    let table = try CSVTable(name: "data/population_exits.csv", text: text)
    func steps(_ cause: String, _ group: String) throws -> [(fromYears: Double, yearlyPercent: Double)] {
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
      return steps.sorted { $0.fromYears < $1.fromYears }
    }
    death = Survival(try steps("death", "age"), months: 1320)
    emigration = try Segment.allCases.map { Survival(try steps("emigration", $0.rawValue), months: 900) }
  }

  /// The last month present of somebody who is present at `start`.
  func lastMonth(
    of segment: Int, birth: Int, arrival: Int, present start: Int, deathDraw: Double, emigrationDraw: Double
  ) -> Int16 {
    let death = death.end(after: start - birth, deathDraw).map { birth + $0 }
    let emigration = emigration[segment].end(after: start - arrival, emigrationDraw).map { arrival + $0 }
    let last = min(death ?? Int.max, emigration ?? Int.max)
    return last < Int(Int16.max) ? Int16(max(last, start)) : Int16.max
  }
}
