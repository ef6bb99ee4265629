import PolicyCore

/// What another layout would change in a file, in the manner of a difference of versions.
///
/// ```
/// reform.policy:5 is not formatted.
///  scenario reform from baseline
/// -programme.length=36 months
/// +  programme.length = 36 months
///  end
/// ```
public struct ChangeText {
  public var text: String

  public init(_ change: TextChange, file: String, style: TextStyle) {
    let place = "\(file):\(change.firstLine)"
    var lines = [style.paint(style.say(nb: "\(place) er ikke formatert.", en: "\(place) is not formatted."), .bold)]
    for line in change.lines {
      let text = line.kind.rawValue + line.text
      switch line.kind {
      case .kept: lines.append(line.text.isEmpty ? "" : text)
      case .removed: lines.append(style.paint(text, .red))
      case .added: lines.append(style.paint(text, .green))
      }
      if line.isUnfinished {
        lines.append(style.say(nb: "\\ Ingen linjeslutt til slutt i filen", en: "\\ No newline at the end of the file"))
      }
    }
    if change.goesOn { lines.append(" …") }
    text = lines.joined(separator: "\n")
  }
}
