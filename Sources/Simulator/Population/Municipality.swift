/// A municipality of settlement; synthetic, only the counties are real.
public struct Municipality: Hashable, Sendable {
  public var county: County
  /// Its part of the country's population, which stands for its capacity to settle.
  public var sizeShare: Double
  /// Its part of the residents who do not take part in the introduction programme.
  public var residentShare: Double
  /// Fixed over time.
  public var unemployment: UnemploymentBand
  /// Quality of its programme, standard normal; the model scales it.
  public var quality: Double
  /// Sampling noise of its published three-year results, standard normal; the model scales it.
  public var resultNoise: Double
  /// No one is settled where the immigrant share is specially high, once the criteria hold.
  public var hasHighImmigrantShare: Bool
}
