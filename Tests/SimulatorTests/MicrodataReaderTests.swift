import PolicyCore
import Testing

@testable import Simulator

/// Reading tables of own persons: what is right comes out as it went in, what is wrong is found where it stands.
@Suite struct MicrodataReaderTests {
  @Test(arguments: [1 << 20, 4096, 13, 1]) func whatIsExportedComesBackToTheBit(block: Int) throws {
    let population = try Population.make(from: Table.texts, persons: block == 1 ? 200 : 3_000)
    let microdata = try Table.read(try Table.export(population), block: block).get()
    #expect(Columns(microdata.population(persons: population.count)) == Columns(population))
    #expect(microdata.source.rows == population.count && microdata.hasEqualWeights)
  }

  @Test func answersAreTheSame() throws {
    let engine = try TestEngine.make()
    let size = RunSize(persons: 4_000, replicates: 2, seed: 3, threads: 2)
    let microdata = try Table.read(try Table.export(engine.population(persons: 4_000))).get()
    let own = try TestEngine.make(microdata: microdata)
    let longer = TestEngine.scenario("longer", [(.programmeLength, .quantity(Quantity(36, .months)))])
    let synthetic = try TestEngine.answer([TestEngine.baseline, longer], by: [.sex], size: size, engine: engine)
    var answer = try TestEngine.answer([TestEngine.baseline, longer], by: [.sex], size: size, engine: own)
    #expect(answer.rows == synthetic.rows)
    #expect(answer.microdata == microdata.source && answer.notes.count == 1)
    // Asking for more than there are changes nothing.
    let more = RunSize(persons: 1_000_000, replicates: 2, seed: 3, threads: 1)
    answer = try TestEngine.answer([TestEngine.baseline, longer], by: [.sex], size: more, engine: own)
    #expect(answer.rows == synthetic.rows)
  }

