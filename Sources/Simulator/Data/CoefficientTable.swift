/// One model of an estimated table: coefficients by group and category key.
struct CoefficientTable: Sendable {
  var values: [String: Double] = [:]
  /// Only of the coefficients that have one; references have none.
  private(set) var standardErrors: [String: Double] = [:]

  /// Reads the rows of `model` from a table with the columns model, group, key, coef, se.
  init(_ table: CSVTable, model: Int) throws {
    for row in table.rows.indices where Int(try table.number(row, "model")) == model {
      let key = try table.text(row, "group") + ":" + table.text(row, "key")
      values[key] = try table.number(row, "coef")
      if table.columns["se"] != nil, try !table.text(row, "se").isEmpty {
        standardErrors[key] = try table.number(row, "se")
      }
    }
    guard !values.isEmpty else {
      throw DataError(file: table.name, row: 0, problem: "there is no model \(model)")
    }
  }

  /// The coefficient of a category.
  ///
  /// - Throws: `DataError` when the table has no such row; a missing category is never a silent zero.
  func coefficient(_ group: String, _ key: String) throws -> Double {
    guard let value = values["\(group):\(key)"] else {
      throw DataError(file: "coefficients", row: 0, problem: "no coefficient for \(group) = \(key)")
    }
    return value
  }

  func has(_ group: String, _ key: String) -> Bool { values["\(group):\(key)"] != nil }

  /// The coefficients of all categories of an attribute, in the order of its codes.
  func coefficients<A: PersonCategory>(_ group: String, _ attribute: A.Type) throws -> [Double] {
    try A.allCases.map { try coefficient(group, $0.key) }
  }
}
