import PolicyCore
import PolicyLang

@testable import PolicySession

/// A small prelude, and the files that a test brings.
struct TestLibrary: ModuleLoader {
  var files: [String: String] = [:]

  func load(_ name: String, relativeTo file: SourceFile?) -> SourceFile? {
    (files[name] ?? Self.prelude[name]).map { SourceFile(name: name, text: $0) }
  }

  static let prelude = [
    "introduction_programme": """
    language 1

    external attribute sex
      label    nb "kjønn" en "sex"
      category man   nb "menn" en "men"
      category woman nb "kvinner" en "women"
    end
    group women = sex is woman
    group men = sex is man

    external outcome employed
      label nb "sysselsatt" en "employed"
      unit  %
      clock settlement, programme_exit, calendar
    end

    external outcome in_education
      label nb "i utdanning" en "in education"
      unit  %
      clock settlement, calendar
    end

    external outcome public_cost
      label nb "offentlige utgifter" en "public cost"
      unit  kr(2018) per year
      clock settlement
    end

    external parameter programme.lock_in
      label   nb "innlåsing" en "lock-in"
      scale   "share of the hazard that is left"
      value   fitted
      range   -1 to 1
      neutral 0
      grade   assumed
      reason  "no estimate exists"
    end

    external parameter programme.content_effect
      label   nb "innhold" en "content"
      scale   "effect per month"
      value   0.002
      range   -1 to 1
      neutral 0
      grade   estimated
    end

    external lever programme.length
      label    nb "programlengde" en "programme length"
      domain   12 to 48 months
      baseline 24 months
      read     programme_start
      reach    new_entrants
      through  programme.lock_in, programme.content_effect
    end

    external lever norwegian.target
      label    nb "norskmål" en "Norwegian target"
      domain   level oral
      baseline (level: B1 oral, share: 25 %)
      read     programme_start
      reach    new_entrants
    end

    ## What is in force.
    scenario baseline
    end
    """
  ]

  static let fitted = ["programme.lock_in": FittedValue(value: -0.001, standardError: 0.0005)]
}

extension FakeEngine {
  /// Outcomes of the small prelude that are not shares: a full share stands for this many.
  static let amounts: [String: (unit: Unit, whole: Double)] = [
    "public_cost": (.kroner(per: .year, priceYear: 2018), 100_000)
  ]

  /// Each month beyond 24 months of programme costs the lock-in and gains the content.
  static func longerProgramme(_ catalogue: Catalogue, lastYear: Int = 9, failure: EngineFailure? = nil) -> FakeEngine {
    FakeEngine(
      parameters: Dictionary(catalogue.parameters.map { ($0.slot, $0.value) }) { $1 },
      effects: [
        "programme.length": { value, parameter in
          guard case .quantity(let quantity) = value else { return 0 }
          let change = parameter("programme.lock_in") + parameter("programme.content_effect")
          return (quantity.value - 24) * change
        }
      ], lastYear: lastYear, failure: failure)
  }
}

extension Session {
  /// A session on the small prelude and an engine in closed form.
  static func sample(files: [String: String] = [:], size: RunSize = .quick) -> Session {
    Session(
      loader: TestLibrary(files: files), fitted: TestLibrary.fitted, size: size,
      engine: { FakeEngine.longerProgramme($0) })
  }

  /// The same with the prelude brought and a longer programme defined.
  static func started(size: RunSize = .quick) -> Session {
    var session = sample(size: size)
    session.evaluate("use introduction_programme")
    session.evaluate("scenario three_years from baseline\n  programme.length = 36 months\nend")
    return session
  }
}
