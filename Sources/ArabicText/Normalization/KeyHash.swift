/// A 64-bit hash of letters that is the same on every machine and in every run, so it can stand in files.
///
/// FNV-1a over 16-bit units with a final mix (the finalizer of MurmurHash3), since indexes use its upper bits.
package struct KeyHash: Sendable {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  package init() {}

  /// The hash of the folded form of letters.
  init(folded letters: some Sequence<UInt16>) {
    for letter in letters { combine(foldedFormOf: letter) }
  }

  package mutating func combine(_ unit: UInt16) {
    state = (state ^ UInt64(unit)) &* 0x100_0000_01B3
  }

  /// Combines the folded form of a letter, which may be nothing.
  mutating func combine(foldedFormOf letter: UInt16) {
    if let folded = LetterTable.shared.fold(letter) { combine(folded) }
  }

  /// The hash of what was combined so far.
  package var value: UInt64 {
    var mixed = state
    mixed = (mixed ^ (mixed >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    mixed = (mixed ^ (mixed >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return mixed ^ (mixed >> 33)
  }
}
