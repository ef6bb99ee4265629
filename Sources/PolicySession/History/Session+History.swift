import PolicyCore
import PolicyLang

/// What an entry did to the definitions.
public enum SessionChange: Hashable, Sendable {
  /// These names got a meaning.
  case defined([String])
  /// A module was brought.
  case used([String])
  /// A file was taken in.
  case loaded(String)
  /// Everything was taken away.
  case reset
}

/// What `undo` took back.
public struct Undone: Hashable, Sendable {
  public var change: SessionChange
  /// The names that mean again what they meant before, sorted.
  public var restored: [String]
  /// The names that mean nothing any more, sorted.
  public var gone: [String]
}

/// What a session knows at a moment.
struct SessionState: Sendable {
  var environment = Environment.empty
  var journal = Journal()
  /// The number of the loading that each file came with.
  var loads: [String: Int] = [:]
}

/// A state to go back to.
struct PastState: Sendable {
  var state: SessionState
  /// What was done then.
  var change: SessionChange
  /// What it gave names to.
  var names: Set<DefinedName>

  /// So many entries can be taken back.
  static let most = 200
}

extension Session {
  /// Takes back the last entry that changed a definition, with everything that was said since.
  ///
  /// - Returns: What was taken back; `nil` when nothing is left.
  @discardableResult
  public mutating func undo() -> Undone? {
    guard let last = past.popLast() else { return nil }
    state = last.state
    let restored = last.names.filter(environment.has)
    return Undone(
      change: last.change, restored: restored.map(\.text).sorted(),
      gone: last.names.subtracting(restored).map(\.text).sorted())
  }

  /// Takes all definitions away; `undo` brings them back.
  ///
  /// - Returns: Whether there was anything.
  @discardableResult
  public mutating func reset() -> Bool {
    let names = Set(Standing(of: journal).holders.keys)
    guard !names.isEmpty else { return false }
    remember(state, .reset, names)
    state = SessionState()
    return true
  }

  /// Takes in a file as if it had been typed, except that order is free in it, as in every file.
  ///
  /// With an error anywhere everything stays as it was and nothing is asked. A file that was taken in before is
  /// replaced: what it defined then and does not define any more is gone.
  @discardableResult
  public mutating func load(
    _ file: SourceFile, cancellation: Cancellation = Cancellation(), emit: (SessionOutput) -> Void = { _ in },
    progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
  ) -> [SessionOutput] {
    let before = state
    var replaced: Set<DefinedName> = []
    if let earlier = state.loads[file.name] {
      replaced = Standing(of: journal).names(givenBy: earlier)
      state.environment.withdraw(replaced)
      state.journal.withdraw(load: earlier)
    }
    let checked = Language.check(file, in: environment, mode: .script, loader: loader, fitted: fitted)
    if checked.hasErrors {
      state = before
      emit(.diagnostics(checked.diagnostics))
      return [.diagnostics(checked.diagnostics)]
    }
    nextLoad += 1
    state.environment = checked.environment
    state.loads[file.name] = nextLoad
    let names = checked.sources.reduce(into: replaced) { $0.formUnion($1.defines) }
    if !names.isEmpty { remember(before, .loaded(file.name), names) }
    return perform(checked, of: file, load: nextLoad, cancellation: cancellation, emit: emit, progress: progress)
  }

  mutating func remember(_ before: SessionState, _ change: SessionChange, _ names: Set<DefinedName>) {
    past.append(PastState(state: before, change: change, names: names))
    if past.count > PastState.most { past.removeFirst() }
  }
}

extension Checked {
  /// What the statements did to the definitions; `nil` when they only asked.
  var change: SessionChange? {
    var modules: [String] = []
    var names: [String] = []
    for (statement, source) in zip(statements, sources) where !source.defines.isEmpty {
      if case .use(let name) = statement { modules.append(name) } else { names += source.defines.map(\.text) }
    }
    return names.isEmpty ? modules.isEmpty ? nil : .used(modules) : .defined(names)
  }
}
