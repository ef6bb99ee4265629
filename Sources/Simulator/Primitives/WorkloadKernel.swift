/// How the workload's luck is drawn.
package enum WorkloadDraws: String, CaseIterable, Sendable {
  /// One uniform a month; both events happen below their probability (variant P of the workload).
  case monthKeyed = "month-keyed"
  /// The same uniforms, job loss above `1 − p` instead.
  case monthKeyedReversed = "month-keyed, reversed"
  /// The candidates of one clock; the mark reversed for job loss. What the model uses.
  case candidateClock = "candidate clock"
  /// One exponential a spell.
  case spellKeyed = "spell-keyed"
}

/// What is told of a life of the workload, in order of time.
protocol WorkloadObserver {
  mutating func begin(position: Int, sex: Int)
  mutating func start(month: Int)
  mutating func loss(month: Int)
}

/// The lives of the workload, one person at a time, one loop for each state.
struct WorkloadKernel {
  let population: WorkloadPopulation
  let rates: WorkloadRates
  let seed: UInt64

  func run<Observer: WorkloadObserver>(_ draws: WorkloadDraws, persons: Range<Int>, observer: inout Observer) {
    switch draws {
    case .monthKeyed: runMonths(persons, reversed: 0, observer: &observer)
    case .monthKeyedReversed: runMonths(persons, reversed: .max, observer: &observer)
    case .spellKeyed: runSpells(persons, observer: &observer)
    case .candidateClock:
      for group in population.classes {
        let range = group.range.clamped(to: persons)
        if !range.isEmpty { runClock(range, gaps: group.gaps, observer: &observer) }
      }
    }
  }

  @inline(__always)
  private func row(_ person: Int) -> Int {
    rates.row(
      lengthClass: population.lengthClass[person], isFollowed: population.navDraw[person] < rates.navShare)
  }

  private func runClock<Observer: WorkloadObserver>(_ persons: Range<Int>, gaps: GapTable, observer: inout Observer) {
    let key = StreamKey(seed: seed, replicate: 0)
    let scale = gaps.probability * 0x1p-32
    let half = 0.5 * scale
    for person in persons {
      observer.begin(position: person, sex: Int(population.sex[person]))
      let row = row(person)
      let start = population.start[person]
      let loss = population.loss[person]
      var clock = CandidateClock(key: key, person: population.id[person], process: 0, gaps: gaps)
      var since = 0
      life: while true {
        while true {
          let month = clock.month
          if month >= rates.months { break life }
          let u = Double(clock.mark) * scale + half
          clock.advance(gaps)
          let hazard = start * rates.start(duration: month - since, month: month, row: row)
          if isCloglogEvent(u, hazard: hazard) {
            observer.start(month: month)
            since = month + 1
            break
          }
        }
        while true {
          let month = clock.month
          if month >= rates.months { break life }
          let u = Double(~clock.mark) * scale + half
          clock.advance(gaps)
          if isCloglogEvent(u, hazard: loss * rates.loss(duration: month - since)) {
            observer.loss(month: month)
            since = month + 1
            break
          }
        }
      }
    }
  }

  private func runMonths<Observer: WorkloadObserver>(
    _ persons: Range<Int>, reversed: UInt32, observer: inout Observer
  ) {
    let key = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    for person in persons {
      observer.begin(position: person, sex: Int(population.sex[person]))
      let id = population.id[person]
      let row = row(person)
      let start = population.start[person]
      let loss = population.loss[person]
      var isEmployed = false
      var since = 0
      var words = SIMD4<UInt32>()
      for month in 0..<rates.months {
        if month & 3 == 0 { words = Philox.words(counter: SIMD4(id, UInt32(month >> 2), 0, 0), key: key) }
        let word = words.x
        words = SIMD4(words.y, words.z, words.w, 0)
        if isEmployed {
          if isCloglogEvent(unit(word ^ reversed), hazard: loss * rates.loss(duration: month - since)) {
            observer.loss(month: month)
            isEmployed = false
            since = month + 1
          }
        } else {
          let hazard = start * rates.start(duration: month - since, month: month, row: row)
          if isCloglogEvent(unit(word), hazard: hazard) {
            observer.start(month: month)
            isEmployed = true
            since = month + 1
          }
        }
      }
    }
  }

  private func runSpells<Observer: WorkloadObserver>(_ persons: Range<Int>, observer: inout Observer) {
    let key = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    for person in persons {
      observer.begin(position: person, sex: Int(population.sex[person]))
      let id = population.id[person]
      let row = row(person)
      let start = population.start[person]
      let loss = population.loss[person]
      var month = 0
      var spells: UInt32 = 0
      while true {
        // A spell of either kind takes half a block.
        let words = Philox.words(counter: SIMD4(id, spells, 1, 0), key: key)
        spells += 1
        var left = -log(unit(words.x)) / start
        var duration = 0
        while month < rates.months {
          left -= rates.start(duration: duration, month: month, row: row)
          if left < 0 { break }
          month += 1
          duration += 1
        }
        if month >= rates.months { break }
        observer.start(month: month)
        month += 1
        left = -log(unit(words.y)) / loss
        duration = 0
        while month < rates.months {
          left -= rates.loss(duration: duration)
          if left < 0 { break }
          month += 1
          duration += 1
        }
        if month >= rates.months { break }
        observer.loss(month: month)
        month += 1
      }
    }
  }
}
