import PolicyCore

/// A text with one place between `‹` and `›`, as tests of positions write it.
struct Marked {
  var text: String
  var span: Span

  init(_ marked: String) {
    var bytes: [UInt8] = []
    var start = 0
    var end = 0
    for character in marked {
      switch character {
      case "‹": start = bytes.count
      case "›": end = bytes.count
      default: bytes += Array(String(character).utf8)
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
    span = Span(start, end)
  }
}
