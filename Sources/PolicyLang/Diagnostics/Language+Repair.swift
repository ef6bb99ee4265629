import PolicyCore

/// A file with the replacements that its messages offer.
public struct Repair: Sendable {
  /// One replacement, where it stood when it was made.
  public struct Step: Hashable, Sendable {
    public var id: String
    public var place: Place
    public var old: String
    public var new: String
  }

  /// The file as it is now; the same one when nothing was replaced.
  public var file: SourceFile
  /// In the order in which they were made.
  public var steps: [Step] = []
}

extension Language {
  /// So many times a file is checked again for what a replacement brought to light.
  private static let mostRounds = 10

  /// Makes the replacements that need no choice: those of messages that offer one, where no other one overlaps.
  ///
  /// A repair that leaves more errors than there were is taken back.
  public static func repair(
    _ file: SourceFile, loader: any ModuleLoader, fitted: [String: FittedValue] = [:]
  ) -> Repair {
    func check(_ file: SourceFile) -> [Diagnostic] {
      Language.check(file, mode: .file, loader: loader, fitted: fitted).diagnostics
    }
    var found = check(file)
    let most = found.errorCount
    var best = Repair(file: file)
    var current = best
    for _ in 0..<mostRounds {
      let fixes = fixes(found, in: current.file)
      guard !fixes.isEmpty else { break }
      current = current.making(fixes)
      found = check(current.file)
      // What comes to light only now may be mended by the next round.
      if found.errorCount <= most { best = current }
    }
    return best
  }

  /// The replacements to make in a file, in the order of the text.
  static func fixes(_ diagnostics: [Diagnostic], in file: SourceFile) -> [(id: String, fix: Diagnostic.Fix)] {
    let offers = diagnostics.filter { $0.severity != .note && $0.primary.file == file }
      .compactMap { diagnostic -> (id: String, fix: Diagnostic.Fix)? in
        let fixes = diagnostic.helps.compactMap(\.fix)
        guard fixes.count == 1, fixes[0].replacement != file.text(of: fixes[0].span) else { return nil }
        return (diagnostic.id, fixes[0])
      }.sorted { $0.fix.span.start < $1.fix.span.start }
    return offers.indices.filter { index in
      !offers.indices.contains { $0 != index && offers[$0].fix.span.meets(offers[index].fix.span) }
    }.map { offers[$0] }
  }
}

extension Repair {
  fileprivate func making(_ fixes: [(id: String, fix: Diagnostic.Fix)]) -> Repair {
    var repair = self
    var text: [UInt8] = []
    var end = 0
    for (id, fix) in fixes {
      text += file.bytes[end..<fix.span.start] + Array(fix.replacement.utf8)
      end = fix.span.end
      repair.steps.append(
        Step(
          id: id, place: file.place(at: fix.span.start), old: file.text(of: fix.span), new: fix.replacement))
    }
    repair.file = SourceFile(name: file.name, bytes: text + file.bytes[end...])
    return repair
  }
}

extension Span {
  /// Whether two spans share a byte or touch, so that the order of two replacements would count.
  fileprivate func meets(_ other: Span) -> Bool { start <= other.end && other.start <= end }
}

extension [Diagnostic] {
  fileprivate var errorCount: Int { count { $0.severity == .error } }
}
