import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What a standard XML parser finds in a text.
final class XMLReader: NSObject, XMLParserDelegate {
  private var elements: [(name: String, attributes: [String: String])] = []
  private(set) var text = ""

  func read(_ xml: String) -> Bool {
    let parser = XMLParser(data: Data(xml.utf8))
    parser.delegate = self
    return parser.parse()
  }

  func count(_ name: String) -> Int { elements.count { $0.name == name } }
  func attributes(_ name: String) -> [[String: String]] { elements.filter { $0.name == name }.map(\.attributes) }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements.append((name, attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
}
