import PolicyCore

/// The values that `calibrate` found, as they stand in `data/fitted.csv`: name, value, standard error.
public struct FittedValues: Hashable, Sendable {
  public struct Value: Hashable, Sendable {
    public var value: Double
    public var standardError: Double?
  }

  /// The line of the table that is no fitted value, in words.
  public struct Malformed: Error, Hashable, Sendable {
    public var message: Label
  }

  public private(set) var values: [String: Value] = [:]

  public init() {}

  public init(csv: String) throws(Malformed) {
    for (index, raw) in csv.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let line = raw.drop { $0 == " " || $0 == "\u{FEFF}" }
      if line.isEmpty || line.hasPrefix("#") || line.hasPrefix("name,") { continue }
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      guard fields.count >= 2, let value = Double(fields[1]), value.isFinite, values[String(fields[0])] == nil else {
        throw Malformed(
          message: Label(
            nb:
              "Linje \(index + 1) i data/fitted.csv er ikke `navn,verdi,standardfeil`, eller navnet står der fra før.",
            en: "Line \(index + 1) of data/fitted.csv is not `name,value,standard error`, or its name is there already."
          ))
      }
      values[String(fields[0])] = Value(value: value, standardError: fields.count > 2 ? Double(fields[2]) : nil)
    }
  }
}
