import Foundation
import Testing

/// Files that statements write: searches, exports and pictures of comparisons.
@Suite struct WrittenFilesTests {
  private static let program = """
    language 1
    use introduction_programme
    scenario longer from baseline
      programme.length = 36 months
    end
    compare baseline, longer over 5 years show employed plot employed by sex to "years.svg"
    export answer to "answer.csv"
    export answer to "answer.md"
    export longer to "longer.json"
    optimise longer over programme.length from 12 to 48 months step 12 months
      to maximise employed in year 5: longer - baseline
      subject to public_cost in year 5: longer - baseline at most 90_000 kr(2018) per year
      plot to "front.svg"
    end
    export answer to "searched.json"

    """
  private static let written = [
    "answer.csv", "answer.md", "front.svg", "longer.json", "results.csv", "searched.json", "searches.csv", "years.svg",
  ]

  private func run(_ arguments: [String], in scratch: Scratch) throws -> Program.Result {
    try Program.run(["run", "-"] + arguments, input: Self.program, in: scratch.url)
  }

  @Test func areTheSameForEveryNumberOfThreads() throws {
    var seen: Set<[Data]> = []
    for threads in ["1", "3"] {
      let scratch = try Scratch()
      let result = try run(["--csv", ".", "--threads", threads] + SimulationTests.size, in: scratch)
      #expect(result.status == 0, "\(result.errors)")
      #expect(try scratch.names().sorted() == Self.written)
      seen.insert(try Self.written.map { try Data(contentsOf: scratch.url.appending(path: $0)) })
    }
    #expect(seen.count == 1)
    let files = Dictionary(
      uniqueKeysWithValues: zip(Self.written, (seen.first ?? []).map { String(decoding: $0, as: UTF8.self) }))
    #expect(files["answer.csv"]?.contains("longer,baseline") == true)
    #expect(files["answer.md"]?.contains("| baseline |") == true)
    #expect(files["longer.json"]?.contains("\"36 months\"") == true)
    #expect(files["searched.json"]?.contains("\"isOnFront\"") == true)
    // A goal and a condition at each of four settings.
    #expect(files["searches.csv"]?.split(separator: "\n").count == 1 + 2 * 4)
    for picture in ["years.svg", "front.svg"] {
      #expect(files[picture]?.hasPrefix("<svg xmlns") == true && files[picture]?.contains("nan") == false)
    }
  }

  @Test func areTriedBeforeAnythingIsSimulated() throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      at: scratch.url.appending(path: "searched.json"), withIntermediateDirectories: false)
    let result = try run(SimulationTests.size, in: scratch)
    #expect(result.status == 3)
    #expect(result.output.isEmpty && result.errors.contains("searched.json"))
    #expect(try scratch.names() == ["searched.json"])
  }

  @Test func areNotWrittenByACheck() throws {
    let scratch = try Scratch()
    try Self.program.write(to: scratch.url.appending(path: "p.policy"), atomically: true, encoding: .utf8)
    let result = try Program.run(["check", "p.policy"], in: scratch.url)
    #expect(result.status == 0, "\(result.errors)")
    #expect(try scratch.names() == ["p.policy"])
  }
}
