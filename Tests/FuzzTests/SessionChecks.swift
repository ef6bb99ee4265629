import PolicyCore
import PolicyLang
import PolicySession
import Testing

/// What holds for every session, whatever is typed into it.
struct SessionChecks {
  let number: Int

  init(_ number: Int) { self.number = number }

  /// Types good and bad entries: errors define nothing, what is taken back is gone, and what is saved means the same.
  func stayInOrder(_ generator: ProgramGenerator) {
    var generator = generator
    var session = Library.session
    var typed: [String] = []
    for statement in generator.statements() {
      let isDamaged = generator.dice.once(in: 4)
      let entry =
        isDamaged ? String(decoding: Inputs.damaged(statement, &generator.dice), as: UTF8.self) : statement
      typed.append(entry)
      let before = names(session)
      let length = entry.utf8.count
      _ = session.completions(for: entry, at: generator.dice.roll(length + 1))
      let outputs = session.evaluate(entry)
      let hasErrors = outputs.contains { output in
        if case .diagnostics(let found) = output { found.contains { $0.severity == .error } } else { false }
      }
      // An entry of several statements may define with one what it spoils with another.
      if hasErrors, !entry.contains("\n"), names(session) != before {
        record("an entry with errors defined something", typed)
      }
      if generator.dice.once(in: 6) {
        let now = names(session)
        session.undo()
        typed.append(":undo")
        if !names(session).isSubset(of: before.union(now)) { record("taking back made a name", typed) }
      }
    }
    expectScript(session, typed)
  }

  private func expectScript(_ session: Session, _ typed: [String]) {
    do {
      let script = try session.script(path: "saved.policy")
      let file = SourceFile(name: "saved.policy", text: script.text)
      let checked = Language.check(file, mode: .file, loader: Library.Loader(), fitted: Library.fitted)
      if checked.hasErrors { record("what was saved has errors:\n\(script.text)", typed) }
    } catch ScriptFailure.nothing {
      // All was taken back, the prelude too.
    } catch {
      record("the session cannot be saved: \(error)", typed)
    }
  }

  private func names(_ session: Session) -> Set<String> { Set(session.names) }

  private func record(_ message: String, _ typed: [String]) {
    Issue.record("input \(number): \(message)\n\(typed.joined(separator: "\n"))")
  }
}
