import PolicyCore

/// The text of a checked statement, and what it gave a name to: from these a session can be written as a file again.
public struct StatementSource: Hashable, Sendable {
  /// The statement with the comments and `##` lines above it and the comment behind it.
  public var text: String
  /// What it gave a name to; for `use`, what the module brought.
  public var defines: Set<DefinedName> = []
  /// The file that `use` brought.
  public var module: String?
}

/// A name together with the space in which it must be the only one.
public struct DefinedName: Hashable, Sendable, Comparable {
  /// The name as it stands in the text.
  public var text: String
  var space: NameSpace

  public init(_ text: String) { self.init(text, in: .common) }

  init(_ text: String, in space: NameSpace) {
    self.text = text
    self.space = space
  }

  /// - Parameter key: As `NameSpace.key` makes it.
  init(key: String) {
    let parts = key.split(separator: " ")
    self.init(
      String(parts.last ?? ""), in: parts.count > 1 ? NameSpace(rawValue: String(parts[0])) ?? .common : .common)
  }

  /// Whether it is a scenario, a value, a group, a measure or a lever, which statements refer to by the bare name.
  public var isCommon: Bool { space == .common }

  public static func < (left: Self, right: Self) -> Bool { left.space.key(left.text) < right.space.key(right.text) }
}

extension Checker {
  /// The texts of the statements in `statements`, in the same order.
  var sources: [StatementSource] {
    statements.isEmpty ? [] : results.keys.sorted().map(source)
  }

  private func source(of index: Int) -> StatementSource {
    let statement = program.statements[index]
    var source = StatementSource(text: text(of: index))
    if let module = brought[index] {
      source.module = module.name
      source.defines = Set(module.names.map { DefinedName(key: $0) })
    } else if let name = statement.givenName {
      source.defines = [name]
    }
    return source
  }

  /// From the end of the statement before to the end of its own last line, without the line that names the language.
  private func text(of index: Int) -> String {
    let end = endOfLine(program.statements[index].span.end)
    let start = index == 0 ? 0 : endOfLine(program.statements[index - 1].span.end)
    guard let language = program.languageLine, language.start >= start, language.end <= end else {
      return file.text(of: Span(start, end))
    }
    let rest = Span(endOfLine(language.end), end)
    return file.text(of: Span(start, language.start)) + file.text(of: rest)
  }

  private func endOfLine(_ offset: Int) -> Int { file.lineSpan(file.line(at: offset)).end }
}

extension Statement {
  /// What it gives a name to, unless it is a `use`.
  var givenName: DefinedName? {
    switch kind {
    case .group(let group): return DefinedName(group.name.text)
    case .declaration(let declaration):
      let space: NameSpace =
        switch declaration.kind {
        case .lever, .measure: .common
        case .attribute: .attribute
        case .outcome: .outcome
        case .parameter: .parameter
        }
      return DefinedName(declaration.name.text, in: space)
    default: return definedName.map { DefinedName($0.text) }
    }
  }
}

extension Language {
  /// The first parts of all names in a text: what it may refer to by `NAME` or `SCENARIO.LEVER`, keywords among them.
  public static func names(in text: String) -> Set<String> {
    Set(
      Lexer.read(SourceFile(name: "", text: text)).tokens.compactMap { token in
        guard case .name(let name) = token.kind else { return nil }
        return String(name.prefix { $0 != "." })
      })
  }

  /// A text with other names: each name that stands alone or before a dot.
  public static func renaming(_ names: [String: String], in text: String) -> String {
    var scale = 0
    return replacing(in: text) { token in
      // In `log_hazard(job)` the word stands for what it says.
      scale = token.kind == .name("log_hazard") ? 3 : max(scale - 1, 0)
      guard case .name(let name) = token.kind, scale != 1 else { return nil }
      let first = name.prefix { $0 != "." }
      return names[String(first)].map { $0 + name.dropFirst(first.count) }
    }
  }

  /// A text with other words in its first quotation marks, as `use "FILE.policy"` has them.
  public static func quoting(_ words: String, in text: String) -> String {
    var isFirst = true
    return replacing(in: text) { token in
      guard case .text = token.kind, isFirst else { return nil }
      isFirst = false
      return "\"\(words)\""
    }
  }

  private static func replacing(in text: String, _ replacement: (Token) -> String?) -> String {
    let file = SourceFile(name: "", text: text)
    var result = ""
    var end = 0
    for token in Lexer.read(file).tokens {
      guard let other = replacement(token) else { continue }
      result += file.text(of: Span(end, token.span.start)) + other
      end = token.span.end
    }
    return result + file.text(of: Span(end, file.bytes.count))
  }
}
