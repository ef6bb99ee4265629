import ArgumentParser
import PolicyCore
import PolicyLang
import PolicyReport
import Simulator

/// `doc [NAME]`: the page of a declared name, or a list of all; with a format, all of a kind as one document.
struct DocCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "doc", abstract: "Shows what is known of a lever, outcome, attribute, group, parameter or scenario.",
    discussion:
      "`doc levers|parameters|outcomes|commands --markdown` prints all of a kind, `doc states --svg` draws the states."
  )

  @Argument(help: "A declared name; without one, the list of names.")
  var name: String?

  @Flag(help: "Print a whole page: of levers, parameters, outcomes or commands; a picture of the states.")
  var format: PageFormat?

  @OptionGroup var shared: SharedOptions

  func run(on console: Console) throws {
    let workplace = try Workplace(shared, console: console)
    let prelude = try Prelude(workplace)
    let catalogue = prelude.catalogue
    if format == .markdown, name == ColonCommand.topic { return try console.print(ColonCommand.page(console.language)) }
    if let format { return try console.print(document(in: format, prelude: prelude, language: console.language)) }
    var session = workplace.session(size: .quick)
    session.evaluate("use \(Prelude.module)")
    let documentation = Documentation(
      environment: session.environment, catalogue: catalogue, style: console.outputStyle)
    guard let text = documentation.text(of: name ?? "") else {
      throw Stop(.usage, Names.unknown(name ?? "", among: catalogue.names))
    }
    try console.print(text)
  }

  private func document(in format: PageFormat, prelude: Prelude, language: OutputLanguage) throws -> String {
    switch (format, name) {
    case (.svg, "states"): return StatePicture(StateDiagram.transitions, language: language).svg
    case (.markdown, let name?):
      guard let topic = ReferencePage.Topic(rawValue: name) else { throw noPage }
      return ReferencePage(prelude.catalogue, baseline: prelude.baseline, language: language).text(topic)
    default: throw noPage
    }
  }

  private var noPage: Stop {
    let topics = ReferencePage.Topic.allCases.map(\.rawValue) + [ColonCommand.topic]
    return Stop(
      .usage,
      Label(
        nb: "--markdown skriver \(topics.joined(separator: ", ")); --svg tegner states.",
        en: "--markdown prints \(topics.joined(separator: ", ")); --svg draws states."))
  }
}

/// How a whole page is written.
enum PageFormat: EnumerableFlag {
  case markdown, svg
}
