import ArgumentParser
import PolicyCore
import PolicyLang
import PolicyReport

/// `doc [NAME]`: the page of a declared name, or a list of all.
struct DocCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "doc", abstract: "Shows what is known of a lever, outcome, attribute, group, parameter or scenario.")

  @Argument(help: "A declared name; without one, the list of names.")
  var name: String?

  @OptionGroup var shared: SharedOptions

  func run(on console: Console) throws {
    let workplace = try Workplace(shared, console: console)
    let catalogue = try Prelude(workplace).catalogue
    var session = workplace.session(size: .quick)
    session.evaluate("use \(Prelude.module)")
    let documentation = Documentation(session: session, catalogue: catalogue, style: console.outputStyle)
    guard let text = documentation.text(of: name ?? "") else {
      throw Stop(.usage, Names.unknown(name ?? "", among: catalogue.names))
    }
    try console.print(text)
  }
}
