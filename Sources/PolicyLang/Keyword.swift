/// A word of the language with one line of documentation: help, completion and checking are made from this table.
public struct Keyword: Hashable, Sendable {
  /// Where the word stands.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    /// Begins a statement.
    case statement
    /// Begins a line in the block of a scenario or of a declaration.
    case line
    /// Joins the parts of a statement.
    case clause
    /// Follows a number.
    case unit
  }

  public var word: String
  public var role: Role
  public var documentation: String
  /// `false` for words that a later version will understand.
  public var isAvailable: Bool
  /// Whether nothing else can have this name.
  public var isReserved: Bool

  init(_ word: String, _ role: Role, _ documentation: String, isAvailable: Bool = true, isReserved: Bool = true) {
    self.word = word
    self.role = role
    self.documentation = documentation
    self.isAvailable = isAvailable
    self.isReserved = isReserved && role != .unit
  }
}

extension Language {
  /// All words of the language, statements first, each group in the order in which one meets them.
  public static let keywords: [Keyword] = [
    Keyword("language", .statement, "The first line of a file: the version of the language, `language 1`."),
    Keyword(
      "use", .statement, "Brings what a module declares: `use introduction_programme`, `use \"reforms.policy\"`."),
    Keyword("let", .statement, "Names a number: `let third_year = 36 months`."),
    Keyword(
      "function", .statement,
      "Names a calculation: `function cost(length: months, price: kr per month) = length * price`."),
    Keyword("group", .statement, "Names persons: `group young_women = sex is woman and age < 30`."),
    Keyword(
      "outcome", .statement, "Makes an outcome of others: `outcome secure = share employed and not social_assistance`.",
      isReserved: false),
    Keyword("scenario", .statement, "Opens a reform as a difference from another: `scenario NAME from BASE … end`."),
    Keyword("compare", .statement, "Asks the model: `compare A, B over 9 years by sex show employed`."),
    Keyword("expect", .statement, "States what must hold: `expect employed in year 9: B - A at least 0.5 pp`."),
    Keyword("lever", .statement, "Declares a lever under an own name: `lever NAME sets LEVER … end`."),
    Keyword(
      "measure", .statement,
      "Declares a measure at NAV that does not exist, with its effects and costs: `measure NAME … end`."),
    Keyword("external", .statement, "Declares what the model offers: lever, attribute, outcome or parameter."),
    Keyword(
      "sweep", .statement,
      "Moves a lever in steps: `sweep LEVER of A from 12 to 48 months step 6 months over 9 years show employed`."),
    Keyword(
      "solve", .statement,
      "Finds the settings that reach a goal: `solve LEVER of A from 10 % to 90 % so that employed in year 9: A at least 60 %`."
    ),
    Keyword(
      "optimise", .statement,
      "Looks for the best setting: `optimise A over LEVER from 12 to 48 months to maximise employed in year 9: A - baseline`."
    ),
    Keyword(
      "attribute", .statement,
      "Divides a difference over a reform's parts: `attribute A against baseline in year 9 show employed`."),
    Keyword(
      "sensitivity", .statement,
      "Moves each assumption over its range: `sensitivity A against baseline in year 9 show employed`."),
    Keyword(
      "trace", .statement,
      "Follows one life, under one scenario or two: `trace person whose lives part under baseline, A`.",
      isReserved: false),
    Keyword(
      "explain", .statement,
      "Shows how a lever acts and on what evidence, or what a scenario is: `explain programme.length`.",
      isReserved: false),
    Keyword(
      "assumptions", .statement,
      "Lists what is assumed and what it decides: `assumptions`, `assumptions programme.length`.",
      isReserved: false),
    Keyword(
      "export", .statement,
      "Writes the answer before, or a scenario's changes, to a file: `export answer to \"answer.csv\"`.",
      isReserved: false),
    Keyword("end", .statement, "Closes a block."),
    Keyword("report", .statement, "Writes a report.", isAvailable: false, isReserved: false),
    Keyword("assume", .line, "Sets a parameter of the model in a scenario: `assume programme.lock_in = 1.0`."),
    Keyword("rule", .line, "Bundles settings for some persons: `rule NAME for persons where … end`."),
    Keyword("from", .clause, "The base of a scenario, or the first month of a setting: `from 2020-01`."),
    Keyword("until", .clause, "The last month of a setting: `until 2022-12`."),
    Keyword("in", .clause, "The year or month of a setting or question: `in 2020`, `in year 5`, `in calendar 2016`."),
    Keyword("for", .clause, "Restricts a setting to some persons: `for persons where age < 30`."),
    Keyword("where", .clause, "The condition of a restriction: `where sex is woman and age < 30`."),
    Keyword("instead", .clause, "Lets one rule win over another: `instead of RULE`."),
    Keyword("over", .clause, "How many years a comparison covers: `over 9 years`."),
    Keyword("since", .clause, "What years are counted from: settlement, arrival or programme_exit."),
    Keyword("by", .clause, "Divides the answer by one or two attributes: `by sex, country`."),
    Keyword("among", .clause, "Restricts a question: `among settled 2012 to 2016`, `among women`."),
    Keyword("against", .clause, "The scenario that the others are compared with."),
    Keyword(
      "show", .clause, "The outcomes of a question: `show employed, in_education`; or `show changes of A` by itself."),
    Keyword(
      "plot", .clause,
      "Draws an outcome over years, or of a sweep over settings: `plot employed by sex to \"employed.svg\"`."),
    Keyword("step", .clause, "The distance between the points of a sweep: `from 12 to 48 months step 6 months`."),
    Keyword("so", .clause, "Begins the goal of `solve`: `so that employed in year 9: S at least 60 %`."),
    Keyword(
      "maximise", .clause, "Begins the goal of `optimise`: `to maximise employed in year 9: A - baseline`.",
      isReserved: false),
    Keyword(
      "minimise", .clause, "Begins the goal of `optimise`: `to minimise public_cost in year 9: A - baseline`.",
      isReserved: false),
    Keyword(
      "subject", .clause,
      "Begins the conditions of `optimise`: `subject to public_cost in year 9: A at most 90 000 kr(2018) per year`.",
      isReserved: false),
    Keyword("of", .clause, "The group of an expectation: `employed of women`."),
    Keyword("at", .clause, "Begins a bound: `at least 2 pp`, `at most 5 pp`."),
    Keyword("more", .clause, "An excluded lower bound: `more than 0 pp`.", isReserved: false),
    Keyword("less", .clause, "An excluded upper bound: `less than 5 pp`.", isReserved: false),
    Keyword("between", .clause, "Two bounds: `between 1 pp and 6 pp`."),
    Keyword("within", .clause, "A distance from a value: `within 2 pp of 50 %`."),
    Keyword("and", .clause, "Joins the bounds of `between`, or two conditions."),
    Keyword("or", .clause, "Either of two conditions: `sex is woman or age < 30`."),
    Keyword("not", .clause, "The opposite of a condition: `is not`, `not (…)`."),
    Keyword("is", .clause, "Compares with a category: `sex is woman`."),
    Keyword("to", .clause, "From one bound to the other: `2012 to 2016`."),
    Keyword(
      "matches", .clause,
      "A whole answer must be the one on record: `expect compare … show employed matches snapshot`.",
      isReserved: false),
    Keyword("under", .clause, "The scenarios of a life: `trace person 12 under baseline, A`.", isReserved: false),
    Keyword("whose", .clause, "Looks for a person: `trace person whose lives part under …`.", isReserved: false),
    Keyword("replicate", .clause, "The run that a life is taken from: `replicate 2`.", isReserved: false),
    Keyword("sets", .clause, "The lever that an own lever sets.", isReserved: false),
    Keyword("on", .clause, "What an effect acts on: `on log_hazard(job)`."),
    Keyword("mod", .clause, "The remainder of a division."),
    Keyword("months", .unit, "A duration; a year is 12 months."),
    Keyword("years", .unit, "A duration of 12 months each."),
    Keyword("hours", .unit, "Hours of teaching or work."),
    Keyword("%", .unit, "A share: `45 %`."),
    Keyword("pp", .unit, "Percentage points, a difference of two shares: `2 pp`."),
    Keyword("kr", .unit, "Norwegian kroner: `kr`, `kr(2018)`, `kr per month`, `mill. kr`."),
    Keyword("G", .unit, "The National Insurance basic amount: `2 G per year`."),
    Keyword("persons", .unit, "A number of persons."),
  ]

  /// Words that go on with a statement, and so are no unit after a number.
  static let clauseWords = Set(keywords.filter { $0.role == .clause }.map(\.word))

  static let reservedWords = Set(keywords.filter(\.isReserved).map(\.word))
}
