import PolicyCore

/// A population as a table of comma-separated values, one person a row.
public struct PopulationExport {
  private static let personsPerBlock = 1024

  private let population: Population

  public init(_ population: Population) { self.population = population }

  /// Writes the header and all rows, in blocks of whole lines.
  ///
  /// - Throws: `Cancelled`, and what `write` throws.
  public func write(
    cancellation: Cancellation, progress: (Double) -> Void = { _ in }, to write: (String) throws -> Void
  ) throws {
    try write(MicrodataColumn.header + "\n")
    var text = ""
    for person in population.indices {
      text += row(person)
      if person % Self.personsPerBlock == Self.personsPerBlock - 1 || person == population.count - 1 {
        if cancellation.isCancelled { throw Cancelled() }
        progress(Double(person) / Double(population.count))
        try write(text)
        text.removeAll(keepingCapacity: true)
      }
    }
  }

  private func row(_ person: Int) -> String {
    let last = population.deathOrEmigration[person]
    let home = population.municipality[person]
    var text = "\(person),\(population.sex[person].key),\(population.country[person].key),"
    text += "\(population.reason[person].key),\(population.marital[person].key),\(population.children[person].key),"
    text += "\(population.loneParent[person].key),\(population.education[person].key),\(population.track[person].key),"
    text += "\(population.health[person].key),\(population.housing[person].key),"
    text += "\(population.studentAid[person].key),\(population.priorNav[person].key),"
    text += "\(population.needGroup[person].key),\(population.isParticipant[person] ? "yes" : "no"),"
    text += "\(month(population.birthMonth[person])),\(month(population.arrival[person])),"
    text += "\(last == .max ? "" : month(last)),"
    // Municipalities are numbered from 1.
    text += "\(home == Population.noMunicipality ? "" : String(Int(home) + 1)),\(population.weight)\n"
    return text
  }

  private func month(_ month: Int16) -> String { (Population.start + Int(month)).description }
}
