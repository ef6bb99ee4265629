import PolicyCore
import PolicyLang

/// Why a session cannot be written as a file.
public enum ScriptFailure: Error {
  /// Nothing has been defined or asked.
  case nothing
  /// The file would have these errors: a name of a module that was given a new meaning, for example.
  case errors([Diagnostic])
  /// These names would mean something else in the file.
  case differs([String])
}

/// A session as a file.
public struct Script: Hashable, Sendable {
  /// Formatted, and without errors.
  public var text: String
  /// Definitions that were replaced but that something is built on: the name with those that they have in the file.
  public var earlier: [String: [String]]
  /// Questions that were left out, because their names mean something else now or nothing at all.
  public var leftOut: [String]
}

extension Session {
  /// A formatted file that gives the same definitions and asks the same questions.
  ///
  /// Of a name that was defined again, the last definition is written. An earlier one is kept under another name
  /// (`a_1`) where something in force was built on it. Questions are asked of the definitions in force. The file is
  /// checked before it is returned.
  ///
  /// - Parameters:
  ///   - path: Where the file will stand; names of files in it are looked up from there.
  ///   - reference: How the file names another one, by the name that its loader gives.
  public func script(path: String, reference: @escaping (String) -> String = { $0 }) throws(ScriptFailure) -> Script {
    let standing = Standing(of: journal)
    let (questions, leftOut) = standing.questions.parted { canStillBeAsked(standing.entries[$0].source.text) }
    let draft = ScriptDraft(standing, questions: questions, taken: environment.namesInUse, reference: reference)
    guard !draft.isEmpty else { throw .nothing }
    let text: String
    do throws(FormatFailure) {
      text = try Language.format(SourceFile(name: path, text: draft.text))
    } catch {
      switch error {
      case .errors(let diagnostics): throw .errors(diagnostics)
      case .meaningWouldChange: throw .differs([])
      }
    }
    let file = SourceFile(name: path, text: text)
    let checked = Language.check(file, mode: .file, loader: loader, fitted: fitted)
    guard !checked.hasErrors else { throw .errors(checked.diagnostics.filter { $0.severity == .error }) }
    let different = environment.differences(from: checked.environment, renamed: draft.renamed)
    guard different.isEmpty else { throw .differs(different) }
    return Script(
      text: text, earlier: draft.renamed.mapValues { $0.sorted() },
      leftOut: leftOut.map { standing.entries[$0].source.text.withoutBlankEnds })
  }

  private func canStillBeAsked(_ question: String) -> Bool {
    let file = SourceFile(name: "question", text: question)
    return !Language.check(file, in: environment, mode: .session, loader: loader, fitted: fitted).hasErrors
  }
}

/// The text of a script before it is laid out.
struct ScriptDraft {
  private let standing: Standing
  private let questions: [Int]
  private let reference: (String) -> String
  /// New names of definitions that were replaced, by position.
  private var newNames: [Int: [String: String]] = [:]
  /// New names of definitions that were replaced, by what they were called.
  private(set) var renamed: [String: Set<String>] = [:]

  init(_ standing: Standing, questions: [Int], taken: Set<String>, reference: @escaping (String) -> String) {
    self.standing = standing
    self.questions = questions
    self.reference = reference
    var taken = taken.union(standing.entries.flatMap { Language.names(in: $0.source.text) })
    let inForce = Set(standing.holders.values)
    for index in standing.needed.subtracting(inForce).sorted() {
      for name in standing.entries[index].source.defines where name.isCommon {
        let free = Self.free(name.text, taken: taken)
        taken.insert(free)
        newNames[index, default: [:]][name.text] = free
        renamed[name.text, default: []].insert(free)
      }
    }
  }

  var isEmpty: Bool { standing.needed.isEmpty && questions.isEmpty }

  /// `use` first, then everything in the order in which it was said.
  var text: String {
    let shown = standing.needed.union(questions).sorted()
    let uses = shown.filter { standing.entries[$0].isUse }
    var text = "language 1\n"
    var previous: Journal.Entry?
    for index in uses + shown.filter({ !standing.entries[$0].isUse }) {
      let entry = standing.entries[index]
      let statement = self.statement(index)
      text += (previous?.stands(directlyAbove: entry) ?? entry.isUse ? "" : "\n") + statement + "\n"
      previous = entry
    }
    return text
  }

  private func statement(_ index: Int) -> String {
    let entry = standing.entries[index]
    if case .use(let name) = entry.statement, name.hasSuffix(".policy"), let module = entry.source.module {
      return Language.quoting(reference(module), in: entry.source.text).withoutBlankEnds
    }
    var names = newNames[index] ?? [:]
    for (name, position) in standing.references[index] ?? [:] {
      if let other = newNames[position]?[name] { names[name] = other }
    }
    return (names.isEmpty ? entry.source.text : Language.renaming(names, in: entry.source.text)).withoutBlankEnds
  }

  private static func free(_ name: String, taken: Set<String>) -> String {
    var number = 1
    while taken.contains("\(name)_\(number)") { number += 1 }
    return "\(name)_\(number)"
  }
}

extension Journal.Entry {
  /// Whether no blank line divides two statements: those of one kind that take a line each.
  fileprivate func stands(directlyAbove other: Journal.Entry) -> Bool {
    func isLine(_ text: String) -> Bool { !text.withoutBlankEnds.contains(where: \.isNewline) }
    switch (statement, other.statement) {
    case (.use, .use), (.let, .let), (.expect, .expect), (.declaration, .declaration):
      return isLine(source.text) && isLine(other.source.text)
    default: return false
    }
  }
}

extension String {
  fileprivate var withoutBlankEnds: String {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

extension [Int] {
  /// Those that meet a condition, and the others.
  fileprivate func parted(_ condition: (Int) -> Bool) -> (yes: [Int], no: [Int]) {
    let yes = filter(condition)
    return (yes, filter { !yes.contains($0) })
  }
}
