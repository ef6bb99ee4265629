import Foundation
import Testing

/// Sweeps and solutions in result files and pictures; their numbers are compared with each other, not with a record.
@Suite struct SweepTests {
  static let program = """
    language 1
    use introduction_programme
    scenario written from baseline
      programme.length = 36 months
    end
    sweep programme.length of baseline from 12 to 48 months step 12 months over 5 years
      show employed, public_cost
      plot employed by sex to "length.svg"
    end
    compare baseline, written over 5 years show employed, public_cost
    solve programme.length of baseline from 12 to 48 months so that employed in year 5: baseline at least 5 %

    """

  private func run(_ threads: String, in scratch: Scratch) throws -> [String: Any] {
    let result = try Program.run(
      ["run", "-", "--json", "r.json", "--csv", ".", "--threads", threads] + SimulationTests.size, input: Self.program,
      in: scratch.url)
    #expect(result.status == 0, "\(result.errors)")
    let json = try Data(contentsOf: scratch.url.appending(path: "r.json"))
    let document = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
    return try #require((document["files"] as? [[String: Any]])?.first)
  }

  @Test func aPointIsTheComparisonToTheBitInFilesToo() throws {
    let scratch = try Scratch()
    let file = try run("1", in: scratch)
    let rows = try #require(file["results"] as? [[String: Any]])
    func numbers(_ rows: [[String: Any]]) -> Set<[String]> {
      Set(
        rows.filter { $0["year"] as? Int == 5 && ($0["group"] as? [String: String])?.isEmpty == true }.map { row in
          ["outcome", "base", "unit", "value", "low", "high"].map { "\(row[$0] ?? "")" }
        })
    }
    func question(_ row: [String: Any]) -> String { row["question"] as? String ?? "" }
    let point = rows.filter { row in
      let setting = (row["settings"] as? [[String: Any]])?.first
      return question(row).hasPrefix("sweep") && setting?["value"] as? Double == 36
        && setting?["lever"] as? String == "programme.length" && setting?["unit"] as? String == "months"
    }
    let written = rows.filter { question($0).hasPrefix("compare") && $0["scenario"] as? String == "written" }
    #expect(numbers(point).count == 4)
    #expect(numbers(point) == numbers(written))
    // Two outcomes at four points and the reference, and one of them again by sex.
    #expect(rows.count { question($0).hasPrefix("sweep") } == 2 * (5 + 4) + 2 * (5 + 4))
  }

  @Test func filesAndPicturesAreTheSameForEveryNumberOfThreads() throws {
    var seen: Set<[Data]> = []
    for threads in ["1", "3"] {
      let scratch = try Scratch()
      let file = try run(threads, in: scratch)
      #expect((file["solutions"] as? [[String: Any]])?.first?["status"] as? String == "everywhere")
      #expect(try scratch.names().sorted() == ["length.svg", "r.json", "results.csv", "solutions.csv"])
      seen.insert(
        try ["length.svg", "r.json", "results.csv", "solutions.csv"].map {
          try Data(contentsOf: scratch.url.appending(path: $0))
        })
    }
    #expect(seen.count == 1)
    let svg = String(decoding: seen.first?[0] ?? Data(), as: UTF8.self)
    #expect(svg.hasPrefix("<svg xmlns") && svg.hasSuffix("</svg>\n") && svg.contains("seed 1"))
  }
}
