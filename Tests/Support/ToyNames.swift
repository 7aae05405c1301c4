/// Invented words with a spelling that follows simple rules, so that a model trained on some must know the others.
///
/// Each syllable is a consonant, and a long vowel or nothing. Everyday spelling writes what stands there, one letter by
/// one or two; scholarly spelling writes a short a where nothing stands, except at the end.
package struct ToyNames {
  package var generator: SeededGenerator

  /// A word.
  package struct Word: Hashable, Sendable {
    package let arabic: String
    package let everyday: String
    package let scholarly: String
  }

  package init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  private static let consonants: [(arabic: String, latin: String)] = [
    ("ب", "b"), ("ت", "t"), ("د", "d"), ("ر", "r"), ("س", "s"), ("ش", "sh"), ("ك", "k"), ("خ", "kh"),
    ("ل", "l"), ("م", "m"), ("ن", "n"), ("ف", "f"),
  ]
  private static let vowels: [(arabic: String, everyday: String, scholarly: String)] = [
    ("ا", "a", "ā"), ("ي", "i", "ī"), ("و", "u", "ū"),
  ]

  /// A word of two to four syllables.
  package mutating func word() -> Word {
    var (arabic, everyday, scholarly) = ("", "", "")
    let count = Int.random(in: 2...4, using: &generator)
    for syllable in 0..<count {
      guard let consonant = Self.consonants.randomElement(using: &generator) else { continue }
      arabic += consonant.arabic
      everyday += consonant.latin
      scholarly += consonant.latin
      if Int.random(in: 0..<2, using: &generator) == 0,
        let vowel = Self.vowels.randomElement(using: &generator)
      {
        arabic += vowel.arabic
        everyday += vowel.everyday
        scholarly += vowel.scholarly
      } else if syllable < count - 1 {
        scholarly += "a"
      }
    }
    return Word(arabic: arabic, everyday: everyday, scholarly: scholarly)
  }

  /// Different words.
  package mutating func words(_ count: Int) -> [Word] {
    var seen: Set<Word> = []
    var words: [Word] = []
    while words.count < count {
      let word = word()
      if seen.insert(word).inserted { words.append(word) }
    }
    return words
  }

  /// A table of pairs of everyday spelling, as a file has it.
  package static func everydayTable(_ words: [Word]) -> String {
    "arabic\tlatin\n" + words.map { "\($0.arabic)\t\($0.everyday)\n" }.joined()
  }

  /// A table of counted words in ALA-LC, as a file has it.
  package static func scholarlyTable(_ words: [Word]) -> String {
    "arabic\tlatin\tfreq\n" + words.map { "\($0.arabic)\t\($0.scholarly)\t1\n" }.joined()
  }
}
