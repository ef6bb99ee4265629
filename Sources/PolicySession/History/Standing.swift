import PolicyLang

/// What of a journal is in force at its end, and what each definition was built on.
struct Standing {
  private(set) var entries: [Journal.Entry] = []
  /// The definition that holds each name, by its position.
  private(set) var holders: [DefinedName: Int] = [:]
  /// The earlier definitions that each definition refers to, by name.
  private(set) var references: [Int: [String: Int]] = [:]
  /// The positions of questions, each once: all that it is about stood by the last time.
  private(set) var questions: [Int] = []

  init(of journal: Journal) {
    for event in journal.events {
      switch event {
      case .said(let entries): add(entries)
      case .withdrawn(let load):
        holders = holders.filter { entries[$1].load != load || entries[$1].isUse }
        questions.removeAll { entries[$0].load == load }
      }
    }
    var asked: Set<String> = []
    questions = questions.reversed().filter { asked.insert(entries[$0].source.text.inWords).inserted }.reversed()
  }

  /// The names in force that a loading gave itself, without those of modules.
  func names(givenBy load: Int) -> Set<DefinedName> {
    Set(holders.filter { entries[$1].load == load && !entries[$1].isUse }.keys)
  }

  /// The definitions in force and those that they were built on.
  var needed: Set<Int> {
    var needed = Set(holders.values)
    var open = Array(needed)
    while let index = open.popLast() {
      for reference in (references[index] ?? [:]).values where needed.insert(reference).inserted {
        open.append(reference)
      }
    }
    return needed
  }

  private mutating func add(_ batch: [Journal.Entry]) {
    let first = entries.count
    entries += batch
    let definitions = batch.indices.filter { batch[$0].isDefinition }
    // What a file defines itself is in force over what its modules bring.
    for offset in definitions.filter({ batch[$0].isUse }) + definitions.filter({ !batch[$0].isUse }) {
      for name in batch[offset].source.defines {
        holders[name] = first + offset
      }
    }
    for offset in definitions where !batch[offset].isUse {
      let own = Set(batch[offset].source.defines.map(\.text))
      let pairs = Language.names(in: batch[offset].source.text).subtracting(own).compactMap { name in
        holders[DefinedName(name)].map { (name, $0) }
      }
      references[first + offset] = Dictionary(uniqueKeysWithValues: pairs)
    }
    questions += batch.indices.filter { !batch[$0].isDefinition }.map { first + $0 }
  }
}

extension String {
  /// The text with single blanks, to see whether two say the same.
  fileprivate var inWords: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
