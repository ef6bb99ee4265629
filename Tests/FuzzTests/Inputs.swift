/// Texts that nobody means: bytes, words in any order, and good programs that were damaged.
enum Inputs {
  static let words = [
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
    "outcome o = share ", "months employed so far", " 1 year earlier", "attribute ", "sensitivity ", "instead of ",
    "age < 30 ", "in (", "median ", "optimise ", "measure m\n", "trace person 1 ", "explain ", "to maximise ",
  ]

  static func bytes(_ dice: inout Dice) -> [UInt8] {
    let range = dice.once(in: 2) ? 128 : 256
    return (0..<dice.roll(80)).map { _ in UInt8(dice.roll(range)) }
  }

  static func soup(_ dice: inout Dice) -> [UInt8] {
    let start = dice.once(in: 2) ? "language 1\nuse introduction_programme\n" : ""
    return Array((start + (0..<dice.roll(60)).map { _ in dice.pick(words) }.joined()).utf8)
  }

  static func damaged(_ program: String, _ dice: inout Dice) -> [UInt8] {
    var bytes = Array(program.utf8)
    for _ in 0...dice.roll(4) where !bytes.isEmpty {
      let place = dice.roll(bytes.count)
      switch dice.roll(4) {
      case 0: bytes.removeSubrange(place..<min(bytes.count, place + 1 + dice.roll(20)))
      case 1: bytes[place] = UInt8(dice.roll(256))
      case 2: bytes.insert(contentsOf: Array(dice.pick(words).utf8), at: place)
      default:
        bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + dice.roll(40))], at: dice.roll(bytes.count))
      }
    }
    return bytes
  }
}
