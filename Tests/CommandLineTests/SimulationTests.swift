import Foundation
import Testing

/// What a simulation ends with, on a small size: the numbers themselves are tested elsewhere.
@Suite struct SimulationTests {
  static let program = """
    language 1
    use introduction_programme
    scenario same from baseline
    end
    compare baseline, same over 3 years show employed
    expect employed in year 2: same - baseline between 0 pp and 0 pp

    """
  static let failing = "expect employed in year 2: baseline at least 99 %\n"
  static let size = ["--persons", "3000", "--replicates", "2", "--quiet"]

  @Test(arguments: [
    (program, "run", 0), (program + failing, "run", 1), (program, "test", 0), (program + failing, "test", 1),
    ("language 1\nlet x = 1\n", "test", 5), ("language 1\nlet x = 1\n", "run", 0), ("nonsense here\n", "test", 2),
  ])
  func exitCodes(text: String, command: String, status: Int32) throws {
    let scratch = try Scratch()
    try scratch.file("a.policy", text)
    let result = try Program.run([command, "a.policy"] + Self.size, in: scratch.url)
    #expect(result.status == status, "\(result.output)\(result.errors)")
    if status == 1 { #expect(result.output.contains("a.policy:7")) }
  }

  @Test func resultsAreTheSameInEveryFormatAndForEveryNumberOfThreads() throws {
    let scratch = try Scratch()
    var documents: Set<String> = []
    for threads in ["1", "3"] {
      let result = try Program.run(
        ["run", "-", "--json", "r.json", "--csv", "csv", "--threads", threads] + Self.size, input: Self.program,
        in: scratch.url)
      #expect(result.status == 0, "\(result.errors)")
      documents.insert(try String(contentsOf: scratch.url.appending(path: "r.json"), encoding: .utf8))
    }
    #expect(documents.count == 1)
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data((documents.first ?? "").utf8)) as? [String: Any])
    let file = try #require((document["files"] as? [[String: Any]])?.first)
    let rows = try #require(file["results"] as? [[String: Any]])
    // Three years of two levels and one difference, exactly zero.
    #expect(rows.count == 9)
    #expect(rows.filter { $0["base"] as? String == "baseline" }.allSatisfy { $0["value"] as? Double == 0 })
    let csv = try String(contentsOf: scratch.url.appending(path: "csv/results.csv"), encoding: .utf8)
    #expect(csv.split(separator: "\n").count == 10)
  }

  @Test func testWritesJUnitAndNamesWhatFailed() throws {
    let scratch = try Scratch()
    try scratch.file("folder/b.policy", Self.program)
    try scratch.file("folder/deeper/a.policy", Self.program + Self.failing)
    let result = try Program.run(
      ["test", "folder", "--junit", "r.xml", "--persons", "3000", "--replicates", "2"], in: scratch.url)
    #expect(result.status == 1)
    #expect(result.output.contains("ok     folder/b.policy"))
    #expect(result.output.contains("FAIL   folder/deeper/a.policy"))
    #expect(result.output.contains("2 passed, 1 failed, 0 undecided"))
    let xml = try String(contentsOf: scratch.url.appending(path: "r.xml"), encoding: .utf8)
    #expect(xml.contains("<testsuites name=\"policy-repl\" tests=\"3\" failures=\"1\""))
    #expect(
      try Program.run(["test", "folder", "--filter", "b.pol"] + Self.size, in: scratch.url).status == 0)
  }

  @Test func panelAndPopulationAreWritten() throws {
    let scratch = try Scratch()
    let panel = try Program.run(
      ["panel", "job_seekers", "--out", "panel.csv", "--persons", "2000", "--model", "1"], in: scratch.url)
    #expect(panel.status == 0, "\(panel.errors)")
    let header = try String(contentsOf: scratch.url.appending(path: "panel.csv"), encoding: .utf8).prefix { $0 != "\n" }
    #expect(header.hasPrefix("person,spell,duration,event,measure,sex,age") && header.hasSuffix("frailty"))
    #expect(try Program.run(["panel", "no_such_panel", "--out", "x"], in: scratch.url).status == 64)
    #expect(try Program.run(["panel", "job_seekers", "--out", "no/where.csv"], in: scratch.url).status == 3)
    let population = try Program.run(["population", "--persons", "5000"])
    #expect(population.status == 0 && population.output.contains("pp"))
  }

  /// A lever that is declared in the library alone is found everywhere.
  @Test func aLeverOfTheLibraryIsKnownEverywhere() throws {
    let scratch = try Scratch()
    let library = URL(filePath: #filePath).appending(path: "../../../stdlib").standardized
    try FileManager.default.copyItem(at: library, to: scratch.url.appending(path: "stdlib"))
    let levers = scratch.url.appending(path: "stdlib/levers.policy")
    let own = """

      ## Brings NAV in from the first week.
      lever quick_start sets nav.involvement
        label    nb "hurtigstart" en "quick start"
        domain   0 % to 100 %
        baseline 13 %
      end

      """
    try Data((try String(contentsOf: levers, encoding: .utf8) + own).utf8).write(to: levers)
    let session = ["--stdlib", "stdlib", "--color", "never"]
    let page = try Program.run(["doc", "quick_start"] + session, in: scratch.url)
    #expect(page.status == 0 && page.output.contains("Brings NAV in from the first week."), "\(page.errors)")
    let help = try Program.run(session, input: "use introduction_programme\n:help names\n", in: scratch.url)
    #expect(help.output.contains("quick_start"))
    let use = "use introduction_programme\nscenario s from baseline\n  quick_start = 90 %\nend\n:doc s\n"
    #expect(try Program.run(session, input: use, in: scratch.url).status == 0)
  }
}

/// What is assumed, as commands and result files say it.
@Suite struct AssumptionCommandTests {
  @Test func assumptionsAreListedAndWritten() throws {
    let scratch = try Scratch()
    let result = try Program.run(
      ["assumptions", "norwegian.target", "--persons", "2000", "--json", "a.json", "--csv", "csv", "--assumptions"]
        + ["optimistic"], in: scratch.url)
    #expect(result.status == 0 && result.output.contains("norwegian.effect_on_job = 0.4"), "\(result.errors)")
    let json = try Data(contentsOf: scratch.url.appending(path: "a.json"))
    let document = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
    #expect(document["assumptions"] as? String == "optimistic")
    #expect((document["parameters"] as? [[String: Any]])?.count == 5)
    #expect(
      try String(contentsOf: scratch.url.appending(path: "csv/assumptions.csv"), encoding: .utf8).hasPrefix("par"))
    let session = try Program.run(
      ["--persons", "2000"], input: "use introduction_programme\n:assumptions norwegian.attainment\n")
    #expect(session.status == 0 && session.output.contains("norwegian.attainment = 0.5"), "\(session.errors)")
  }

  @Test func resultFilesSayWhatWasVaried() throws {
    let scratch = try Scratch()
    let result = try Program.run(
      ["run", "-", "--json", "r.json", "--uncertainty", "parameters", "--assumptions", "cautious"]
        + SimulationTests.size, input: SimulationTests.program, in: scratch.url)
    #expect(result.status == 0 && result.output.contains("Cautious assumptions"), "\(result.errors)")
    let json = try Data(contentsOf: scratch.url.appending(path: "r.json"))
    let document = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
    #expect(document["assumptions"] as? String == "cautious")
    #expect(document["uncertainty"] as? String == "parameters")
    let rows = try #require((document["files"] as? [[String: Any]])?.first?["results"] as? [[String: Any]])
    #expect(rows.allSatisfy { $0["interval"] as? [String] == ["monte_carlo", "parameters"] })
  }
}
