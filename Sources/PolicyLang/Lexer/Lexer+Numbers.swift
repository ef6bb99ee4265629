import PolicyCore

extension Lexer {
  /// Reads a number, a date (`2020-01`) or weights (`60/40`): the three that begin with a digit.
  mutating func readNumber() {
    let start = position
    skipDigits()
    let integer = digits(from: start)
    switch peek() {
    case ascii("-") where isDigit(peek(1)): if readDate(from: start, first: integer) { return }
    case ascii("/") where isDigit(peek(1)): return readWeights(from: start, first: integer)
    default: break
    }
    readGroups(from: start)
    var text = digits(from: start)
    if peek() == ascii("."), isDigit(peek(1)) {
      let fraction = position
      position += 1
      skipDigits()
      text += digits(from: fraction)
    }
    if peek() == ascii(","), isDigit(peek(1)) { text += readDecimalComma(from: start) }
    readSecondNumber(from: start)
    let value = Double(text) ?? .infinity
    if !value.isFinite { problems.append(.numberTooLarge(Span(start, position))) }
    append(.number(value.isFinite ? value : 0), from: start)
  }

  private mutating func skipDigits() {
    while isDigit(peek()) { position += 1 }
  }

  /// The digits and the point since an offset, without what groups them.
  private func digits(from start: Int) -> String {
    String(decoding: bytes[start..<position].filter { isDigit($0) || $0 == ascii(".") }, as: UTF8.self)
  }

  /// Reads the groups of `20 000` and `20_000`: exactly three digits after one separator.
  private mutating func readGroups(from start: Int) {
    let hasShortStart = position - start <= 3
    while hasShortStart, case let width = groupSeparatorWidth(), width > 0 {
      guard (0..<3).allSatisfy({ isDigit(peek(width + $0)) }), !isDigit(peek(width + 3)) else { break }
      position += width + 3
    }
    guard peek() == ascii("_") else { return }
    while isDigit(peek()) || peek() == ascii("_") { position += 1 }
    problems.append(.digitGrouping(Span(start, position)))
  }

  /// How many bytes the separator here takes: a blank, U+00A0, U+202F or an underscore.
  private func groupSeparatorWidth() -> Int {
    switch (peek(), peek(1), peek(2)) {
    case (ascii(" "), _, _), (ascii("_"), _, _): 1
    case (0xC2, 0xA0, _): 2
    case (0xE2, 0x80, 0xAF): 3
    default: 0
    }
  }

  private mutating func readDecimalComma(from start: Int) -> String {
    let whole = String(decoding: bytes[start..<position], as: UTF8.self)
    let comma = position
    position += 1
    skipDigits()
    let fraction = String(decoding: bytes[(comma + 1)..<position], as: UTF8.self)
    problems.append(.decimalComma(whole: whole, fraction: fraction, Span(start, position)))
    return "." + fraction
  }

  /// Two numbers side by side never make sense: most often thousands are grouped wrongly.
  private mutating func readSecondNumber(from start: Int) {
    let width = groupSeparatorWidth()
    guard width > 0, isDigit(peek(width)) else { return }
    while isDigit(peek()) || groupSeparatorWidth() > 0 && isDigit(peek(groupSeparatorWidth())) {
      position += max(groupSeparatorWidth(), 1)
    }
    problems.append(.digitGrouping(Span(start, position)))
  }

  /// Reads what follows the year of a date, and says whether it was one.
  private mutating func readDate(from start: Int, first: String) -> Bool {
    let minus = position
    position += 1
    skipDigits()
    let second = digits(from: minus + 1)
    guard first.count == 4 && second.count <= 2 || first.count <= 2 && second.count == 4 else {
      position = minus
      return false
    }
    if peek() == ascii("-"), isDigit(peek(1)) {
      position += 1
      skipDigits()
      problems.append(.dateWithDay(month: "\(first)-\(second)", Span(start, position)))
    }
    let isYearFirst = first.count == 4
    let year = Int(isYearFirst ? first : second) ?? 0
    let month = Int(isYearFirst ? second : first) ?? 0
    let span = Span(start, position)
    if !(1...12).contains(month) || !(1900...2100).contains(year) {
      problems.append(.malformedDate(fix: nil, span))
    } else if !isYearFirst || second.count == 1 {
      problems.append(.malformedDate(fix: Month(year: year, month: month).description, span))
    }
    append(.month(Month(year: year, month: min(max(month, 1), 12))), from: start)
    return true
  }

  private mutating func readWeights(from start: Int, first: String) {
    position += 1
    let middle = position
    skipDigits()
    // Digits that do not fit an integer sum to far too much anyway.
    let left = Int(first) ?? 1_000_000
    let right = Int(digits(from: middle)) ?? 1_000_000
    if peek() == ascii("/"), isDigit(peek(1)) {
      while isDigit(peek()) || peek() == ascii("/") { position += 1 }
      problems.append(.malformedWeights(Span(start, position)))
    } else if min(left, 1_000_000) + min(right, 1_000_000) != 100 {
      problems.append(.weightsSum(left, right, Span(start, position)))
    }
    append(.weights(min(left, 100), max(0, 100 - min(left, 100))), from: start)
  }
}
