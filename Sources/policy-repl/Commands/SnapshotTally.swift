import PolicyCore

/// How many snapshots became what, after the numbers of expectations; nothing where there are none.
struct SnapshotTally {
  let text: Label

  init(_ results: [SnapshotResult]) {
    func count(_ status: SnapshotResult.Status) -> Int { results.count { $0.status == status } }
    let parts = [
      (count(.matched), Label(nb: "som før", en: "as recorded")), (count(.differs), Label(nb: "endret", en: "changed")),
      (count(.missing), Label(nb: "mangler", en: "missing")),
      (count(.notCompared), Label(nb: "ikke sammenlignet", en: "not compared")),
      (count(.recorded), Label(nb: "skrevet", en: "recorded")),
    ].filter { $0.0 > 0 }
    guard !parts.isEmpty else {
      text = Label(nb: "", en: "")
      return
    }
    text = Label(
      nb: "; øyeblikksbilder: " + parts.map { "\($0.0) \($0.1.nb)" }.joined(separator: ", "),
      en: "; snapshots: " + parts.map { "\($0.0) \($0.1.en)" }.joined(separator: ", "))
  }
}
