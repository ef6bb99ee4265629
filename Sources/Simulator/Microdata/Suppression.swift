import PolicyCore

/// Hides the numbers of a result that rest on few persons of own microdata.
///
/// What can be found by subtraction is hidden too: where groups of a table are hidden, so many of the smallest others
/// are as it takes for at least two groups and `fewest` persons to be hidden together, along each attribute.
struct Suppression {
  /// Cells with fewer persons, unweighted, are hidden.
  static let fewest = 5

  /// What each person stands for.
  let weight: Double

  /// The result without what must not be shown.
  func applied(to result: ComparisonResult) -> ComparisonResult {
    let attributes = result.plan.by.compactMap { AttributeSlot(rawValue: $0) }
    var result = result
    for year in Set(result.rows.map(\.year)) {
      let levels = result.rows.filter { $0.year == year && $0.base == nil }
      // Nobody is followed so far: there is nothing to hide.
      guard levels.contains(where: { $0.estimate != nil }) else { continue }
      var counts = [Double](repeating: .infinity, count: attributes.reduce(1) { $0 * $1.keys.count })
      var all = Double.infinity
      for row in levels {
        let persons = row.persons / weight
        if row.group.isEmpty { all = min(all, persons) }
        if let cell = Self.cell(row.group, attributes) { counts[cell] = min(counts[cell], persons) }
      }
      let hidden = Self.hidden(counts, shape: attributes.map(\.keys.count))
      for index in result.rows.indices where result.rows[index].year == year {
        let group = result.rows[index].group
        let isHidden = group.isEmpty ? Self.isFew(all) : Self.cell(group, attributes).map { hidden[$0] } ?? true
        if isHidden { result.rows[index].suppress() }
      }
    }
    return result
  }

  private static func isFew(_ persons: Double) -> Bool { persons < Double(fewest) - 1e-6 }

  /// The position of a group; `nil` for all persons together.
  private static func cell(_ group: [String: String], _ attributes: [AttributeSlot]) -> Int? {
    guard !attributes.isEmpty, !group.isEmpty else { return nil }
    var cell = 0
    for attribute in attributes {
      guard let key = group[attribute.rawValue], let code = attribute.keys.firstIndex(of: key) else { return nil }
      cell = cell * attribute.keys.count + code
    }
    return cell
  }

  /// Which cells of a table are hidden.
  ///
  /// - Parameters:
  ///   - counts: persons by cell, the last attribute's categories next to each other.
  ///   - shape: how many categories each attribute has.
  static func hidden(_ counts: [Double], shape: [Int]) -> [Bool] {
    var hidden = counts.map(isFew)
    let lines = lines(shape)
    var isChanged = true
    while isChanged {
      isChanged = false
      for line in lines {
        // A group of nobody hides nothing.
        let few = line.filter { hidden[$0] && counts[$0] > 0 }
        let persons = few.reduce(0) { $0 + counts[$1] }
        guard !few.isEmpty, few.count < 2 || isFew(persons) else { continue }
        guard let next = line.filter({ !hidden[$0] }).min(by: { counts[$0] < counts[$1] }) else { continue }
        hidden[next] = true
        isChanged = true
      }
    }
    return hidden
  }

  /// The cells along each attribute, for every combination of the others.
  private static func lines(_ shape: [Int]) -> [[Int]] {
    let count = shape.reduce(1, *)
    return shape.indices.flatMap { axis -> [[Int]] in
      let stride = shape[(axis + 1)...].reduce(1, *)
      let starts = (0..<count).filter { $0 / stride % shape[axis] == 0 }
      return starts.map { start in (0..<shape[axis]).map { start + $0 * stride } }
    }
  }
}

extension ResultRow {
  fileprivate mutating func suppress() {
    estimate = nil
    replicates = []
    persons = 0
    isSuppressed = true
  }
}

extension MomentSums {
  /// How many persons a moment is measured on, unweighted; of spells, the persons who have them.
  func persons(behind moment: Moment) -> Double {
    switch moment {
    case .municipalityMin, .municipalityMax: Double(20)
    case .seekerSpells, .seekerCensored: numerators[Moment.seekersRegistered.ordinal]
    case .seekerMeasureMonths: numerators[Moment.seekerEndedWithMeasure.ordinal]
    default: moment.isCount ? numerators[moment.ordinal] : denominators[moment.ordinal]
    }
  }
}
