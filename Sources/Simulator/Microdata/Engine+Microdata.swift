import PolicyCore

extension Engine {
  /// A result as it may be shown: of own microdata without what rests on few persons, and with whose it is.
  func shown(_ result: ComparisonResult, of population: Population) -> ComparisonResult {
    guard let microdata else { return result }
    var result = Suppression(weight: Double(population.weight)).applied(to: result)
    result.microdata = microdata.source
    result.notes.insert(microdata.note(persons: population.count), at: 0)
    return result
  }

  /// A fact's row as it may be shown.
  func shown(_ row: ValidationRow, _ moment: Moment, measuredOn sums: [MomentSums]) -> ValidationRow {
    guard microdata != nil, row.simulated != nil else { return row }
    let persons = sums.reduce(0) { $0 + $1.persons(behind: moment) } / Double(max(sums.count, 1))
    guard persons < Double(Suppression.fewest) else { return row }
    var row = row
    (row.simulated, row.low, row.high, row.error) = (nil, nil, nil, nil)
    row.isSuppressed = true
    return row
  }
}
