/// Recognizes Buckwalter transliteration, one ASCII sign for each Arabic letter.
package enum Buckwalter {
  private static let map = (try? Scheme.named("buckwalter"))?.table.letters ?? LetterMap([])

  /// Signs of the table that no ordinary Latin spelling of a name has inside a word.
  private static let distinctive = Set("$*&}{<>|~".utf8)

  /// Returns the Arabic that `text` spells, or nil when it does not look like Buckwalter.
  ///
  /// It does when each of its signs is in the table and a word has, beside letters, a sign that names in Latin letters do
  /// not have, or capitals where those have none; signs alone ("$$") are punctuation. Case carries meaning, so this comes
  /// before any folding.
  package static func arabic(from text: String) -> String? {
    let words = text.utf8.split(separator: UInt8(ascii: " "))
    let isDistinct = words.contains { word in
      word.contains { distinctive.contains($0) } && word.contains { isLetter($0) }
        || hasCapitalsInside(Array(word))
    }
    guard isDistinct else { return nil }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == " " {
        result.append(scalar)
      } else if let letter = map.letter(for: scalar) {
        result.append(letter)
      } else {
        return nil
      }
    }
    return String(result)
  }

  /// Whether a word has capitals that begin no part of a name: mHmd, but not McDonald and AbdulRahman, whose parts have vowels.
  private static func hasCapitalsInside(_ word: [UInt8]) -> Bool {
    guard word.count > 3, word.contains(where: { (0x61...0x7A).contains($0) }) else { return false }
    for place in word.indices.dropFirst() where (0x41...0x5A).contains(word[place]) {
      let part = word[(place + 1)...].prefix { (0x61...0x7A).contains($0) }
      if !part.contains(where: { vowels.contains($0) }) { return true }
    }
    return false
  }

  private static let vowels = Set("aeiou".utf8)

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
