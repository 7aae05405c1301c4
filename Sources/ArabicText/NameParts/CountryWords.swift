/// A country, or what belongs to one, as a word says it: Iraq, Iraqi, العراقية.
package struct CountryWord: Sendable, Equatable {
  /// The country, by its place in `Lexicon/Parts/countries.tsv`, from 1; 0 for none.
  package let country: UInt8
  /// Whether the word says what belongs to it.
  package let isAdjective: Bool

  /// No country.
  package static let none = CountryWord(country: 0, isAdjective: false)

  /// The country that a word names, by the hash of its folded form.
  package static func find(_ foldedHash: UInt64) -> CountryWord {
    guard let number = all[foldedHash] else { return none }
    return CountryWord(country: UInt8(truncatingIfNeeded: number >> 1), isAdjective: number & 1 != 0)
  }

  /// Twice the country, and 1 more for an adjective.
  private static let all: HashedNumbers = {
    var words = HashedNumbers()
    var country = 0
    DataTable.countries.forEachRow { row in
      country += 1
      let fields = row.fields(3)
      for isAdjective in [false, true] {
        for word in fields[isAdjective ? 2 : 1].split(separator: UInt8(ascii: "|")) {
          let letters = Self.letters(word)
          let number = country * 2 + (isAdjective ? 1 : 0)
          for start in [[], article] {
            for end in isAdjective ? [[], feminine] : [[]] {
              words.set(KeyHash(folded: start + letters + end).value, to: number)
              if letters.first?.isArabic == false { break }
            }
            if letters.first?.isArabic == false { break }
          }
        }
      }
    }
    return words
  }()

  private static let article = Array("ال".utf16)
  private static let feminine = Array("ة".utf16)

  private static func letters(_ bytes: ArraySlice<UInt8>) -> [UInt16] {
    var decoder = UTF8Decoder()
    var letters: [UInt16] = []
    for byte in bytes { decoder.feed(byte) { letters.append($0) } }
    return letters
  }
}
