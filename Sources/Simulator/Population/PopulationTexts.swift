/// The data files that a population is made from, as texts.
public struct PopulationTexts: Hashable, Sendable {
  public var margins: String
  public var arrivals: String
  public var odds: String
  public var exits: String
  public var municipalities: String
  public var spread: String

  /// - Parameter read: gives the text of a path such as `data/population_margins.csv`.
  public init(read: (String) throws -> String) rethrows {
    margins = try read("data/population_margins.csv")
    arrivals = try read("data/population_arrivals.csv")
    odds = try read("data/population_odds.csv")
    exits = try read("data/population_exits.csv")
    municipalities = try read("data/municipalities.csv")
    spread = try read("data/municipalities_spread.csv")
  }
}
