import PolicyCore
import PolicyReport

/// The files that `--json`, `--csv` and `--junit` ask for: tried first, written last.
struct ResultFiles {
  private var json: OutputFile?
  private var csv: OutputFile?
  /// Beside the other, and only when something was solved or searched.
  private var solutions: OutputFile?
  private var searches: OutputFile?
  /// The same for lives.
  private var traces: OutputFile?
  private var junit: OutputFile?

  /// - Throws: `Stop` when one cannot be written.
  init(_ options: ResultOptions, junit: String? = nil) throws {
    json = try options.json.map { try OutputFile($0) }
    let folder = try options.csv.map { try OutputFolder($0) }
    csv = try folder?.file("results.csv")
    solutions = try folder?.file("solutions.csv")
    searches = try folder?.file("searches.csv")
    traces = try folder?.file("traces.csv")
    self.junit = try junit.map { try OutputFile($0) }
  }

  func write(_ files: [FileResult], size: RunSize, workplace: Workplace) throws {
    if let json {
      let provenance = workplace.provenance(size, persons: size.persons)
      try json.write(ResultsJSON.document(files, provenance: provenance).text())
    }
    try csv?.write(ResultsCSV.text(files))
    if let text = ResultsCSV.solutions(files) { try solutions?.write(text) }
    if let text = ResultsCSV.searches(files) { try searches?.write(text) }
    if let text = ResultsCSV.traces(files) { try traces?.write(text) }
    try junit?.write(JUnitXML.text(files))
  }
}
