/// What a reading scheme's file says about letters as such.
struct ReadingLetters: Sendable {
  /// The letters of vowels.
  var vowels = Set("aeiou".unicodeScalars)
  /// Those before which some consonants are spoken at the front of the mouth.
  var front = Set("ei".unicodeScalars)
  /// Those before or behind which some consonants are spoken at the back of the mouth.
  var back = Set("aou".unicodeScalars)
  /// Arabic letters that a spelling may leave out, folded.
  var unwritten: Set<UInt16> = []
  /// Signs that are letters when they touch a letter: digits, the dollar sign, the apostrophe.
  var signs: Set<Unicode.Scalar> = ["'"]

  /// Sets what a header line says, or returns false when it means nothing.
  mutating func set(_ key: String, to value: String) -> Bool {
    switch key {
    case "vowels": vowels = Set(value.unicodeScalars)
    case "front": front = Set(value.unicodeScalars)
    case "back": back = Set(value.unicodeScalars)
    case "unwritten": unwritten = Set(ReadingRow.folded(value))
    default: return false
    }
    return true
  }

  /// Takes note of signs that a spelling has beside letters.
  mutating func addSigns(of spelling: [Unicode.Scalar]) {
    for scalar in spelling where !scalar.properties.isAlphabetic && scalar != "-" && scalar != " " {
      signs.insert(scalar)
    }
  }
}
