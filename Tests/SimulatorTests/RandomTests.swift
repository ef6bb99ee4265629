import Testing

@testable import Simulator

@Suite struct RandomTests {
  /// Known answers published with Random123: counter, key, words.
  static let knownAnswers: [(SIMD4<UInt32>, SIMD2<UInt32>, SIMD4<UInt32>)] = [
    (SIMD4(repeating: 0), SIMD2(repeating: 0), SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8)),
    (
      SIMD4(repeating: .max), SIMD2(repeating: .max),
      SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd)
    ),
    (
      SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344), SIMD2(0xa409_3822, 0x299f_31d0),
      SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1)
    ),
  ]

  @Test func philoxGivesThePublishedWords() {
    for (counter, key, words) in Self.knownAnswers {
      #expect(Philox.words(counter: counter, key: key) == words)
    }
  }

  @Test func thresholdsAreExactAtBothEnds() {
    for word in [0, 1, 0x8000_0000, UInt32.max] {
      #expect(!Threshold(0).contains(word))
      #expect(Threshold(1).contains(word))
      #expect(!Threshold(.nan).contains(word))
      #expect(Threshold(0.5).contains(word) == (word < 0x8000_0000))
    }
  }

  /// The words for a gap are counted, so the law holds to the last word, not only in a sample.
  @Test(arguments: [0.5, 0.3, 0.1, 0.03, 0.004])
  func gapsFollowTheGeometricLaw(cap: Double) {
    let gaps = GapTable(probability: cap)
    /// The first word whose gap is above `months`, by bisection (gaps rise with the word).
    func end(_ months: Int) -> UInt64 {
      var low: UInt64 = 0
      var high: UInt64 = 1 << 32
      while low < high {
        let middle = (low + high) / 2
        if gaps.gap(UInt32(middle)) > months { high = middle } else { low = middle + 1 }
      }
      return low
    }
    var survival = 1.0
    for months in 1...600 {
      survival *= 1 - cap
      #expect(abs(Double(end(months)) - (1 - survival) * 0x1p32) <= 1.001)
    }
    #expect(gaps.gap(0) == 1)
    #expect(gaps.gap(.max) > 20)
  }

  @Test func capsAtTheEndsAreTaken() {
    #expect(GapTable(probability: 1).gap(.max) == 1)
    #expect(GapTable(probability: 0).gap(1) > 600)
  }

  /// Chi-square over the gaps that the clocks really draw; 40 classes, so 39 degrees of freedom.
  @Test func drawnGapsPassChiSquare() {
    let gaps = GapTable(probability: 0.1)
    var observed = [Double](repeating: 0, count: 40)
    var marks = [Double](repeating: 0, count: 16)
    for person in 0..<2_000 {
      var clock = CandidateClock(key: StreamKey(seed: 7, replicate: 3), person: UInt32(person), process: 1, gaps: gaps)
      var last = -1
      for _ in 0..<50 {
        observed[min(clock.month - last, 40) - 1] += 1
        marks[Int(clock.mark >> 28)] += 1
        last = clock.month
        clock.advance(gaps)
      }
    }
    var share = 0.1
    var rest = 1.0
    var statistic = 0.0
    for index in 0..<40 {
      let expected = 100_000 * (index < 39 ? share : rest)
      statistic += (observed[index] - expected) * (observed[index] - expected) / expected
      rest -= share
      share *= 0.9
    }
    #expect(statistic < 72.1)  // The 0.1 % point.
    let markStatistic = marks.reduce(0) { $0 + ($1 - 6_250) * ($1 - 6_250) / 6_250 }
    #expect(markStatistic < 37.7)  // 15 degrees of freedom, the 0.1 % point.
  }

  /// Whoever asks, in whatever order and however far apart, sees the same candidates.
  @Test func candidatesDoNotDependOnHowTheyAreAsked() {
    let gaps = GapTable(probability: 0.08)
    let key = StreamKey(seed: 11, replicate: 0)
    func clock(_ person: UInt32) -> CandidateClock { CandidateClock(key: key, person: person, process: 2, gaps: gaps) }
    var seen: [[Int: UInt32]] = []
    for person in 0..<100 as Range<UInt32> {
      var all: [Int: UInt32] = [:]
      var walk = clock(person)
      while walk.month < 300 {
        all[walk.month] = walk.mark
        walk.advance(gaps)
      }
      seen.append(all)
    }
    for person in (0..<100).reversed() {
      for step in [1, 7, 36] {
        var walk = clock(UInt32(person))
        for month in stride(from: 0, to: 300, by: step) {
          walk.advance(to: month, gaps)
          let expected = seen[person].keys.filter { $0 >= month }.min()
          if let expected {
            #expect(walk.month == expected && walk.mark == seen[person][expected])
          } else {
            #expect(walk.month >= 300)
          }
        }
      }
    }
    #expect(Set(seen).count == 100)
  }

  /// Thinning a clock, and the second tier above the cap, give the monthly probability that was asked.
  @Test(arguments: [0.002, 0.03, 0.06, 0.2])
  func eventsHaveTheirProbability(probability: Double) {
    let gaps = GapTable(probability: 0.08, reserved: 0.03)
    let key = StreamKey(seed: 5, replicate: 1)
    let bound = Threshold(probability, cap: gaps)
    let beyond = Threshold.beyond(probability, cap: gaps)
    let persons = 4_000
    let months = 120
    var starts = 0
    var losses = 0
    let loss = min(probability, 0.08)
    let opposite = Threshold(opposite: loss, cap: gaps)
    for person in 0..<UInt32(persons) {
      var clock = CandidateClock(key: key, person: person, process: 3, gaps: gaps)
      for month in 0..<months {
        clock.advance(to: month, gaps)
        if clock.month == month {
          starts += bound.contains(clock.mark) ? 1 : 0
          losses += opposite.contains(~clock.mark) ? 1 : 0
        } else if beyond.contains(key.words(person: person, process: 4, block: UInt32(month)).x) {
          starts += 1
        }
      }
    }
    let draws = Double(persons * months)
    func isNear(_ count: Int, _ probability: Double) -> Bool {
      abs(Double(count) - probability * draws) < 4 * (probability * (1 - probability) * draws).squareRoot()
    }
    #expect(isNear(starts, probability))
    #expect(isNear(losses, loss))
  }

  /// The reversed mark: whatever the start's probability, no candidate is a start here and a loss there.
  @Test func noCandidateIsBothAStartAndALoss() {
    let gaps = GapTable(probability: 0.1, reserved: 0.04)
    let loss = Threshold(opposite: 0.04, cap: gaps)
    for start in [0.01, 0.06, 0.3].map({ Threshold($0, cap: gaps) }) {
      for word in stride(from: 0, through: UInt32.max, by: 65_521) {
        #expect(!(start.contains(word) && loss.contains(~word)))
      }
    }
  }
}
