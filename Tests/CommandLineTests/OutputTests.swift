import Foundation
import Testing

/// Result files: tried before a simulation, replaced whole, or left alone.
@Suite struct OutputTests {
  @Test(arguments: ["--json", "--csv"]) func whatCannotBeWrittenIsSaidFirst(option: String) throws {
    let scratch = try Scratch()
    try scratch.file("blocked", "a file is no folder")
    let result = try Program.run([option, "blocked/results"], input: "1 + 1\n", in: scratch.url)
    #expect(result.status == 3)
    #expect(result.output == "")
    #expect(result.errors.contains("blocked/results cannot be") || result.errors.contains("blocked/results cannot"))
    #expect(try scratch.names() == ["blocked"])
  }

  @Test func resultFilesAreReplacedAsAWhole() throws {
    let scratch = try Scratch()
    let file = try scratch.file("results.json", String(repeating: "old ", count: 10_000))
    let result = try Program.run(["--json", "results.json", "--csv", "out"], input: "1 + 1\n", in: scratch.url)
    #expect(result.status == 0)
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.hasPrefix("{") && text.hasSuffix("}\n") && text.contains("\"schemaVersion\": 1"))
    #expect(try scratch.names() == ["out", "results.json"])
  }

  @Test func devicesAreWrittenThrough() throws {
    #expect(try Program.run(["--json", "/dev/null"], input: "1\n").status == 0)
    let full = try Program.run(["--json", "/dev/full"], input: "1\n")
    #expect(full.status == 3)
    #expect(full.errors.contains("/dev/full cannot be written: No space left on device."))
  }

  @Test func aReaderThatLeavesEndsTheProgramQuietly() throws {
    let scratch = try Scratch()
    let script = "'\(Program.path)' population 2>errors | head -n 1 >head; test ! -s errors"
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = scratch.url
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