  @Test func tablesOfOtherProgramsAreRead() throws {
    let text = Table.text([Table.participant, Table.other])
    let plain = Columns(try Table.read(text).get().population(persons: 2))
    let quoted = text.split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map { "\"\($0)\"" }.joined(separator: ",")
    }.joined(separator: "\r\n")
    let semicolons = text.replacing(",", with: ";").replacing(";1\n", with: ";1,0\n")
    let turned = text.split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).reversed().joined(separator: ",")
    }.joined(separator: "\n")
    for (name, other) in [
      ("quoted", quoted), ("semicolons", semicolons), ("tabs", text.replacing(",", with: "\t")),
      ("BOM", "\u{FEFF}" + text), ("line ends", text.replacing("\n", with: "\r\n")), ("columns", turned),
      ("empty end", text + "\n\n"), ("no end", String(text.dropLast())),
      ("names", text.replacing("\n7,", with: "\nÅse,")),
    ] {
      let read = try Table.read(other, block: 17)
      let population = try read.get().population(persons: 2)
      #expect(Columns(population) == plain, "\(name)")
    }
    #expect(try Table.read(semicolons).get().format.isSeparatedBySemicolons)
    #expect(try Table.read("\u{FEFF}" + text).get().format.hasByteOrderMark)
  }

  @Test(arguments: [
    (MicrodataColumn.person, "", "data-no-person"), (.sex, "mann", "data-category"),
    (.sex, "Man", "data-category"), (.sex, "", "data-category"), (.country, "iran ", "data-category"),
    (.birth, "1983-13", "data-date"), (.birth, "", "data-date"), (.birth, "1983-1", "data-date"),
    (.birth, "83-01", "data-date"), (.birth, "1849-12", "data-date"), (.birth, "-983-01", "data-date"),
    (.arrival, "2010-05-17", "data-date"), (.lastPresent, "2101-01", "data-date"),
    (.birth, "2010-06", "data-order"), (.lastPresent, "2010-04", "data-order"),
    (.birth, "1890-04", "data-age"), (.participant, "ja", "data-category"),
    (.municipality, "1", "data-municipality"), (.municipality, "0", "data-municipality"),
    (.municipality, "99999999999999999999", "data-municipality"), (.weight, "0", "data-weight"),
    (.weight, "-1", "data-weight"), (.weight, "nan", "data-weight"), (.weight, "", "data-weight"),
    (.weight, "1e9", "data-weight"), (.weight, "1e", "data-weight"), (.weight, "0x1p2", "data-weight"),
    (.weight, "1e-50", "data-weight"), (.weight, "\"1,5\"", "data-weight"),
  ])
  func aWrongCellIsFoundWhereItStands(column: MicrodataColumn, cell: String, id: String) throws {
    let findings = try failure(of: Table.text([Table.row(column, cell)]))
    let start = Table.participant.split(separator: ",", omittingEmptySubsequences: false).prefix(Int(column.rawValue))
    let expected = "\(id) 2:\(start.reduce(1) { $0 + $1.count + 1 })"
    #expect(findings.places == [expected])
    let excerpt = findings.first[0].primary.file.bytes
    #expect(String(decoding: excerpt, as: UTF8.self) == cell, "nothing but the cell is shown")
  }

  @Test func cellsThatContradictEachOtherAreFound() throws {
    let alone = Table.row(.loneParent, "yes", in: Table.other)
    let nav = Table.row(.priorNav, "yes")
    let early = Table.row(.arrival, "2002-12")
    let homeless = Table.row(.municipality, "", in: Table.other)
    for (row, id) in [
      (alone, "data-lone-parent"), (nav, "data-prior-nav"), (early, "data-before-programme"),
      (homeless, "data-municipality"),
    ] {
      #expect(try failure(of: Table.text([row])).first.map(\.id) == [id])
    }
  }

  @Test func rowsAndFilesThatAreNoneAreFound() throws {
    let row = Table.participant
    let text = Table.text([row])
    for (bad, ids) in [
      ("", ["data-empty"]), ("\n\n", ["data-empty"]), (MicrodataColumn.header, ["data-no-rows"]),
      ("Dear reader\n", ["data-no-header"]), (row + "\n", ["data-no-header"]),
      (text.replacing("weight", with: "wieght"), ["data-unknown-column", "data-missing-column"]),
      (text.replacing("track", with: "sex"), ["data-repeated-column", "data-missing-column"]),
      (Table.text([row, row]), ["data-duplicate"]), (Table.text([row + ",1"]), ["data-field-count"]),
      (Table.text([String(row.dropLast(2))]), ["data-field-count"]),
      (Table.text([row, "", Table.other]), ["data-field-count"]),
      (Table.text(["\"" + row]), ["data-open-quote"]), (Table.text(["7\"" + row.dropFirst()]), ["data-open-quote"]),
      (Table.text([row, String(repeating: "x", count: 1 << 17)]), ["data-long-row"]),
      (Table.text([row.replacing("7,", with: "\u{0},")]), ["data-encoding"]),
    ] {
      for block in [1 << 20, 1000] {
        let found = try Table.read(bad, block: block)
        guard case .failure(let findings) = found else {
          Issue.record("nothing was found in \(bad.prefix(300))")
          continue
        }
        #expect(findings.first.map(\.id) == ids, "\(bad.prefix(300))")
      }
    }
  }

  @Test func anotherEncodingIsNamedWithItsByte() throws {
    var bytes = Array(Table.text([Table.participant, Table.other.replacing("8,", with: "S@ren,")]).utf8)
    let position = try #require(bytes.firstIndex(of: UInt8(ascii: "@")))
    bytes[position] = 0xF8
    guard case .failure(let findings) = try Table.read(bytes, block: 100) else {
      Issue.record("Latin-1 was read")
      return
    }
    #expect(findings.places == ["data-encoding 3:1"])
    #expect(findings.first[0].title == "Byte \(position) of the file, 0xF8, is not UTF-8.")
    #expect(findings.first[0].primary.text == "`ø` in Latin-1 (ISO 8859-1)")
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in Table.text([Table.participant]).utf16 { wide += [UInt8(unit & 255), UInt8(unit >> 8)] }
    guard case .failure(let utf16) = try Table.read(wide) else {
      Issue.record("UTF-16 was read")
      return
    }
    #expect(utf16.first[0].id == "data-encoding" && utf16.first[0].primary.text.contains("UTF-16"))
    for bad in [[0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82], [0x80]] as [[UInt8]] {
      let isFound = bad.withUnsafeBufferPointer { UTF8Check.firstInvalid($0) == 0 }
      #expect(isFound)
    }
    for good in ["æøå", "€", "😀", "plain", ""] {
      let isFound = Array(good.utf8).withUnsafeBufferPointer { UTF8Check.firstInvalid($0) != nil }
      #expect(!isFound)
    }
  }

  @Test func allProblemsAreCountedAndTheFirstTwentyShown() throws {
    let rows = (0..<50).map { "\($0)" + Table.participant.dropFirst().replacing(",man,", with: ",mna,") }
    let findings = try failure(of: Table.text(rows + [Table.row(.weight, "0")]))
    #expect(findings.first.count == 20 && findings.total == 52)
    #expect(findings.byKind.map(\.count) == [1, 50, 1])
    #expect(findings.byKind.map(\.kind) == [.duplicate, .category, .weight])
  }

  @Test func personsThatAreThereTwiceAreFoundAmongMany() throws {
    // Numbers in another order, then names that look like them.
    let numbers = (0..<20_000).map { ($0 * 7_919) % 20_000 }
    let rows = (numbers.map(String.init) + numbers.map { "0\($0)" }).map { $0 + Table.participant.dropFirst() }
    #expect(throws: Never.self) { try Table.read(Table.text(rows)).get() }
    let twice = try failure(of: Table.text(rows + ["19999" + Table.participant.dropFirst()]))
    let line = try #require(numbers.firstIndex(of: 19_999)) + 2
    #expect(twice.first.map(\.title) == ["Person `19999` is there twice, first in row \(line)."])
    // Consecutive numbers, one of which comes again.
    let ordered = (5..<2_000).map { "\($0)" + Table.participant.dropFirst() }
    #expect(try failure(of: Table.text(ordered + [ordered[100]])).places == ["data-duplicate 1997:1"])
  }

  /// Whatever the bytes, there is an answer, and it is the same however the bytes come.
  @Test func noBytesAreTooStrange() throws {
    var random = SystemRandomNumberGenerator()
    let good = Array(Table.text([Table.participant, Table.other, Table.row(.person, "9")]).utf8)
    let alphabet = Array("\"\",;\t\r\n\u{0}0-.".utf8) + [0xFF, 0xC3, 0xEF, 0xBB, 0xBF]
    for round in 0..<1_500 {
      var bytes = good
      switch round % 3 {
      case 0: bytes = (0..<Int.random(in: 0..<400, using: &random)).map { _ in .random(in: 0...255, using: &random) }
      case 1: bytes = Array(good.prefix(Int.random(in: 0...good.count, using: &random)))
      default:
        for _ in 0..<Int.random(in: 1...6, using: &random) {
          let place = Int.random(in: 0..<bytes.count, using: &random)
          let byte = alphabet.randomElement(using: &random) ?? 0
          if Bool.random(using: &random) { bytes[place] = byte } else { bytes.insert(byte, at: place) }
        }
      }
      let whole = try Table.read(bytes)
      let parts = try Table.read(bytes, block: Int.random(in: 1...50, using: &random))
      switch (whole, parts) {
      case (.success(let left), .success(let right)): #expect(left.source == right.source)
      case (.failure(let left), .failure(let right)):
        #expect(left.places == right.places && left.total == right.total, "\(bytes)")
        #expect(!DiagnosticRenderer().render(left.first).isEmpty)
      default: Issue.record("blocks matter for \(bytes)")
      }
    }
  }

  private func failure(of text: String) throws -> MicrodataFindings {
    let read = try Table.read(text)
    return try #require(throws: MicrodataFindings.self) { try read.get() }
  }
}
