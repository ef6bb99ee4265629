import PolicyCore

/// Snapshots of a file as text that can be read and reviewed.
///
/// A statement stands at the beginning of a line; its run and its numbers stand below it, indented. Lines that begin with
/// `#` are comments.
public enum SnapshotFormat {
  /// A line that is not as the program writes it.
  public struct Malformed: Error, Hashable {
    public var line: Int
  }

  private static let columns = ["outcome", "scenario", "minus", "group", "year", "value", "low", "high", "unit"]
  private static let head = "  " + columns.joined(separator: " | ")

  /// - Parameter name: Of the policy file, without folders.
  public static func text(_ snapshots: [Snapshot], of name: String) -> String {
    var lines = [
      "# Snapshots of \(name), written by `policy-repl test --update`.",
      "# Numbers are in the units of the language; runs of another size, seed or set of assumptions are not compared.",
    ]
    for snapshot in snapshots {
      lines += ["", snapshot.text, "  run: \(run(snapshot.run))", head]
      lines += snapshot.rows.map { row in
        let cell = row.cell
        return "  "
          + ([cell.outcome, cell.scenario, cell.base, cell.group, "\(cell.year)"]
          + row.number.parts.map { $0.map { "\($0)" } ?? "" } + [cell.unit]).joined(separator: " | ")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func run(_ run: SnapshotRun) -> String {
    ([
      "persons \(run.persons)", "replicates \(run.replicates)", "seed \(run.seed)",
      "assumptions \(run.assumptions.rawValue)",
      "uncertainty \(run.uncertainty.rawValue)",
    ] + (run.population.map { ["population \($0)"] } ?? [])).joined(separator: ", ")
  }

  /// - Throws: `Malformed`.
  public static func read(_ text: String) throws(Malformed) -> [Snapshot] {
    var snapshots: [Snapshot] = []
    var statement: String?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty || line.hasPrefix("#") || line == head { continue }
      if !line.hasPrefix("  ") {
        guard statement == nil else { throw Malformed(line: index + 1) }
        statement = String(line)
      } else if let open = statement {
        guard line.hasPrefix("  run: "), let run = run(of: line.dropFirst("  run: ".count)) else {
          throw Malformed(line: index + 1)
        }
        snapshots.append(Snapshot(text: open, run: run, rows: []))
        statement = nil
      } else {
        guard !snapshots.isEmpty, let row = row(of: line.dropFirst(2)) else { throw Malformed(line: index + 1) }
        snapshots[snapshots.count - 1].rows.append(row)
      }
    }
    return snapshots
  }

  private static func run(of text: Substring) -> SnapshotRun? {
    var words: [String: String] = [:]
    for part in text.split(separator: ",") {
      let pair = part.split(separator: " ")
      guard pair.count == 2 else { return nil }
      words[String(pair[0])] = String(pair[1])
    }
    guard let persons = words["persons"].flatMap(Int.init), let replicates = words["replicates"].flatMap(Int.init),
      let seed = words["seed"].flatMap(UInt64.init),
      let assumptions = words["assumptions"].flatMap(AssumptionSet.init(rawValue:)),
      let uncertainty = words["uncertainty"].flatMap(RunUncertainty.init(rawValue:))
    else { return nil }
    return SnapshotRun(
      persons: persons, replicates: replicates, seed: seed, assumptions: assumptions, uncertainty: uncertainty,
      population: words["population"])
  }

  private static func row(of line: Substring) -> Snapshot.Row? {
    // What is empty stands between two blanks.
    let fields = line.split(separator: "|", omittingEmptySubsequences: false).map { field in
      String(field.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    guard fields.count == columns.count, let year = Int(fields[4]) else { return nil }
    var numbers: [Double?] = []
    for field in fields[5...7] {
      if field.isEmpty {
        numbers.append(nil)
      } else if let number = Double(field) {
        numbers.append(number)
      } else {
        return nil
      }
    }
    return Snapshot.Row(
      Snapshot.Cell(
        outcome: fields[0], scenario: fields[1], base: fields[2], group: fields[3], year: year, unit: fields[8]),
      Snapshot.Number(value: numbers[0], low: numbers[1], high: numbers[2]))
  }
}
