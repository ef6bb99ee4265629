/// The lines of one file that a diagnostic shows.
struct Excerpt {
  /// A line of source with what is underlined in it.
  struct Line {
    var number: Int
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
        var line = lines[number] ?? Line(number: number, text: file.characters(ofLine: number), marks: [])
        line.marks.append(mark(label, isPrimary, file, number, length: line.text.count))
        lines[number] = line
      }
      return Excerpt(place: file.place(at: first), lines: lines.values.sorted { $0.number < $1.number })
    }
  }

  /// The part of a label that lies on its first line; an empty one still gets a mark.
  private static func mark(
    _ label: Diagnostic.Label, _ isPrimary: Bool, _ file: SourceFile, _ line: Int, length: Int
  ) -> Mark {
    let span = file.lineSpan(line)
    let start = file.text(of: Span(span.start, min(label.span.start, span.end))).count
    let end = file.text(of: Span(span.start, min(label.span.end, span.end))).count
    return Mark(start: start, length: max(1, end - start), text: label.text, isPrimary: isPrimary)
  }
}

extension SourceFile {
  fileprivate func characters(ofLine line: Int) -> [Character] { Array(text(of: lineSpan(line))) }
}
