import Foundation
import Testing

#if os(Linux)
  /// A session as it is typed.
  @Suite struct TerminalTests {
    @Test(arguments: ["C", "C.UTF-8", "nb_NO.ISO-8859-1"]) func aSessionIsTyped(locale: String) throws {
      let home = try Scratch()
      let terminal = try PseudoTerminal(["--color", "never"], home: home, environment: ["LC_ALL": locale])
      #expect(terminal.wait(for: "policy> ") != nil)
      terminal.type("let blåbær = 3 monthx\u{7F}s\r")
      #expect(terminal.wait(for: "policy> ") != nil)
      terminal.type("blåbær +\r")
      #expect(terminal.wait(for: "   ...> ") != nil)
      terminal.type("blåbær\r")
      #expect(terminal.wait(for: "6 months") != nil)
      #expect(terminal.wait(for: "policy> ") != nil)
      // An error does not end what is typed, and neither does Ctrl-C.
      terminal.type("blåbaer\r")
      #expect(terminal.wait(for: "did you mean `blåbær`?") != nil)
      #expect(terminal.wait(for: "policy> ") != nil)
      terminal.type("half of a li\u{3}")
      #expect(terminal.wait(for: "^C") != nil)
      #expect(terminal.wait(for: "policy> ") != nil)
      // Arrow up brings a whole block back.
      terminal.type("\u{1B}[A\u{1B}[A\r")
      #expect(terminal.wait(for: "6 months") != nil)
      #expect(terminal.wait(for: "policy> ") != nil)
      terminal.type(":quit\r")
      #expect(terminal.exitStatus() == 0)
      let history = try String(
        contentsOf: home.url.appending(path: ".local/state/policy-repl/history"), encoding: .utf8)
      #expect(history.contains("blåbær\\040+\\012blåbær"))
    }

    @Test func wordsAreCompletedAndPastedBlocksTakenWhole() throws {
      let terminal = try PseudoTerminal(["--color", "never"], home: try Scratch())
      #expect(terminal.wait(for: "policy> ") != nil)
      terminal.type(":he\t")
      #expect(terminal.wait(for: "lp ") != nil)
      terminal.type("unit\t")
      #expect(terminal.wait(for: "s ") != nil)
      terminal.type("\r")
      #expect(terminal.wait(for: "Percentage points") != nil)
      #expect(terminal.wait(for: "policy> ") != nil)
      terminal.type("\u{1B}[200~let a = 1 +\r\t2\ra * 2\r\u{1B}[201~\r")
      #expect(terminal.wait(for: "6\r\n") != nil)
      #expect(terminal.wait(for: "policy> ") != nil)
      terminal.type("\u{4}")
      #expect(terminal.exitStatus() == 0)
    }

    @Test func whatIsLongerThanTheScreenIsShownPageByPage() throws {
      let terminal = try PseudoTerminal(
        ["--color", "never"], home: try Scratch(), environment: ["PAGER": "sed 's/^/paged: /'"], rows: 12)
      #expect(terminal.wait(for: "policy> ") != nil)
      terminal.type(":help compare\r")
      #expect(terminal.wait(for: "policy> ")?.contains("paged: ") == false)
      terminal.type(":help language\r")
      #expect(terminal.wait(for: "paged:   use") != nil)
      #expect(terminal.wait(for: "policy> ") != nil)
      terminal.type(":set pager off\r")
      #expect(terminal.wait(for: "policy> ") != nil)
      terminal.type(":help language\r")
      #expect(terminal.wait(for: "policy> ")?.contains("paged: ") == false)
      terminal.type("2 * 21\r")
      #expect(terminal.wait(for: "42\r\n") != nil)
    }

    @Test func aPagerThatIsNotThereLosesNothing() throws {
      let terminal = try PseudoTerminal(
        ["--color", "never"], home: try Scratch(), environment: ["PAGER": "no-such-pager"], rows: 12)
      #expect(terminal.wait(for: "policy> ") != nil)
      terminal.type(":help language\r")
      #expect(terminal.wait(for: "  sensitivity") != nil)
      #expect(terminal.wait(for: "policy> ") != nil)
    }

    @Test func aTerminalWithoutACursorStillHasASession() throws {
      let terminal = try PseudoTerminal(["--quiet"], home: try Scratch(), environment: ["TERM": "dumb"])
      #expect(terminal.wait(for: "policy> ") != nil)
      terminal.type("2 * 21\n")
      #expect(terminal.wait(for: "42\r\n") != nil)
      terminal.type("\u{4}")
      #expect(terminal.exitStatus() == 0)
    }

    @Test func aRunIsInterruptedAndTheSessionLives() throws {
      let terminal = try PseudoTerminal(
        ["--color", "never", "--persons", "20000", "--replicates", "100"], home: try Scratch())
      #expect(terminal.wait(for: "policy> ") != nil)
      terminal.type("use introduction_programme\r")
      #expect(terminal.wait(for: "policy> ") != nil)
      terminal.type("compare baseline over 9 years show employed\r")
      #expect(terminal.wait(for: " %") != nil)
      terminal.type("\u{3}")
      #expect(terminal.wait(for: "Interrupted. There is no answer.") != nil)
      #expect(terminal.wait(for: "policy> ") != nil)
      terminal.type("2 * 21\r")
      #expect(terminal.wait(for: "42\r\n") != nil)
    }

    @Test func anInterruptedCommandSaysSo() throws {
      let home = try Scratch()
      try home.file("long.policy", SimulationTests.program)
      let terminal = try PseudoTerminal(
        [
          "run", "\(home.url.path)/long.policy", "--persons", "20000", "--replicates", "100", "--json",
          "\(home.url.path)/r.json",
        ], home: home)
      #expect(terminal.wait(for: " %") != nil)
      terminal.type("\u{3}")
      #expect(terminal.wait(for: "Interrupted. There is no answer.") != nil)
      #expect(terminal.exitStatus() == 130)
      #expect(try home.names() == ["long.policy"])
    }

    /// Ends by the signal itself, and alone: the script that started it is not taken along.
    @Test func aSignalEndsTheSession() throws {
      let terminal = try PseudoTerminal(home: try Scratch())
      #expect(terminal.wait(for: "policy>") != nil)
      terminal.send(SIGTERM)
      #expect(terminal.exitStatus() == -SIGTERM)
    }
  }
#endif
