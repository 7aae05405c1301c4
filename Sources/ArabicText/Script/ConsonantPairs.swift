/// Two Latin letters that are one consonant: kh, sh, dj.
///
/// Nobody is called so, but initials are written so.
package enum ConsonantPairs {
  /// Whether two normalized letters are one consonant.
  package static func contains(_ first: UInt16, _ second: UInt16) -> Bool {
    pairs.contains(UInt32(first) << 16 | UInt32(second))
  }

  /// Those of `Letters/latin.tsv` that stand for some letter without a cost.
  private static let pairs: [UInt32] = {
    let letters = LetterTable.shared
    return letters.chunks.indices.compactMap { code in
      let chunk = letters.chunks[code]
      guard chunk.count == 2, chunk.place == .any, chunk[0] != chunk[1], isConsonant(chunk[0]),
        isConsonant(chunk[1]), letters.sounds[code].first?.cost == 0
      else { return nil }
      return UInt32(chunk[0]) << 16 | UInt32(chunk[1])
    }
  }()

  private static func isConsonant(_ letter: UInt16) -> Bool {
    letter >= 0x61 && letter <= 0x7A && !vowels.contains(letter)
  }

  private static let vowels = Array("aeiouwy".utf16)
}
