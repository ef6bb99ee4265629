import PolicyCore
import PolicyLang
import Stdlib

@testable import Simulator

/// Tables of persons as texts and bytes, and what the reader says of them.
enum Table {
  static let texts = PopulationTexts { Stdlib.text($0) ?? "" }
  static let municipalities = Result { try Population.municipalities(from: texts) }

  /// A participant and another, both as they should be.
  static let participant =
    "7,man,somalia,flight_asylum,married,1_2,no,higher,track_1,few_problems,not_owner,no,no,both,yes,1983-01,2010-05,,,1"
  static let other =
    "8,woman,iran,family_immigration,married,0,no,higher,not_registered_in_track,problems,owner,no,no,both,no,1980-02,"
    + "1999-05,2017-09,12,1"

  static func text(_ rows: [String]) -> String { ([MicrodataColumn.header] + rows).joined(separator: "\n") + "\n" }

  /// A participant with one cell replaced.
  static func row(_ column: MicrodataColumn, _ cell: String, in row: String = participant) -> String {
    var cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    cells[Int(column.rawValue)] = cell
    return cells.joined(separator: ",")
  }

  /// - Parameter block: how many bytes the reader gets at a time.
  static func read(_ bytes: [UInt8], block: Int = 1 << 16) throws -> Result<Microdata, MicrodataFindings> {
    let reader = MicrodataReader(file: "t.csv", municipalities: try municipalities.get()) {
      Spelling.nearest(to: $0, among: $1)
    }
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count, !reader.isDone {
        let end = min(start + block, bytes.count)
        reader.take(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        start = end
      }
    }
    return Result { () throws(MicrodataFindings) in try reader.finish(named: "t.csv") }
  }

  static func read(_ text: String, block: Int = 1 << 16) throws -> Result<Microdata, MicrodataFindings> {
    try read(Array(text.utf8), block: block)
  }

  static func export(_ population: Population) throws -> String {
    var text = ""
    try PopulationExport(population).write(cancellation: Cancellation()) { text += $0 }
    return text
  }
}

extension MicrodataFindings {
  /// `data-date 2:97`, of those that are shown.
  var places: [String] {
    first.map { diagnostic in
      let place = diagnostic.primary.file.place(at: diagnostic.primary.span.start)
      return "\(diagnostic.id) \(place.line):\(place.column)"
    }
  }
}

/// All columns as one value, to compare populations to the bit.
struct Columns: Equatable {
  private let bytes: [[UInt8]]
  private let months: [[Int16]]
  private let municipality: [UInt16]
  private let weight: UInt32
  private let municipalities: [Municipality]

  init(_ population: Population) {
    func codes<Category: PersonCategory>(_ column: ContiguousArray<Category>) -> [UInt8] { column.map(\.rawValue) }
    bytes = [
      codes(population.sex), codes(population.country), codes(population.reason), codes(population.marital),
      codes(population.children), codes(population.loneParent), codes(population.education), codes(population.track),
      codes(population.health), codes(population.housing), codes(population.studentAid), codes(population.priorNav),
      codes(population.needGroup), population.isParticipant.map { $0 ? 1 : 0 },
    ]
    months = [Array(population.birthMonth), Array(population.arrival), Array(population.deathOrEmigration)]
    municipality = Array(population.municipality)
    weight = population.weight.bitPattern
    municipalities = population.municipalities
  }
}
