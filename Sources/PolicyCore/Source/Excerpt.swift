/// The lines of one file that a diagnostic shows.
struct Excerpt {
  /// A line of source with what is underlined in it.
  struct Line {
    var number: Int
    /// The part of the line that `text` is.
    var shown: Span
    var text: [Character]
    var marks: [Mark]
  }

  /// An underline, in characters from 0.
  struct Mark {
    var start: Int
    var length: Int
    var text: String
    var isPrimary: Bool
  }

  var place: Place
  var lines: [Line]

  /// The primary label's file first, then others in the order of the labels.
  static func excerpts(of diagnostic: Diagnostic) -> [Excerpt] {
    let labels = [(diagnostic.primary, true)] + diagnostic.secondary.map { ($0, false) }
    var files: [SourceFile] = []
    for (label, _) in labels where !files.contains(label.file) { files.append(label.file) }
    return files.map { file in
      let inFile = labels.filter { $0.0.file == file }
      let first = inFile.first?.0.span.start ?? 0
      var lines: [Int: Line] = [:]
      for (label, isPrimary) in inFile {
        let number = file.line(at: label.span.start)
        let shown = lines[number]?.shown ?? file.shownPart(ofLine: number, around: label.span.start)
        var line = lines[number] ?? Line(number: number, shown: shown, text: Array(file.text(of: shown)), marks: [])
        line.marks.append(mark(label, isPrimary, file, shown))
        lines[number] = line
      }
      return Excerpt(place: file.place(at: first), lines: lines.values.sorted { $0.number < $1.number })
    }
  }

  /// The part of a label that lies on its first line; an empty one still gets a mark.
  private static func mark(
    _ label: Diagnostic.Label, _ isPrimary: Bool, _ file: SourceFile, _ span: Span
  ) -> Mark {
    let start = file.text(of: Span(span.start, min(label.span.start, span.end))).count
    let end = file.text(of: Span(span.start, min(label.span.end, span.end))).count
    return Mark(start: start, length: max(1, end - start), text: label.text, isPrimary: isPrimary)
  }
}

extension SourceFile {
  /// A line, or of a very long one what lies around an offset, so that a file of one line costs nothing to show.
  fileprivate func shownPart(ofLine line: Int, around offset: Int) -> Span {
    let span = lineSpan(line)
    let reach = 2_000
    guard span.end - span.start > 2 * reach else { return span }
    var start = max(span.start, offset - reach)
    // A cut must not fall inside a character's bytes.
    while start > span.start, start < bytes.count, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    var end = min(span.end, offset + reach)
    while end < span.end, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return Span(start, end)
  }
}
