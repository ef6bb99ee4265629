import PolicyCore

// What happens in a life, in words.

extension LifeState {
  var inWords: Label {
    switch self {
    case .awaitingSettlement: Label(nb: "venter på bosetting", en: "waits for settlement")
    case .programme: Label(nb: "introduksjonsprogram", en: "introduction programme")
    case .outOfWork: Label(nb: "uten arbeid", en: "out of work")
    case .jobSeeker: Label(nb: "arbeidssøker hos NAV", en: "job seeker at NAV")
    case .reducedCapacity: Label(nb: "nedsatt arbeidsevne, hos NAV", en: "reduced work capacity, at NAV")
    case .kvp: Label(nb: "kvalifiseringsprogram (KVP)", en: "qualification programme (KVP)")
    case .jobbsjansen: Label(nb: "Jobbsjansen", en: "Jobbsjansen")
    case .employed: Label(nb: "i arbeid", en: "in work")
    case .education: Label(nb: "utdanning", en: "education")
    case .disability: Label(nb: "uføretrygd", en: "disability benefit")
    }
  }

  /// How a state came after another.
  func inWords(after before: LifeState?) -> Label {
    switch (self, before) {
    case (_, nil): inWords
    case (.employed, .jobSeeker?), (.employed, .reducedCapacity?):
      Label(nb: "jobb, funnet hos NAV", en: "a job, found while at NAV")
    case (.employed, .kvp?): Label(nb: "jobb etter KVP", en: "a job after KVP")
    case (.employed, .jobbsjansen?): Label(nb: "jobb etter Jobbsjansen", en: "a job after Jobbsjansen")
    case (.employed, .programme?): Label(nb: "jobb, rett fra programmet", en: "a job, out of the programme")
    case (.employed, _): Label(nb: "jobb, funnet uten NAV", en: "a job, found without NAV")
    case (.outOfWork, .employed?): Label(nb: "mister jobben", en: "loses the job")
    case (.jobSeeker, .employed?):
      Label(nb: "mister jobben, arbeidssøker hos NAV", en: "loses the job, job seeker at NAV")
    case (.outOfWork, .programme?):
      Label(nb: "programmet er over, uten arbeid", en: "the programme is over, out of work")
    case (.outOfWork, .jobSeeker?), (.outOfWork, .reducedCapacity?):
      Label(nb: "ute av NAV uten jobb", en: "leaves NAV without a job")
    case (.outOfWork, .education?): Label(nb: "utdanningen er over", en: "the education is over")
    case (.outOfWork, .kvp?): Label(nb: "KVP er over, uten jobb", en: "KVP is over, without a job")
    case (.outOfWork, .jobbsjansen?):
      Label(nb: "Jobbsjansen er over, uten jobb", en: "Jobbsjansen is over, without a job")
    case (_, _?): inWords
    }
  }
}

extension LifeChance.Kind {
  var inWords: Label {
    switch self {
    case .jobStart: Label(nb: "jobb uten NAV", en: "a job without NAV")
    case .jobLoss: Label(nb: "tap av jobben", en: "loss of the job")
    case .jobAtNAV: Label(nb: "jobb hos NAV", en: "a job while at NAV")
    case .leavingNAV: Label(nb: "ut av NAV uten jobb", en: "NAV left without a job")
    case .measure: Label(nb: "tiltak hos NAV", en: "a measure at NAV")
    case .registration: Label(nb: "registrering hos NAV", en: "registration at NAV")
    case .registrationAfterLoss:
      Label(nb: "registrering hos NAV når jobben går tapt", en: "registration at NAV when the job is lost")
    case .education: Label(nb: "start på utdanning", en: "start of an education")
    case .reducedCapacity: Label(nb: "nedsatt arbeidsevne", en: "reduced work capacity")
    case .disability: Label(nb: "uføretrygd", en: "disability benefit")
    case .kvpOffer: Label(nb: "tilbud om KVP", en: "an offer of KVP")
    case .jobbsjansenPlace: Label(nb: "plass i Jobbsjansen", en: "a place in Jobbsjansen")
    case .takeUp: Label(nb: "om plassen tas i bruk", en: "whether the place is taken")
    case .jobAfterKVP: Label(nb: "jobb etter KVP", en: "a job after KVP")
    case .jobAfterJobbsjansen: Label(nb: "jobb etter Jobbsjansen", en: "a job after Jobbsjansen")
    }
  }
}

extension LifeEvent.Leaving {
  var inWords: Label {
    switch self {
    case .deathOrEmigration: Label(nb: "død eller utvandret", en: "dies or emigrates")
    case .retirementAge: Label(nb: "67 år", en: "67 years old")
    case .endOfTrace: Label(nb: "følges ikke lenger", en: "not followed any longer")
    }
  }
}

/// The measures at NAV by the model's keys.
enum MeasureWords {
  static func label(_ key: String) -> Label { labels[key] ?? Label(nb: key, en: key) }

  private static let labels = [
    "wage_subsidy": Label(nb: "lønnstilskudd", en: "wage subsidy"),
    "amo_course": Label(nb: "AMO-kurs", en: "AMO course"),
    "follow_up": Label(nb: "oppfølging", en: "follow-up"),
    "work_ability_clarification": Label(nb: "avklaring", en: "clarification"),
    "work_practice": Label(nb: "arbeidspraksis", en: "work practice"),
    "job_club": Label(nb: "jobbklubb", en: "job club"),
    "ordinary_education": Label(nb: "ordinær utdanning som tiltak", en: "ordinary education as a measure"),
    "work_rehabilitation": Label(nb: "arbeidsrettet rehabilitering", en: "work rehabilitation"),
    "aft_work_preparation": Label(nb: "arbeidsforberedende trening", en: "work preparation training"),
  ]
}
