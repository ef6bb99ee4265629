import PolicyCore

/// One thing that an entry or a file gave, in the order in which it came.
public enum SessionOutput: Hashable, Sendable {
  /// Findings about the text; a redefinition is a note among them.
  case diagnostics([Diagnostic])
  /// A module was brought.
  case used(String)
  /// A name was given to a scenario, value, group or lever.
  case defined(String)
  /// A comparison and how long it took.
  case answer(AnsweredQuestion)
  case expectation(ExpectationResult)
  case snapshot(SnapshotResult)
  /// The value of an expression.
  case value(Quantity)
  /// A lever of a scenario over time.
  case schedule(LeverDeclaration, Schedule)
  /// A name to be explained.
  case explanation(String)
  /// What is assumed, and what it decides.
  case assumptions(AssumptionReport)
  /// In what two scenarios differ.
  case changes(ScenarioChanges)
  /// Something to be written to a file; the answer when that is it.
  case export(ExportPlan, AnsweredQuestion?)
  /// The simulation could not run; what follows in the text was not done.
  case failure(Label)
  /// The run was stopped and nothing of it is kept; what follows in the text was not done.
  case interrupted
}
