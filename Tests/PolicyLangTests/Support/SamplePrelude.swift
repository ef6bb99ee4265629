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
      collective
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
      monthly
    end

    external outcome in_education
      label    nb "i utdanning" en "in education"
      unit     %
      clock    settlement, calendar
      monthly
    end

    external outcome pay
      label    nb "lønn" en "pay"
      unit     kr(2018) per year
      clock    settlement, arrival, programme_exit, calendar
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
      counted
    end

    external attribute country
      label nb "fødeland" en "country of birth"
      category somalia         nb "Somalia" en "Somalia"
      category eritrea         nb "Eritrea" en "Eritrea"
      category iraq            nb "Irak" en "Iraq"
      category afghanistan     nb "Afghanistan" en "Afghanistan"
      category syria           nb "Syria" en "Syria"
      category russia          nb "Russland" en "Russia"
      category ethiopia        nb "Etiopia" en "Ethiopia"
      category iran            nb "Iran" en "Iran"
      category sudan           nb "Sudan" en "Sudan"
      category palestine       nb "Palestina" en "Palestine"
      category congo           nb "Kongo" en "Congo"
      category myanmar         nb "Myanmar" en "Myanmar"
      category other_countries nb "andre land" en "other countries"
    end

    external attribute reason
      label nb "innvandringsgrunn" en "reason for immigration"
      category other              nb "annet" en "other"
      category family_immigration nb "familieinnvandring" en "family immigration"
      category flight_asylum      nb "flukt (asyl)" en "flight (asylum)"
      category quota_refugee      nb "overføringsflyktning" en "quota refugee"
      category not_registered_udi nb "ikke registrert hos UDI" en "not registered with UDI"
    end

    external attribute education
      label nb "utdanning" en "education"
      category primary_lower_secondary  nb "grunnskole" en "primary and lower secondary"
      category upper_secondary_adult_ed nb "videregående og voksenopplæring" en "upper secondary and adult education"
      category higher                   nb "høyere utdanning" en "higher education"
      category unknown                  nb "ukjent" en "unknown"
    end

    external attribute track
      label nb "spor i norskopplæringen" en "track of Norwegian training"
      category not_registered_in_track nb "ikke registrert i spor" en "not registered in a track"
      category track_1                 nb "spor 1" en "track 1"
      category track_2                 nb "spor 2" en "track 2"
      category track_3                 nb "spor 3" en "track 3"
    end

    external attribute health
      label nb "helse" en "health"
      category few_problems          nb "lite helseproblemer" en "few problems"
      category moderate_problems     nb "moderate helseproblemer" en "moderate problems"
      category problems              nb "helseproblemer" en "problems"
      category many_problems         nb "mye helseproblemer" en "many problems"
      category considerable_problems nb "betydelige helseproblemer" en "considerable problems"
      category unknown               nb "ukjent" en "unknown"
    end

    external attribute norwegian.oral
      label nb "muntlig norsk" en "oral Norwegian"
      category under_B1 nb "under B1" en "below B1"
      category B1       nb "B1 eller høyere" en "B1 or higher"
      outside  unknown  nb "ukjent" en "unknown"
      ordered
      lived
    end

    external attribute county
      label nb "fylke" en "county"
      category ostfold          nb "Østfold" en "Østfold"
      category akershus         nb "Akershus" en "Akershus"
      category oslo             nb "Oslo" en "Oslo"
      category hedmark          nb "Hedmark" en "Hedmark"
      category oppland          nb "Oppland" en "Oppland"
      category buskerud         nb "Buskerud" en "Buskerud"
      category vestfold         nb "Vestfold" en "Vestfold"
      category telemark         nb "Telemark" en "Telemark"
      category aust_agder       nb "Aust-Agder" en "Aust-Agder"
      category vest_agder       nb "Vest-Agder" en "Vest-Agder"
      category rogaland         nb "Rogaland" en "Rogaland"
      category hordaland        nb "Hordaland" en "Hordaland"
      category sogn_og_fjordane nb "Sogn og Fjordane" en "Sogn og Fjordane"
      category more_og_romsdal  nb "Møre og Romsdal" en "Møre og Romsdal"
      category sor_trondelag    nb "Sør-Trøndelag" en "Sør-Trøndelag"
      category nord_trondelag   nb "Nord-Trøndelag" en "Nord-Trøndelag"
      category nordland         nb "Nordland" en "Nordland"
      category troms            nb "Troms" en "Troms"
      category finnmark         nb "Finnmark" en "Finnmark"
    end

    external attribute unemployment
      label nb "arbeidsledighet i kommunen" en "unemployment in the municipality"
      category "0_1p5" nb "0–1,5 %" en "0–1.5 %"
      category "1p5_2" nb "1,5–2 %" en "1.5–2 %"
      category "2_2p5" nb "2–2,5 %" en "2–2.5 %"
      category "2p5_3" nb "2,5–3 %" en "2.5–3 %"
      category "3_3p5" nb "3–3,5 %" en "3–3.5 %"
      category "3p5_4" nb "3,5–4 %" en "3.5–4 %"
      category over_4  nb "over 4 %" en "over 4 %"
      ordered
    end

    external attribute residence_years
      label nb "botid" en "years of residence"
      category "0_1"   nb "0–1 år" en "0–1 years"
      category "2_3"   nb "2–3 år" en "2–3 years"
      category "4_6"   nb "4–6 år" en "4–6 years"
      category "7_10"  nb "7–10 år" en "7–10 years"
      category "11_15" nb "11–15 år" en "11–15 years"
      category "16_20" nb "16–20 år" en "16–20 years"
      category over_20 nb "mer enn 20 år" en "more than 20 years"
      category unknown nb "ukjent" en "unknown"
      counted
    end

    external attribute marital
      label nb "sivilstand" en "marital status"
      category unmarried          nb "ugift" en "unmarried"
      category married            nb "gift" en "married"
      category widowed            nb "enke/enkemann" en "widowed"
      category divorced_separated nb "skilt/separert" en "divorced or separated"
    end

    external attribute lone_parent
      label nb "enslig forsørger" en "lone parent"
      category no  nb "ikke enslig forsørger" en "not a lone parent"
      category yes nb "enslig forsørger" en "lone parent"
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
