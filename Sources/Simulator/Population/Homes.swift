/// Where residents live: municipalities by their part of the residents, to a 65 536th.
struct Homes {
  private static let slots = 1 << 16
  private var municipalities: ContiguousArray<UInt16> = []

  init(_ municipalities: [Municipality]) {
    let numbers = Raking.wholeNumbers(
      following: ContiguousArray(municipalities.map(\.residentShare)), total: Self.slots)
    for (municipality, number) in numbers.enumerated() {
      self.municipalities.append(contentsOf: repeatElement(UInt16(municipality), count: number))
    }
  }

  /// - Parameter draw: in [0, 1).
  func municipality(at draw: Double) -> UInt16 { municipalities[Int(draw * Double(Self.slots))] }
}
