import ArgumentParser
import LineEditor
import PolicyCore
import PolicyLang

/// Without a command: a session from the terminal or a pipe.
struct SessionCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "session", abstract: "Answers what is typed or piped in (the default).")

  @OptionGroup var sizes: SizeOptions
  @OptionGroup var microdata: MicrodataOptions
  @OptionGroup var individuals: IndividualOptions
  @OptionGroup var assumptions: AssumptionOptions
  @OptionGroup var uncertainty: UncertaintyOptions
  @OptionGroup var results: ResultOptions
  @OptionGroup var shared: SharedOptions

  func run(on console: Console) throws {
    let workplace = try Workplace(shared, console: console, microdata: microdata, individuals: individuals)
    let outputs = try ResultFiles(results)
    let isTyped = Terminal.isTerminal(0)
    let size = uncertainty.applied(to: assumptions.applied(to: sizes.size(of: workplace.microdata)))
    let repl = Repl(workplace, size: size, isTyped: isTyped)
    if isTyped {
      console.remark(
        Label(
          nb: "\(Version.tool). `:help` hjelper, Ctrl-D avslutter.",
          en: "\(Version.tool). `:help` helps, Ctrl-D leaves."))
    }
    let status = try repl.run(
      BlockReader(source: lines(for: repl, console: console), needsMoreInput: Repl.needsMoreInput))
    try outputs.write([repl.record], size: repl.session.size, workplace: workplace)
    if let status { throw Stop(status) }
  }

  /// An editor where the terminal can do it.
  private func lines(for repl: Repl, console: Console) -> any LineSource {
    let prompts = PromptStyle(first: "policy> ", continuation: "   ...> ", isColored: console.colorsOutput)
    guard repl.isTyped else { return PlainInput() }
    let variables = Dictionary(
      ["HOME", "XDG_STATE_HOME"].map { ($0, environment($0, default: "")) }, uniquingKeysWith: { first, _ in first })
    let history = HistoryFile.standard(program: "policy-repl", environment: variables)
    let editor =
      Terminal.canEdit
      ? LineEditor(prompts: prompts, historyFile: history, complete: { [unowned repl] in repl.completions($0, at: $1) })
      : nil
    return editor ?? PlainInput(prompts: prompts)
  }
}
