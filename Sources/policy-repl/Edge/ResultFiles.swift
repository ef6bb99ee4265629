import PolicyCore
import PolicyReport

/// The files that `--json`, `--csv` and `--junit` ask for: tried first, written last.
struct ResultFiles {
  private var json: OutputFile?
  private var csv: OutputFile?
  private var junit: OutputFile?

  /// - Throws: `Stop` when one cannot be written.
  init(_ options: ResultOptions, junit: String? = nil) throws {
    json = try options.json.map { try OutputFile($0) }
    csv = try options.csv.map { try OutputFolder($0).file("results.csv") }
    self.junit = try junit.map { try OutputFile($0) }
  }

  func write(_ files: [FileResult], size: RunSize, library: Library) throws {
    if let json {
      let provenance = Provenance(
        tool: Version.tool, engine: Version.number, data: library.digest, seed: size.seed,
        persons: size.persons, assumptions: size.assumptions, uncertainty: size.uncertainty)
      try json.write(ResultsJSON.document(files, provenance: provenance).text())
    }
    try csv?.write(ResultsCSV.text(files))
    try junit?.write(JUnitXML.text(files))
  }
}
