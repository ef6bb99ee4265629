import PolicyCore
import Testing

@testable import PolicyReport

@Suite struct SnapshotReportTests {
  private static let run = SnapshotRun(
    persons: 300_000, replicates: 20, seed: 1, assumptions: .central, uncertainty: .monteCarlo)

  private static func cell(_ year: Int, group: String = "") -> Snapshot.Cell {
    Snapshot.Cell(outcome: "employed", scenario: "longer", base: "baseline", group: group, year: year, unit: "pp")
  }

  private static let snapshot = Snapshot(
    text: "expect compare baseline, longer in year 5 show employed matches snapshot", run: run,
    rows: [
      Snapshot.Row(cell(5), Snapshot.Number(value: -1.25, low: -1.5, high: -1)),
      Snapshot.Row(cell(5, group: "sex=woman;age=20_29"), Snapshot.Number()),
    ])

  static func result(_ status: SnapshotResult.Status, isWarning: Bool = false) -> SnapshotResult {
    var other = run
    other.replicates = 8
    return SnapshotResult(
      id: "snapshot-1", place: Place(file: "x.policy", line: 7, column: 1), text: snapshot.text, status: status,
      found: snapshot, recordedRun: status == .notCompared ? other : nil,
      differences: status == .differs
        ? [
          .init(
            cell: cell(5), recorded: Snapshot.Number(value: -1.0, low: -1.2, high: -0.8), found: snapshot.rows[0].number
          )
        ]
        : [], isWarning: isWarning)
  }

  @Test func whatIsWrittenIsRead() throws {
    let all = [
      Self.snapshot,
      Snapshot(text: "expect compare baseline in year 1 show a matches snapshot", run: Self.run, rows: []),
    ]
    let text = SnapshotFormat.text(all, of: "x.policy")
    #expect(try SnapshotFormat.read(text) == all)
    #expect(text.contains("\n  employed | longer | baseline |  | 5 | -1.25 | -1.5 | -1.0 | pp\n"))
    #expect(text.contains("\n  run: persons 300000, replicates 20, seed 1, assumptions central, "))
  }

  @Test(arguments: [
    ("  a | b\n", 1), ("expect x\nexpect y\n", 2), ("expect x\n  run: persons 3\n", 2), ("expect x\n  a | b\n", 2),
    ("expect x\n  run: persons 3, replicates 1, seed 1, assumptions central, uncertainty monte_carlo\n  a | b\n", 3),
  ]) func damageIsFound(text: String, line: Int) {
    #expect(throws: SnapshotFormat.Malformed(line: line)) { try SnapshotFormat.read(text) }
  }

  @Test func differencesAreNumbersSideBySide() {
    let text = SnapshotText(Self.result(.differs), style: TextStyle(width: 120)).text
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines[0] == "DIFFERS expect at x.policy:7")
    #expect(lines[2] == "  1 of 2 numbers are not as recorded.")
    #expect(
      lines[4].hasPrefix("  employed, longer - baseline, year 5   −1.000 (−1.200 – −0.800)   −1.250 (−1.500 – −1.000)"))
    #expect(lines[4].hasSuffix("−0.250 pp"))
    let nb = SnapshotText(Self.result(.notCompared), style: TextStyle(language: .nb)).text
    #expect(nb.hasPrefix("UAVGJORT") && nb.contains("8 kjøringer") && nb.contains("20 kjøringer"))
  }

  @Test func junitAndJSONShowThem() throws {
    let file = FileResult(
      path: "x.policy",
      snapshots: [Self.result(.matched), Self.result(.differs), Self.result(.missing, isWarning: true)])
    let xml = JUnitXML.text([file])
    #expect(xml.contains("tests=\"3\" failures=\"1\"") && xml.contains("type=\"differs\""))
    #expect(xml.contains("−1.250"))
    let json = ResultsJSON.file(file).text()
    #expect(json.contains("\"snapshots\"") && json.contains("\"status\": \"differs\"") && json.contains("-1.25"))
    #expect(!ResultsJSON.file(FileResult(path: "x.policy")).text().contains("snapshots"))
  }
}
