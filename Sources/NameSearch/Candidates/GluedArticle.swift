internal import ArabicText

/// The article that Latin spellings write onto a word, its own or the one before: "Alotaibi", "Elsayed", "Habibur Rahman".
enum GluedArticle {
  /// Its spellings in symbols, each with what it costs to find a word behind it, in steps of `PairModel`.
  ///
  /// Al and el are usual; a lone l, as French has it before a vowel, begins many other words.
  static let latin: [(symbols: [UInt8], cost: Int32)] = [
    (symbols(of: "al"), 16), (symbols(of: "el"), 16), (symbols(of: "l"), 32),
  ]

  /// The nominative's -u with the article of the next word, l or its first consonant, in symbols: see
  /// `NameText.lentArticleLength`.
  static let lent: [[UInt8]] = "uo".flatMap { vowel in "ltdrzsn".map { symbols(of: "\(vowel)\($0)") } }

  /// What it costs that a word has one behind it, in steps of `PairModel`.
  static let lentCost: Int32 = 8

  private static func symbols(of text: String) -> [UInt8] {
    var symbols: [UInt8] = []
    WordKey.append(Array(text.utf16)[...], to: &symbols)
    return symbols
  }

  /// The least letters that a word has behind it.
  static let leastLetters = 3

  /// How many symbols at the beginning of a word may be its article, 0 for none: al or el, and what the sun letters make of it:
  /// "Essadok", "Echaabi".
  static func length(_ word: ArraySlice<UInt8>) -> Int {
    guard word.count >= 2 + leastLetters else { return 0 }
    if begins(word) { return 2 }
    let (first, second, third) = (word[word.startIndex], word[word.startIndex + 1], word[word.startIndex + 2])
    guard vowels.contains(first) else { return 0 }
    if second == third, sunLetters.contains(second) { return 2 }
    return third == h && shSigns.contains(second) ? 1 : 0
  }

  private static let vowels = symbols(of: "ae")
  private static let sunLetters = symbols(of: "tdrzsn")
  private static let h = symbols(of: "h")[0]
  private static let shSigns = symbols(of: "cs")

  /// Whether a word in symbols begins with al or el and goes on behind it.
  static func begins(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count >= 2 + leastLetters else { return false }
    return latin.contains { $0.symbols.count == 2 && word.starts(with: $0.symbols) }
  }
}
