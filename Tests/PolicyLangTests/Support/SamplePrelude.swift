import PolicyCore
import PolicyLang

/// A small prelude with one declaration of every kind, so that tests do not move with the real one.
enum SamplePrelude {
  static let files = [
    "introduction_programme": """
    language 1
    use persons

    ## The length of a standard introduction programme, without approved leave.
    external lever programme.length
      label    nb "programlengde" en "programme length"
      domain   12 to 48 months
      baseline 24 months
      read     programme_start
      reach    new_entrants
      through  programme.lock_in, programme.content_effect
      acts     nb "Deltakerne lærer mer og søker arbeid senere." en "Participants learn more and seek work later."
      source   report 3915, report 3918
    end

    external lever nav.involvement
      label    nb "NAV-tiltak i programmet" en "NAV measures in the programme"
      domain   0 to 100 %
      baseline 25 %
      read     monthly
      reach    everyone
      through  programme.content_effect
    end

    external lever nav.wage_subsidy
      label    nb "lønnstilskudd" en "wage subsidies"
      domain   0 to 100 %
      baseline 5 %
      read     monthly
      reach    everyone
    end

    external lever settlement.weights
      label    nb "bosettingskriterier" en "settlement criteria"
      domain   weights
      baseline 0/100
      read     settlement
      reach    new_entrants
    end

    external lever norwegian.target
      label    nb "norskmål" en "Norwegian target"
      domain   level oral
      baseline (level: B1 oral, share: 25 %)
      read     programme_start
      reach    new_entrants
    end

    external outcome employed
      label    nb "sysselsatt" en "employed"
      unit     %
      clock    settlement, arrival, programme_exit, calendar
      source   report 3402
    end

    external outcome in_education
      label    nb "i utdanning" en "in education"
      unit     %
      clock    settlement, calendar
    end

    external parameter programme.lock_in
      label    nb "innlåsing" en "lock-in"
      scale    "share of the job-start hazard that is left during the programme"
      value    0.35
      range    0.1 to 0.9
      neutral  1.0
      grade    assumed
      reason   "no estimate exists"
      source   report 3402
    end

    external parameter programme.content_effect
      label    nb "innhold" en "content"
      scale    "log hazard per year"
      value    fitted
      grade    fitted
      source   "Author 2019, Journal"
    end

    ## What was decided until 2019.
    scenario baseline
      settlement.weights = 60/40 from 2018-10
    end
    """,
    "persons": """
    language 1

    external attribute sex
      label    nb "kjønn" en "sex"
      category man   nb "menn" en "men"
      category woman nb "kvinner" en "women"
    end

    external attribute age
      label    nb "alder" en "age"
      category under_30 nb "under 30" en "under 30"
      category from_30  nb "30 og over" en "30 and over"
      ordered
    end

    ## All women.
    group women = sex is woman
    group men = sex is man
    """,
  ]

  static let fitted = ["programme.content_effect": FittedValue(value: 0.1, standardError: 0.05)]

  /// The prelude as the environment of a session in which it was brought.
  static let environment = Language.check(
    SourceFile(name: "session", text: "use introduction_programme"), mode: .session, loader: SampleLoader(),
    fitted: fitted
  ).environment
}

/// Finds the sample prelude and the files that a test brings.
struct SampleLoader: ModuleLoader {
  var files: [String: String] = [:]
  var moduleNames: [String] { SamplePrelude.files.keys.sorted() }

  func load(_ name: String, relativeTo file: SourceFile?) -> SourceFile? {
    if let text = files[name] { return SourceFile(name: name, text: text) }
    return SamplePrelude.files[name].map { SourceFile(name: "stdlib/\(name).policy", text: $0) }
  }
}

/// Checks a text against the sample prelude.
func check(
  _ text: String, in environment: Environment = .empty, mode: CheckMode = .file, files: [String: String] = [:]
) -> Checked {
  Language.check(
    SourceFile(name: "test.policy", text: text), in: environment, mode: mode, loader: SampleLoader(files: files),
    fitted: SamplePrelude.fitted)
}

/// What is wrong with a text, as people read it.
func messages(_ checked: Checked) -> String { DiagnosticRenderer().render(checked.diagnostics) }
