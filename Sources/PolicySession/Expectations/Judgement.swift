import PolicyCore

/// The verdict on a measured number: an expectation holds only when the whole interval lies inside the bounds.
struct Judgement: Hashable, Sendable {
  var status: ExpectationResult.Status
  var replicatesNeeded: Int?
  var remark: Label?

  init(
    _ estimate: Estimate?, isSuppressed: Bool = false, plan: ExpectationPlan, replicates: Int,
    uncertainty: RunUncertainty = .monteCarlo
  ) {
    guard !isSuppressed else {
      status = .undecided
      remark = Label(
        nb: "Tallet hviler på færre enn 5 personer i egne data, eller ville røpe et slikt tall, og er skjult.",
        en:
          "The number rests on fewer than 5 persons of own microdata, or would give such a number away, and is hidden.")
      return
    }
    guard let estimate else {
      status = .undecided
      remark = plan.formula.withoutNumber(inYear: plan.year)
      return
    }
    guard let low = estimate.low, let high = estimate.high else {
      status = .undecided
      remark = Label(
        nb: "Én kjøring gir ikke noe intervall; bruk --replicates 8 eller flere.",
        en: "One run gives no interval; use --replicates 8 or more.")
      return
    }
    status = plan.status(of: estimate)
    if status == .undecided, uncertainty == .parameters {
      remark = Label(
        nb: "Parameterne avgjør det ikke: intervallet går over grensen, og flere kjøringer gjør det ikke smalere.",
        en: "The parameters do not settle it: the interval crosses the bound, and more runs do not make it narrower.")
    } else if status == .undecided {
      replicatesNeeded = Self.replicatesNeeded(estimate, low: low, high: high, plan: plan, replicates: replicates)
      if replicatesNeeded == nil {
        remark = Label(
          nb: "Verdien ligger på grensen; flere kjøringer avgjør det ikke.",
          en: "The value lies on the bound; more runs do not settle it.")
      }
    }
  }

  /// An interval's half-width falls with the root of the runs; settled is when it is less than the distance to the bound.
  private static func replicatesNeeded(
    _ estimate: Estimate, low: Double, high: Double, plan: ExpectationPlan, replicates: Int
  ) -> Int? {
    let crossed = [plan.lower, plan.upper].compactMap { $0 }.filter { low <= $0 && $0 <= high }
    guard let distance = crossed.map({ abs($0 - estimate.value) }).min(), distance > 0 else { return nil }
    let needed = Double(replicates) * ((high - low) / 2 / distance) * ((high - low) / 2 / distance)
    guard needed.isFinite, needed < 1e6 else { return nil }
    return max(Int(needed.rounded(.up)), replicates + 1)
  }
}
