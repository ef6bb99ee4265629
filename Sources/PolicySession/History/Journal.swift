import PolicyCore
import PolicyLang

/// What a session was told, in order: every definition that held, and every question that was answered.
struct Journal: Sendable {
  struct Entry: Sendable {
    var statement: CheckedStatement
    var source: StatementSource
    /// The number of the loading that it came with.
    var load: Int?

    var isUse: Bool { if case .use = statement { true } else { false } }
    /// Whether it gives names; what does not is a question.
    var isDefinition: Bool {
      switch statement {
      case .use, .declaration, .let, .scenario: true
      case .compare, .expect, .expectSnapshot, .sweep, .solve, .optimise, .attribute, .sensitivity, .trace, .expression,
        .lever, .explain, .assumptions, .changes, .export:
        false
      }
    }
    /// A value that a session shows is no statement of a file, and what was looked up or written needs not be again.
    var belongsInFile: Bool {
      switch statement {
      case .expression, .lever, .explain, .assumptions, .changes, .export: false
      default: true
      }
    }
  }

  enum Event: Sendable {
    /// Statements whose order is free among themselves: one that was typed, or those of a file.
    case said([Entry])
    /// The definitions and questions of an earlier loading stand no more.
    case withdrawn(load: Int)
  }

  private(set) var events: [Event] = []

  /// - Parameter load: The number of the loading, for statements of a file.
  mutating func say(_ statements: [CheckedStatement], _ sources: [StatementSource], load: Int?) {
    let entries = zip(statements, sources).map { Entry(statement: $0, source: $1, load: load) }
      // A module that was there already says nothing new.
      .filter { $0.belongsInFile && (!$0.isUse || !$0.source.defines.isEmpty) }
    if load == nil {
      events += entries.map { .said([$0]) }
    } else if !entries.isEmpty {
      events.append(.said(entries))
    }
  }

  mutating func withdraw(load: Int) { events.append(.withdrawn(load: load)) }
}
