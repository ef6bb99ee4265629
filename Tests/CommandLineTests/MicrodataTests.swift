import Foundation
import Testing

/// Own microdata from the command line: simulated like the synthetic persons, and never given away.
@Suite struct MicrodataTests {
  static let program = """
    language 1
    use introduction_programme
    scenario longer from baseline
      programme.length = 36 months
    end
    compare baseline, longer over 3 years by sex show employed
    expect employed of women in year 2: baseline at least 1 %

    """
  static let size = ["--replicates", "2"]

  /// Two hundred participants, of whom three are women.
  static func table(_ scratch: Scratch, name: String) throws {
    let made = try Program.run(["population", "export", "--out", "all.csv", "--persons", "4000"], in: scratch.url)
    #expect(made.status == 0, "\(made.errors)")
    let all = try String(contentsOf: scratch.url.appending(path: "all.csv"), encoding: .utf8).split(separator: "\n")
    let men = all.filter { $0.contains(",yes,") && $0.contains(",man,") }.prefix(200)
    let women = men.prefix(3).enumerated().map { index, row in
      "confidential\(index)," + row.split(separator: ",", maxSplits: 1)[1].replacing("man,", with: "woman,")
    }
    try scratch.file(name, ([String(all[0])] + men.dropFirst(3).map(String.init) + women).joined(separator: "\n"))
  }

  @Test func theExportGivesTheSameAnswers() throws {
    let scratch = try Scratch()
    try scratch.file("a.policy", SimulationTests.program)
    let made = try Program.run(["population", "export", "--out", "p.csv", "--persons", "3000"], in: scratch.url)
    #expect(made.status == 0, "\(made.errors)")
    func results(_ options: [String]) throws -> (document: [String: Any], results: NSArray) {
      let run = try Program.run(["run", "a.policy", "--json", "r.json"] + Self.size + options, in: scratch.url)
      #expect(run.status == 0, "\(run.errors)")
      let data = try Data(contentsOf: scratch.url.appending(path: "r.json"))
      let document = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      let file = try #require((document["files"] as? [[String: Any]])?.first)
      return (document, [file["results"] ?? "", file["expectations"] ?? ""] as NSArray)
    }
    let synthetic = try results(["--persons", "3000"])
    let own = try results(["--population", "p.csv"])
    #expect(own.results == synthetic.results)
    #expect(own.document["persons"] as? Int == 3_000)
    #expect(synthetic.document["population"] == nil)
    let provenance = try #require(own.document["population"] as? [String: Any])
    #expect(provenance["file"] as? String == "p.csv" && provenance["rows"] as? Int == 3_000)
    #expect((provenance["fingerprint"] as? String)?.count == 16)
  }

  @Test func whatRestsOnFewPersonsIsNotShown() throws {
    let scratch = try Scratch()
    try scratch.file("a.policy", Self.program)
    try Self.table(scratch, name: "folder/own.csv")
    let run = try Program.run(
      ["run", "a.policy", "--population", "folder/own.csv", "--json", "r.json", "--csv", "out"] + Self.size,
      in: scratch.url)
    #expect(run.status == 1, "\(run.errors)")
    #expect(run.output.contains("· : hidden, rests on"))
    #expect(run.output.contains("Own microdata: own.csv, 200 rows"))
    #expect(run.output.contains("UNDECIDED expect at a.policy:7"))
    #expect(run.output.contains("The number rests on fewer than 5 persons"))
    let json = try String(contentsOf: scratch.url.appending(path: "r.json"), encoding: .utf8)
    #expect(!json.contains("folder/"))
    #expect(json.contains("\"value\": null") && json.contains("\"suppressed\": true"))
    let document = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let rows = try #require((document["files"] as? [[String: Any]])?.first?["results"] as? [[String: Any]])
    for row in rows {
      let isGroup = (row["group"] as? [String: Any])?.isEmpty == false
      #expect((row["suppressed"] as? Bool ?? false) == isGroup && (row["value"] is NSNull) == isGroup)
    }
    let csv = try String(contentsOf: scratch.url.appending(path: "out/results.csv"), encoding: .utf8)
    #expect(csv.contains("sex=woman,2,%,:,:,:,") && csv.contains("sex=man,2,pp,:,:,:,"))
  }

  @Test func rowsOfPersonsAreWrittenOnlyWhenAllowed() throws {
    let scratch = try Scratch()
    try Self.table(scratch, name: "own.csv")
    let before = try scratch.names()
    for command in [["panel", "job_seekers", "--out", "x.csv"], ["population", "export", "--out", "x.csv"]] {
      let refused = try Program.run(command + ["--population", "own.csv"], in: scratch.url)
      #expect(refused.status == 64 && refused.errors.contains("--allow-individuals"), "\(refused.errors)")
      #expect(try scratch.names() == before)
      let allowed = try Program.run(
        command + ["--population", "own.csv", "--allow-individuals", "--quiet"], in: scratch.url)
      #expect(allowed.status == 0, "\(allowed.errors)")
      try FileManager.default.removeItem(at: scratch.url.appending(path: "x.csv"))
    }
  }

  @Test func aTableWithErrorsSimulatesNothing() throws {
    let scratch = try Scratch()
    try scratch.file("a.policy", Self.program)
    let table = try scratch.file("own.csv")
    try Self.table(scratch, name: "own.csv")
    var bytes = try Data(contentsOf: table)
    bytes.append(contentsOf: [0x0A, 0xF8, 0x0A])
    try bytes.write(to: table)
    for command in [["run", "a.policy"], ["test", "a.policy"], ["validate"], ["population", "check", "own.csv"], []] {
      let options = command.first == "population" ? [] : ["--population", "own.csv"]
      let result = try Program.run(command + options, input: "1 + 1\n", in: scratch.url)
      #expect(result.status == 2 && result.output == "", "\(command) \(result.output)")
      #expect(result.errors.contains("`ø` in Latin-1") && result.errors.contains("own.csv: 1 problem."))
    }
  }

  #if os(Linux)
    @Test func aSessionKeepsNothingOfTheTable() throws {
      let scratch = try Scratch()
      try Self.table(scratch, name: "own.csv")
      let home = try Scratch()
      let path = scratch.url.appending(path: "own.csv").path
      let terminal = try PseudoTerminal(["--color", "never", "--population", path, "--replicates", "2"], home: home)
      #expect(terminal.wait(for: "policy> ") != nil)
      terminal.type("use introduction_programme\r")
      #expect(terminal.wait(for: "policy> ") != nil)
      terminal.type("compare baseline over 3 years by sex show employed\r")
      #expect(terminal.wait(for: "Own microdata: own.csv, 200 rows") != nil)
      #expect(terminal.wait(for: "policy> ") != nil)
      terminal.type(":quit\r")
      #expect(terminal.exitStatus() == 0)
      let files = FileManager.default.enumerator(at: home.url, includingPropertiesForKeys: nil)?.allObjects as? [URL]
      var stored: [String] = []
      for file in files ?? [] where !file.hasDirectoryPath {
        stored.append(file.lastPathComponent)
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        #expect(!text.contains("confidential") && !text.contains("flight_asylum") && !text.contains("own.csv"))
      }
      #expect(stored == ["history"])
    }
  #endif
}
