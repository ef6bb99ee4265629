import PolicyCore
import PolicyLang
import Testing

/// No input traps, and none takes long.
struct RobustnessTests {
  private static let pieces = [
    "language 1\n", "use introduction_programme\n", "use \"x.policy\"", "let ", "group ", "scenario ", "from ", "end\n",
    "compare ", "expect ", "external lever a.b\n", "external parameter p\n", "external outcome o\n", "over ", "since ",
    "by ", "among ", "show ", "in year ", "in calendar ", "of ", "at least ", "between ", "and ", "within ", "baseline",
    "reform", "employed", "women", "sex", "settled ", "programme.length", "nav.involvement", "settlement.weights",
    "baseline.programme.length", "= ", "+ ", "- ", "* ", "/ ", "mod ", "( ", ") ", ", ", ": ", ". ", "% ", "pp ",
    "months ", "years ", "kr ", "mill. kr", "G per year ", "5 ", "36 ", "2.5 ", "2,5", "20 000 ", "20_000", "2020-01 ",
    "2020-13", "60/40 ", "60/50", "1/2/3", "\"text\" ", "\"", "# remark\n", "## doc\n", "\n", "\r\n", "\r", "\t", " ",
    "\u{A0}", "\u{202F}", "\u{2212}", "æøå", "a\u{30A}", "漢", "🙂", "{", "==", "\u{FEFF}", "\0", "not ", "is ", "rule ",
    "sweep ", "assume ", "domain ", "baseline ", "label nb \"a\" en \"b\"\n", "category a ", "value fitted\n", "range ",
    "(level: B1 oral, share: 50 %)", "9999999999999999999999999", "until ", "for persons where ", "to ", "against ",
    "solve ", "step ", "so that ", "plot ", "show employed", "function f(x: months) = ", "f(", "max(", "round(x, ",
  ]

