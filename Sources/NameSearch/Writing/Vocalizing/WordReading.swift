internal import ArabicText

/// A vocalized reading of a word.
struct WordReading: Sendable {
  /// The word with its vowel marks; a U+2060 stands behind an inseparable prefix.
  let arabic: String
  /// The word as the model writes it in the letters of libraries, where the model was asked.
  var scholarly: String?
  /// How probable it is among the readings of the word.
  var probability: Double
  let source: WritingSource
  /// The name of the lexicon that it was read from.
  var name: WordBook.Name?
  /// Whether the lexicon has it in another spelling only, with another hamza, ى or ة.
  var isOtherSpelling = false
  /// Whether the model would rather spell it as a foreign name is spelled at home.
  var isForeign = false
  /// Whether it is followed by what it belongs to, which a word in ة (ta marbuta) shows; nil to decide it by rule.
  var isConstruct: Bool?
}

/// Consecutive words that are read together: one word, or a name that the lexicon knows.
struct Unit: Sendable {
  /// The places of its words in the text.
  let words: Range<Int>
  /// The readings, likeliest first; each has as many words as the unit.
  let readings: [WordReading]
}

extension WordReading {
  /// The same reading in other letters.
  func replacing(_ arabic: String) -> WordReading {
    WordReading(
      arabic: arabic, probability: probability, source: source, name: name, isOtherSpelling: isOtherSpelling)
  }

  /// The same reading with the "-an" that is written on the word.
  func withEnding(of written: VocalizedWord) -> WordReading {
    VocalizedWord(arabic).withEnding(of: written).map { rewritten($0.text) } ?? self
  }

  /// The same reading in other letters, still in construct or foreign where it was.
  private func rewritten(_ arabic: String) -> WordReading {
    var reading = replacing(arabic)
    reading.isConstruct = isConstruct
    reading.isForeign = isForeign
    return reading
  }

  /// The same reading with the letters of foreign sounds that the word is written with: ڤاليري where the lexicon has فاليري.
  func withForeignLetters(of written: VocalizedWord) -> WordReading {
    VocalizedWord(arabic).withForeignLetters(of: written).map { rewritten($0.text) } ?? self
  }

  /// The same reading with a prefix written onto its first word.
  func prefixed(with prefix: String) -> WordReading {
    rewritten(prefix + arabic)
  }

  /// The same reading without the article that its first word begins with.
  var withoutArticle: WordReading {
    let words = arabic.split(separator: " ", maxSplits: 1)
    guard let first = words.first else { return self }
    let rest = words.dropFirst().map { " " + $0 }.joined()
    return rewritten(VocalizedWord(String(first)).withoutArticle + rest)
  }
}
