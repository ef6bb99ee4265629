import PolicyCore
import PolicyLang
import PolicySession

extension Repl {
  /// Writes the session as a policy file.
  func save(_ argument: String, isForced: Bool) -> Next {
    guard let path = argument.isEmpty ? files.lastSaved : SessionFiles.path(argument) else {
      return refuse(Label(nb: "Si hvor: `:save reform.policy`.", en: "Say where: `:save reform.policy`."))
    }
    if !isForced, files.wouldLoseSomething(at: path) {
      return refuse(
        Label(
          nb: "\(path) er der fra før, og er ikke slik denne økta lagret den. `:save! \(path)` erstatter den.",
          en: "\(path) is there already, and not as this session saved it. `:save! \(path)` replaces it."), .failure)
    }
    do {
      let script = try session.script(path: path) { SessionFiles.reference(to: $0, from: path) }
      try files.write(script.text, to: path)
      console.remark(Label(nb: "Skrev \(path).", en: "Wrote \(path)."))
      for (name, others) in script.earlier.sorted(by: { $0.key < $1.key }) {
        let list = others.map { "`\($0)`" }.joined(separator: ", ")
        console.remark(
          Label(
            nb: "\(list) er en tidligere `\(name)`, som noe annet bygger på.",
            en: "\(list) is an earlier `\(name)`, which something else was built on."))
      }
      for question in script.leftOut {
        let line = question.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        console.remark(
          Label(
            nb: "Utelatt, for navnene betyr noe annet nå: \(line)",
            en: "Left out, because its names mean something else now: \(line)"))
      }
      return .goOn
    } catch let failure as ScriptFailure {
      return refuse(failure)
    } catch let stop as Stop {
      if let message = stop.message { console.complain(message) }
      return .stop(stop.status)
    } catch {
      return refuse(Label(nb: "\(error)", en: "\(error)"), .bug)
    }
  }

  private func refuse(_ failure: ScriptFailure) -> Next {
    switch failure {
    case .nothing: return refuse(Label(nb: "Det er ingenting å lagre.", en: "There is nothing to save."))
    case .errors(let diagnostics):
      console.note(diagnostics)
      return refuse(
        Label(
          nb: "Ikke lagret: som fil ville økta hatt disse feilene.",
          en: "Not saved: as a file the session would have these errors."))
    case .differs(let names):
      let list = names.prefix(5).map { "`\($0)`" }.joined(separator: ", ")
      return refuse(
        Label(
          nb: "Ikke lagret: i en fil ville noe betydd noe annet enn her (\(list)).",
          en: "Not saved: in a file something would mean another thing than here (\(list))."))
    }
  }

  /// Takes in a policy file.
  func load(_ argument: String) throws -> Next {
    guard !argument.isEmpty else {
      return refuse(Label(nb: "Si hvilken fil: `:load reform.policy`.", en: "Say which file: `:load reform.policy`."))
    }
    let path = SessionFiles.path(argument)
    Interrupts.reset()
    let file: SourceFile
    do { file = try Program.read(SessionFiles.asFile(path)) } catch {
      console.note([error.diagnostic])
      return .stop(.source)
    }
    files.lastLoaded = path
    let outputs = session.load(file, cancellation: Interrupts.cancellation, progress: display.progress.update)
    let next = try take(outputs)
    let names = outputs.compactMap { if case .defined(let name) = $0 { "`\(name)`" } else { nil } }
    if !names.isEmpty {
      let list = names.prefix(12).joined(separator: ", ") + (names.count > 12 ? ", …" : "")
      console.remark(Label(nb: "Fra \(path): \(list).", en: "From \(path): \(list)."))
    }
    return next
  }

  /// Takes in the last file again.
  func reload() throws -> Next {
    guard let path = files.lastLoaded else {
      return refuse(
        Label(
          nb: "Ingen fil er tatt inn. `:load FILE` tar inn en.", en: "No file was taken in. `:load FILE` takes one in.")
      )
    }
    return try load(path)
  }
}
