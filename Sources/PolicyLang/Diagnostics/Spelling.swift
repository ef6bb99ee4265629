/// Finds the name that was probably meant.
public enum Spelling {
  /// The nearest of the candidates: the same but for case and Norwegian letters, else within a third of the length.
  public static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    let folded = fold(name)
    let limit = max(folded.count / 3, 1)
    var best: (name: String, distance: Int)?
    for candidate in candidates where candidate != name {
      let other = fold(candidate)
      guard abs(other.count - folded.count) <= limit else { continue }
      let distance = distance(folded, other)
      guard distance <= limit, distance < best?.distance ?? .max else { continue }
      best = (candidate, distance)
      if distance == 0 { break }
    }
    return best?.name
  }

  /// Lower case, with å as aa, ø as o and æ as ae: what remains is how a name sounds on any keyboard.
  static func fold(_ name: String) -> [UInt8] {
    var result: [UInt8] = []
    for scalar in name.lowercased().unicodeScalars.prefix(100) {
      switch scalar {
      case "å": result += Array("aa".utf8)
      case "ø": result += Array("o".utf8)
      case "æ": result += Array("ae".utf8)
      default: result += Array(String(scalar).utf8)
      }
    }
    return result
  }

  /// Insertions, deletions, replacements and swaps of neighbours (Damerau and Levenshtein, neighbours once).
  static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for i in 0..<left.count {
      var row = [i + 1]
      row.reserveCapacity(right.count + 1)
      for j in 0..<right.count {
        var cost = min(row[j], previous[j + 1]) + 1
        cost = min(cost, previous[j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          cost = min(cost, beforePrevious[j - 1] + 1)
        }
        row.append(cost)
      }
      beforePrevious = previous
      previous = row
    }
    return previous[right.count]
  }
}
