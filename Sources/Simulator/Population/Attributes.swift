/// A named category of a person or of a municipality; the raw values are the codes of the columns.
public protocol PersonCategory: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == UInt8 {
  /// The names of the report's tables, in the order of the codes.
  static var keys: [String] { get }
}

extension PersonCategory {
  public var key: String { Self.keys[Int(rawValue)] }

  public init?(key: String) {
    guard let index = Self.keys.firstIndex(of: key) else { return nil }
    self.init(rawValue: UInt8(index))
  }
}

public enum Sex: UInt8, PersonCategory {
  case man, woman

  public static let keys = ["man", "woman"]
}

/// Country of birth: those of Tabell 13 and of Vedlegg 3.
public enum Country: UInt8, PersonCategory {
  case somalia, eritrea, iraq, afghanistan, syria, russia, ethiopia, iran, sudan, palestine, congo, myanmar, other

  public static let keys = [
    "somalia", "eritrea", "iraq", "afghanistan", "syria", "russia", "ethiopia", "iran", "sudan", "palestine", "congo",
    "myanmar", "other_countries",
  ]
}

/// Why the residence permit was given.
public enum Reason: UInt8, PersonCategory {
  case other, familyImmigration, flightAsylum, quotaRefugee, notRegistered

  public static let keys = ["other", "family_immigration", "flight_asylum", "quota_refugee", "not_registered_udi"]
}

public enum AgeBand: UInt8, PersonCategory {
  case upTo19, twenties, thirties, forties, fifties, sixties

  public static let keys = ["up_to_19", "20_29", "30_39", "40_49", "50_59", "60_67"]

  /// The band of an age in completed months.
  public init(months: Int) {
    self = AgeBand(rawValue: UInt8(min(max(months / 120 - 1, 0), 5))) ?? .sixties
  }
}

public enum Education: UInt8, PersonCategory {
  case primary, upperSecondary, higher, unknown

  public static let keys = ["primary_lower_secondary", "upper_secondary_adult_ed", "higher", "unknown"]
}

/// The track of the training in Norwegian, by prior schooling.
public enum Track: UInt8, PersonCategory {
  case notRegistered, track1, track2, track3

  public static let keys = ["not_registered_in_track", "track_1", "track_2", "track_3"]
}

/// Use of primary and specialist health services, from little to considerable.
public enum Health: UInt8, PersonCategory {
  case fewProblems, moderateProblems, problems, manyProblems, considerableProblems, unknown

  public static let keys = [
    "few_problems", "moderate_problems", "problems", "many_problems", "considerable_problems", "unknown",
  ]
}

public enum Marital: UInt8, PersonCategory {
  case unmarried, married, widowed, divorcedOrSeparated

  public static let keys = ["unmarried", "married", "widowed", "divorced_separated"]
}

public enum Children: UInt8, PersonCategory {
  case none, oneOrTwo, threeOrFour, fiveOrSix, overSix

  public static let keys = ["0", "1_2", "3_4", "5_6", "over_6"]
}

public enum LoneParent: UInt8, PersonCategory {
  case no, yes

  public static let keys = ["no", "yes"]
}

public enum Housing: UInt8, PersonCategory {
  case notOwner, owner

  public static let keys = ["not_owner", "owner"]
}

/// Student aid from the State Educational Loan Fund.
public enum StudentAid: UInt8, PersonCategory {
  case no, yes

  public static let keys = ["no", "yes"]
}

/// Registered at NAV before 2010.
public enum PriorNav: UInt8, PersonCategory {
  case no, yes

  public static let keys = ["no", "yes"]
}

/// The needs for follow-up that NAV registers for a job seeker over time.
public enum NeedGroup: UInt8, PersonCategory {
  case both, moderateOnly, ordinaryOnly

  public static let keys = ["both", "moderate_only", "ordinary_only"]
}

/// Completed years since the residence permit.
public enum ResidenceBand: UInt8, PersonCategory {
  case zeroToOne, twoToThree, fourToSix, sevenToTen, elevenToFifteen, sixteenToTwenty, overTwenty, unknown

  public static let keys = ["0_1", "2_3", "4_6", "7_10", "11_15", "16_20", "over_20", "unknown"]

  public init(months: Int) {
    self =
      switch months / 12 {
      case ..<2: .zeroToOne
      case ..<4: .twoToThree
      case ..<7: .fourToSix
      case ..<11: .sevenToTen
      case ..<16: .elevenToFifteen
      case ..<21: .sixteenToTwenty
      default: .overTwenty
      }
  }
}

/// The counties of the period, as Tabell 13 has them.
public enum County: UInt8, PersonCategory {
  case ostfold, akershus, oslo, hedmark, oppland, buskerud, vestfold, telemark, austAgder, vestAgder, rogaland,
    hordaland, sognOgFjordane, moreOgRomsdal, sorTrondelag, nordTrondelag, nordland, troms, finnmark

  public static let keys = [
    "ostfold", "akershus", "oslo", "hedmark", "oppland", "buskerud", "vestfold", "telemark", "aust_agder",
    "vest_agder", "rogaland", "hordaland", "sogn_og_fjordane", "more_og_romsdal", "sor_trondelag", "nord_trondelag",
    "nordland", "troms", "finnmark",
  ]
}

/// Registered unemployment of a municipality, in the seven bands of Vedlegg 3.
public enum UnemploymentBand: UInt8, PersonCategory {
  case under1p5, from1p5, from2, from2p5, from3, from3p5, over4

  public static let keys = ["0_1p5", "1p5_2", "2_2p5", "2p5_3", "3_3p5", "3p5_4", "over_4"]

  /// The same municipality in the coarser bands of Tabell 13.
  public var keyOfJobSeekerTable: String { self == .under1p5 || self == .from1p5 ? "under_2" : key }
}
