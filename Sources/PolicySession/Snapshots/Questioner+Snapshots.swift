import PolicyCore

extension Questioner {
  /// Compares an answer with the one on record.
  ///
  /// - Parameters:
  ///   - ordinal: Of the statement among its likes, from 1.
  ///   - recorded: By statement; `nil` where there is no place for records.
  func check(_ plan: SnapshotPlan, ordinal: Int, against recorded: [String: Snapshot]?) throws -> SnapshotResult {
    let found = Snapshot(of: plan, try answer(plan.question))
    var result = SnapshotResult(
      id: "snapshot-\(ordinal)-\(Self.slug(plan.text))", place: plan.place, text: plan.text, status: .matched,
      found: found, isWarning: plan.isWarning)
    guard let recorded else {
      result.status = .notCompared
      result.remark = Label(
        nb: "Ikke sammenlignet: bare filer har noe på plass å sammenligne med.",
        en: "Not compared: only files have a record to compare with.")
      return result
    }
    guard let earlier = recorded[plan.text] else {
      result.status = .missing
      result.remark = Label(
        nb: "Det finnes ikke noe å sammenligne med ennå: `policy-repl test --update` skriver det.",
        en: "There is nothing to compare with yet: `policy-repl test --update` records it.")
      return result
    }
    guard earlier.run == found.run else {
      result.status = .notCompared
      result.recordedRun = earlier.run
      return result
    }
    result.differences = found.differences(from: earlier, tolerances: plan.tolerances)
    result.status = result.differences.isEmpty ? .matched : .differs
    return result
  }
}
