import PolicyCore
import Testing

struct QuantityTests {
  @Test(arguments: [
    (Quantity(36, .months), "36 months"), (Quantity(1, .months), "1 month"), (Quantity(0.29, .share), "29 %"),
    (Quantity(0.005, .points), "0.5 pp"), (Quantity(-0.025, .points), "-2.5 pp"),
    (Quantity(1234, .persons), "1234 persons"),
    (Quantity(20_000, .persons), "20 000 persons"), (Quantity(1_234_567.5, .number), "1 234 567.5"),
    (Quantity(-20_000, .number), "-20 000"), (Quantity(0, .share), "0 %"), (Quantity(1.0 / 3, .number), "0.333333"),
    (Quantity(2, .basicAmount(per: .year)), "2 G per year"),
    (Quantity(5, .kroner(per: .month, priceYear: 2018)), "5 kr(2018) per month"),
    (Quantity(12_345_678, .millionKroner(per: .year, priceYear: nil)), "12.345678 mill. kr per year"),
    (Quantity(1e20, .number), "1e+20"), (Quantity(-0.0000001, .number), "0"),
    (Quantity(12_345_678_901, .number), "12 345 678 901"),
  ])
  func textIsSource(quantity: Quantity, text: String) {
    #expect(quantity.description == text)
  }

  @Test func conversionsAreCertainOnes() {
    #expect(Quantity(3, .years).converted(to: .months) == Quantity(36, .months))
    #expect(Quantity(36, .months).converted(to: .years) == Quantity(3, .years))
    #expect(Quantity(0.5, .share).converted(to: .points) == nil)
    #expect(Quantity(1, .hours).converted(to: .months) == nil)
    let monthly = Quantity(1_000, .kroner(per: .month, priceYear: 2018))
    #expect(monthly.converted(to: .kroner(per: .year, priceYear: 2018))?.value == 12_000)
    #expect(monthly.converted(to: .kroner(per: .year, priceYear: 2020)) == nil)
    #expect(monthly.converted(to: .kroner(per: .once, priceYear: 2018)) == nil)
    #expect(monthly.converted(to: .millionKroner(per: .year, priceYear: 2018))?.value == 12_000)
    #expect(monthly.converted(to: .millionKroner(per: .year, priceYear: nil)) == nil)
  }

  @Test func onlySharesDifferInAnotherUnit() {
    #expect(Unit.share.ofDifference == .points && Unit.points.ofLevels == .share)
    for unit in [Unit.kroner(per: .year, priceYear: 2018), .months, .persons, .number] {
      #expect(unit.ofDifference == unit && unit.ofLevels == unit)
    }
  }
}

struct ScheduleTests {
  private func share(_ value: Double) -> LeverValue { .quantity(Quantity(value, .share)) }

  @Test func periodReplacesAndTheRestStays() {
    let base = Schedule(share(0), changes: [.init(month: Month(year: 2018, month: 10), value: share(0.6))])
    let changed = base.replaced(
      by: Schedule(share(0.7)), from: Month(year: 2020, month: 1), until: Month(year: 2020, month: 12))
    #expect(changed.value(at: nil) == share(0))
    #expect(changed.value(at: Month(year: 2018, month: 9)) == share(0))
    #expect(changed.value(at: Month(year: 2019, month: 12)) == share(0.6))
    #expect(changed.value(at: Month(year: 2020, month: 1)) == share(0.7))
    #expect(changed.value(at: Month(year: 2020, month: 12)) == share(0.7))
    #expect(changed.value(at: Month(year: 2021, month: 1)) == share(0.6))
    #expect(changed.settings(slot: "x", baseline: share(0)).count == 3)
    #expect(base.replaced(by: Schedule(share(0)), from: nil, until: nil).constant == share(0))
    #expect(Schedule(share(0)).settings(slot: "x", baseline: share(0)).isEmpty)
  }

  /// Random replacements agree with a table of months.
  @Test func agreesWithMonthByMonth() {
    var state: UInt64 = 7
    func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(sides))
    }
    for _ in 0..<200 {
      var schedule = Schedule(share(0))
      var table = [Int](repeating: 0, count: 60)
      for step in 1...5 {
        let first = roll(3) == 0 ? nil : roll(50)
        let last = roll(3) == 0 ? nil : (first ?? 0) + roll(20)
        schedule = schedule.replaced(
          by: Schedule(share(Double(step))), from: first.map { Month(index: $0) }, until: last.map { Month(index: $0) })
        for month in table.indices where month >= first ?? 0 && month <= last ?? 99 { table[month] = step }
      }
      for month in table.indices {
        #expect(schedule.value(at: Month(index: month)) == share(Double(table[month])))
        let settings = schedule.settings(slot: "x", baseline: share(0)).filter {
          ($0.from?.index ?? 0) <= month && month <= $0.until?.index ?? 99
        }
        #expect(settings.map(\.value) == (table[month] == 0 ? [] : [share(Double(table[month]))]))
      }
    }
  }
}
