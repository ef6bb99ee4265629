import PolicyCore

/// A fact of the report that a moment is compared with.
struct Target: Sendable {
  let moment: Moment
  let statement: String
  let use: ValidationRow.Use
  let reason: String
  /// Stored scale; `low == high` unless the report gives a range or contradicts itself.
  let low: Double
  let high: Double
  let unit: Unit
  let line: Int?
  let naive: Double?

  /// The largest of rounding, the width of the report's own conflict, and 2 percentage points or 5 %.
  let tolerance: Double
  /// The unit as the facts write it.
  let factUnit: String
  let system: String

  /// Distance to the target, or to the nearer end of its range; positive when the model is above.
  func error(_ value: Double) -> Double { value < low ? value - low : value > high ? value - high : 0 }

  /// The value that the calibration aims at.
  var aim: Double { (low + high) / 2 }
}

/// The targets of all moments, read from the facts.
struct Targets: Sendable {
  let all: [Target]
  /// The facts that the simulated panel is not measured for, with the reason.
  let others: [ValidationRow]

  var fitted: [Target] { all.filter { $0.use == .fitted } }

  /// - Parameters:
  ///   - facts: columns id, statement, value, value_high, unit, precision, use, reason, line.
  ///   - naive: columns id, naive: for each held-out fact the sibling whose value is the naive guess.
  init(facts: CSVTable, naive: CSVTable) throws {
    var rowByID: [String: Int] = [:]
    for row in facts.rows.indices { rowByID[try facts.text(row, "id")] = row }
    var sibling: [String: String] = [:]
    for row in naive.rows.indices { sibling[try naive.text(row, "id")] = try naive.text(row, "naive") }

    all = try Moment.allCases.compactMap { moment in
      guard let row = rowByID[moment.id] else { return nil }
      let scale = Self.scale(try facts.text(row, "unit"))
      func value(_ row: Int) throws -> (Double, Double) {
        let low = try facts.number(row, "value")
        let high = try facts.text(row, "value_high").isEmpty ? low : facts.number(row, "value_high")
        return (low / scale.factor, high / scale.factor)
      }
      var (low, high) = try value(row)
      for id in moment.conflicts {
        guard let other = rowByID[id] else { continue }
        let (otherLow, otherHigh) = try value(other)
        low = min(low, otherLow)
        high = max(high, otherHigh)
      }
      let use = ValidationRow.Use(rawValue: try facts.text(row, "use")) ?? .unused
      let naiveValue = try sibling[moment.id].flatMap { rowByID[$0] }.map { try value($0).0 }
      let isApproximate = try facts.text(row, "precision") != "exact"
      let rounding = scale.unit != .persons && scale.unit != .months ? (isApproximate ? 0.025 : 0.005) : 0
      let margin = scale.unit != .persons && scale.unit != .months ? 0.02 : 0.05 * abs(low)
      return Target(
        moment: moment, statement: try facts.text(row, "statement"), use: use, reason: try facts.text(row, "reason"),
        low: low, high: high, unit: scale.unit, line: Int(try facts.text(row, "line")), naive: naiveValue,
        tolerance: max(rounding, high - low, margin), factUnit: try facts.text(row, "unit"),
        system: try facts.text(row, "system"))
    }
    let measured = Set(Moment.allCases.map(\.id))
    others = try facts.rows.indices.compactMap { row in
      let id = try facts.text(row, "id")
      // Levels of Norwegian and the like are rules in words, not numbers.
      guard !measured.contains(id), let value = Double(try facts.text(row, "value")) else { return nil }
      let scale = Self.scale(try facts.text(row, "unit"))
      return ValidationRow(
        id: id, statement: try facts.text(row, "statement"),
        use: ValidationRow.Use(rawValue: try facts.text(row, "use")) ?? .unused, reason: try facts.text(row, "reason"),
        target: value / scale.factor, targetHigh: Double(try facts.text(row, "value_high")).map { $0 / scale.factor },
        unit: scale.unit, tolerance: 0, line: Int(try facts.text(row, "line")),
        system: try facts.text(row, "system"), factUnit: try facts.text(row, "unit"))
    }
  }

  private static func scale(_ unit: String) -> (factor: Double, unit: Unit) {
    switch unit {
    case "percent": (100, .share)
    case "percentage_points": (100, .points)
    case "months": (1, .months)
    default: (1, .persons)
    }
  }
}

extension Moment {
  /// Other facts that give the same quantity another value.
  var conflicts: [String] {
    switch self {
    case .introWorkYear1: ["intro_work_1y_summary"]
    case .introEducationYear1: ["intro_education_1y_summary"]
    case .introWorkOrEducationYear1: ["intro_work_or_education_1y_imdi"]
    case .introHealthYear7: ["benefits_intro_aap_disability_y7_summary"]
    case .introYear7: ["intro_employment_y6_7_ch10"]
    case .municipalityMax: ["intro_municipality_outlier"]
    case .seekerWorkNoMeasure: ["nav_js_to_work_no_measure_summary"]
    case .seekersRegistered: ["nav_js_n_regression_text"]
    case .kvpWork: ["kvp_to_work_summary"]
    case .introMedianYear7: []
    default: []
    }
  }
}