  /// A generator with a fixed start, so that a failure can be repeated.
  private struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(max(sides, 1)))
    }
  }

  private func survive(_ bytes: [UInt8]) {
    let file = SourceFile(name: "fuzz.policy", bytes: bytes)
    for mode in [CheckMode.file, .session] {
      let checked = Language.check(
        file, in: mode == .session ? SamplePrelude.environment : .empty, mode: mode,
        loader: SampleLoader(files: ["x.policy": "language 1\n"]), fitted: SamplePrelude.fitted)
      let shown = DiagnosticRenderer(isColored: true).render(checked.diagnostics)
      #expect(checked.diagnostics.isEmpty == shown.isEmpty)
      for label in checked.diagnostics.map(\.primary) where label.file == file {
        #expect(label.span.start >= 0 && label.span.end <= bytes.count)
      }
    }
    _ = Language.needsMoreInput(String(decoding: bytes, as: UTF8.self))
    _ = Language.tokens(file)
    do {
      let text = try Language.format(file)
      #expect(try Language.format(SourceFile(name: "fuzz.policy", text: text)) == text)
    } catch FormatFailure.errors(let errors) {
      #expect(!errors.isEmpty)
    } catch {
      Issue.record("\(error)\n\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test(arguments: 0..<4)
  func tokenSoup(seed: Int) {
    var dice = Dice(state: UInt64(seed))
    for _ in 0..<30 {
      let start = dice.roll(2) == 0 ? "language 1\nuse introduction_programme\n" : ""
      let soup = start + (0..<dice.roll(60)).map { _ in Self.pieces[dice.roll(Self.pieces.count)] }.joined()
      survive(Array(soup.utf8))
    }
  }

  @Test(arguments: 0..<4)
  func mutations(seed: Int) {
    var dice = Dice(state: UInt64(seed) &+ 1_000)
    for _ in 0..<30 {
      var bytes = Array(Self.goodProgram.utf8)
      for _ in 0...dice.roll(4) {
        let place = dice.roll(bytes.count)
        switch dice.roll(4) {
        case 0: bytes.removeSubrange(place..<min(bytes.count, place + 1 + dice.roll(20)))
        case 1: bytes[place] = UInt8(dice.roll(256))
        case 2: bytes.insert(contentsOf: Array(Self.pieces[dice.roll(Self.pieces.count)].utf8), at: place)
        default:
          bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + dice.roll(40))], at: dice.roll(bytes.count))
        }
        if bytes.isEmpty { break }
      }
      survive(bytes)
    }
  }

  private static let goodProgram = """
    language 1
    use introduction_programme
    ## Længer løp.
    scenario reform from baseline
      programme.length   = baseline.programme.length + 6 months   from 2020-01 until 2022-12
      settlement.weights = 60/40
      norwegian.target   = (level: B1 oral, share: 50 %)
      assume programme.lock_in = 0.5
    end
    let a = (1 + 2) * 3 mod 2
    function longer(length: months, factor: number) = min(48 months, round(length * factor, 1 month))
    group old = age is from_30
    compare baseline, reform over 9 years since settlement by sex, age among settled 2012 to 2016, women
      show employed, in_education
    end
    expect employed of women in year 9: reform - baseline between 1.0 pp and 6.0 pp (warning)
    sweep programme.length of reform from 12 to 48 months step 6 months, nav.involvement from 10 to 50 % step 5 pp
      show employed in year 9
      plot employed in year 5 to "a.svg"
    end
    solve nav.involvement of reform from 10 % to 90 % so that employed in year 9: reform - baseline at least 2 pp
    """

  @Test(arguments: [
    String(repeating: "(", count: 100_000), "let a = " + String(repeating: "(", count: 100_000),
    "let a = " + String(repeating: "(1 + ", count: 10_000), "let a = " + String(repeating: "-", count: 10_000),
    "let a = 1" + String(repeating: " + 1", count: 10_000), "let a = 1" + String(repeating: " * 1", count: 10_000),
    String(repeating: "scenario a from b\n", count: 3_000), String(repeating: "  rule x\n", count: 10_000),
    "scenario s from baseline\n" + String(repeating: "  rule x\n", count: 9_000),
    String(repeating: "end\n", count: 10_000), String(repeating: "## d\n", count: 10_000),
    String(repeating: "\"", count: 10_000), String(repeating: "1 ", count: 10_000),
    String(repeating: "a.", count: 10_000),
    String(repeating: "{", count: 200_000), String(repeating: "x", count: 200_000),
    "let a = " + String(repeating: "9", count: 200_000),
    String(repeating: "sweep a\n", count: 5_000), String(repeating: "æ\u{30A}\u{301} ", count: 5_000),
    String(repeating: "compare a,\n", count: 5_000), String(repeating: "external lever a.b\n", count: 2_000),
    String(repeating: "let a = b\n", count: 2_000), String(repeating: "1,1", count: 5_000),
  ])
  func deepAndLong(text: String) {
    let clock = ContinuousClock()
    let duration = clock.measure {
      survive(Array(("language 1\nuse introduction_programme\n" + text).utf8))
      survive(Array(text.utf8))
    }
    // Time that grows with the square of the length would be far above this, also in a debug build on a busy machine.
    #expect(duration < .seconds(60), "\(text.prefix(40)): \(duration)")
  }

  @Test func longChainsOfDefinitions() {
    let count = 1_000
    let chain = (1...count).map { "scenario s\($0) from s\($0 - 1)\nend\n" }.reversed().joined()
    let start = "scenario s0 from baseline\n  programme.length = 36 months\nend\n"
    let checked = check("language 1\nuse introduction_programme\n" + chain + start)
    #expect(checked.environment.scenarios["s\(count)"]?.plan.settings.first?.value == .quantity(Quantity(36, .months)))
    let circle = check("language 1\nuse introduction_programme\n" + chain + "scenario s0 from s\(count)\nend\n")
    #expect(circle.diagnostics.map(\.id) == ["scenario-cycle"])
  }

  @Test func longChainsOfModules() {
    var files: [String: String] = [:]
    for number in 0..<200 { files["m\(number).policy"] = "language 1\nuse \"m\(number + 1).policy\"\n" }
    let checked = check("language 1\nuse \"m0.policy\"\n", files: files)
    #expect(checked.diagnostics.map(\.id) == ["use-too-deep"])
  }

  @Test func hugeFile() {
    let checked = Language.check(
      SourceFile(name: "huge.policy", bytes: [UInt8](repeating: 0x61, count: 50_000_000)), mode: .file,
      loader: SampleLoader())
    #expect(checked.diagnostics.map(\.id) == ["file-too-large"])
    #expect(messages(checked).count < 4_000)
  }
}
