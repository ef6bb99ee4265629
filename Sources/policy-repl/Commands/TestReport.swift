import PolicyCore
import PolicyReport

/// What `test` prints: a line for each file, its failures under it, and a summary.
struct TestReport {
  let console: Console
  let size: RunSize
  let pathWidth: Int

  func show(_ file: FileResult) throws {
    if !file.diagnostics.isEmpty { console.note(file.diagnostics) }
    if let failure = file.failure { console.complain(failure) }
    let bad = file.expectations.filter { $0.status != .passed }
    let changed = file.snapshots.filter { $0.status != .matched }
    if console.isQuiet && bad.isEmpty && changed.isEmpty && !file.hasErrors && file.failure == nil { return }
    let seconds = NumberFormat(console.language).fixed(file.seconds, decimals: 1)
    try console.print(
      "  \(mark(file))  \(file.path.padded(to: pathWidth + 2))\(tally(file).padded(to: 26))\(seconds) s")
    for result in bad {
      let text = ExpectationText(result, style: console.outputStyle).text
      try print(text)
    }
    for result in changed { try print(SnapshotText(result, style: console.outputStyle).text) }
  }

  private func print(_ text: String) throws {
    try console.print(text.split(separator: "\n").map { "        \($0)" }.joined(separator: "\n"))
  }

  func showSummary(_ files: [FileResult]) throws {
    let all = files.flatMap(\.expectations)
    let number = NumberFormat(console.language)
    func count(_ status: ExpectationResult.Status) -> Int { all.count { $0.status == status } }
    let snapshots = SnapshotTally(files.flatMap(\.snapshots)).text
    let seconds = number.fixed(files.reduce(0) { $0 + $1.seconds }, decimals: 1)
    let persons = number.integer(size.persons)
    let errors = files.count { $0.hasErrors || $0.failure != nil }
    let label = Label(
      nb: "\(count(.passed)) holdt, \(count(.failed)) feilet, \(count(.undecided)) uavgjort" + snapshots.nb
        + (errors > 0 ? ", \(errors) \(errors == 1 ? "fil" : "filer") kunne ikke kjøres" : "")
        + " · \(persons) personer × \(size.replicates) kjøringer · frø \(size.seed) · \(seconds) s",
      en: "\(count(.passed)) passed, \(count(.failed)) failed, \(count(.undecided)) undecided" + snapshots.en
        + (errors > 0 ? ", \(errors) \(errors == 1 ? "file" : "files") could not be run" : "")
        + " · \(persons) persons × \(size.replicates) runs · seed \(size.seed) · \(seconds) s")
    try console.print("  " + label[console.language])
    if let remark = size.assumptions.remark { try console.print("  " + remark[console.language]) }
  }

  private func mark(_ file: FileResult) -> String {
    if file.hasErrors || file.failure != nil { return console.language == .nb ? "FEIL " : "ERROR" }
    if file.expectations.isEmpty && file.snapshots.isEmpty { return "-    " }
    if file.expectations.allSatisfy(\.isAcceptable) && file.snapshots.allSatisfy(\.isAcceptable) { return "ok   " }
    return console.language == .nb ? "BRUDD" : "FAIL "
  }

  private func tally(_ file: FileResult) -> String {
    let all = file.expectations.count + file.snapshots.count
    let bad =
      file.expectations.count { $0.status != .passed }
      + file.snapshots.count { $0.status != .matched && $0.status != .recorded }
    let isNorwegian = console.language == .nb
    if file.hasErrors || file.failure != nil { return isNorwegian ? "ikke kjørt" : "not run" }
    if all == 0 { return isNorwegian ? "ingen forventninger" : "no expectations" }
    if bad > 0 { return isNorwegian ? "\(bad) av \(all) holdt ikke" : "\(bad) of \(all) did not hold" }
    if isNorwegian { return "\(all) \(all == 1 ? "forventning" : "forventninger")" }
    return "\(all) \(all == 1 ? "expectation" : "expectations")"
  }
}
