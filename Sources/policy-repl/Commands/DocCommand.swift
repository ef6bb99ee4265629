import ArgumentParser
import PolicyCore
import PolicyLang
import PolicyReport

/// `doc [NAME]`: the page of a declared name, or a list of all.
struct DocCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "doc", abstract: "Shows what is known of a lever, outcome, attribute, group or parameter.")

  @Argument(help: "A declared name; without one, the list of names.")
  var name: String?

  @OptionGroup var shared: SharedOptions

  func run(on console: Console) throws {
    let catalogue = try Prelude(Workplace(shared, console: console)).catalogue
    let page = DocumentationPage(catalogue, style: console.outputStyle)
    guard let name else { return try console.print(page.index) }
    guard let text = page.text(of: name) else { throw Stop(.usage, Names.unknown(name, among: catalogue.names)) }
    try console.print(text)
  }
}
