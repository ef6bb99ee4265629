import PolicyCore
import PolicyLang

/// The values that `calibrate` found, as they stand in `data/fitted.csv`: name, value, standard error.
public enum FittedValues {
  /// A line of the table that is no fitted value.
  public struct Malformed: Error, Hashable, Sendable {
    public var message: Label
  }

  /// Values by the parameter's name.
  ///
  /// Empty lines, lines that begin with `#` and the heading `name,value,se` say nothing.
  public static func parse(_ csv: String) throws(Malformed) -> [String: FittedValue] {
    var values: [String: FittedValue] = [:]
    for (index, raw) in csv.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let line = raw.drop { $0 == " " || $0 == "\u{FEFF}" }
      if line.isEmpty || line.hasPrefix("#") || line.hasPrefix("name,") { continue }
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard fields.count >= 2, let value = Double(fields[1]), value.isFinite, values[fields[0]] == nil else {
        throw Malformed(
          message: Label(
            nb:
              "Linje \(index + 1) i data/fitted.csv er ikke `navn,verdi,standardfeil`, eller navnet står der fra før.",
            en: "Line \(index + 1) of data/fitted.csv is not `name,value,standard error`, or repeats a name."))
      }
      values[fields[0]] = FittedValue(value: value, standardError: fields.count > 2 ? Double(fields[2]) : nil)
    }
    return values
  }
}
