internal import ArabicText

/// What the model says of a word, as a reading.
enum ModelReading {
  /// Returns the reading of a vocalization.
  ///
  /// The model writes the word in the letters of libraries; where its vowel marks do not say the same, those are taken that
  /// the rules of the scheme make of it.
  static func reading(_ proposal: Transducer.Vocalization) -> WordReading {
    let arabic = repaired(proposal)
    // What stands for a sound that Arabic does not have is written as the rules say.
    let isWhole = scheme?.showsForeignLetters(of: arabic, in: proposal.scholarly) ?? true
    return WordReading(
      arabic: arabic, scholarly: isWhole ? proposal.scholarly : nil, probability: proposal.probability,
      source: .model)
  }

  /// The proposals for a word that the scheme can write, where the model writes a foreign name as it is spelled at home: "Richard".
  ///
  /// - Parameters:
  ///   - proposals: what the model proposes, likeliest first.
  ///   - word: the word without marks.
  ///   - more: asks the model for more proposals.
  /// - Returns: them, all when the scheme can write none; and whether the likeliest was none that it can write.
  static func writable(
    _ proposals: [Transducer.Vocalization], of word: String, more: () -> [Transducer.Vocalization]
  ) -> (proposals: [Transducer.Vocalization], isForeign: Bool) {
    let proposals = proposals.map(apart)
    let written = proposals.filter { isWritable($0.scholarly, word) }
    // Those that come first weigh most; where they are gone, others may be likelier than what is left.
    if let first = proposals.first, written.first != first {
      let others = more().map(apart).filter { isWritable($0.scholarly, word) }
      return (others.isEmpty ? written.isEmpty ? proposals : written : others, true)
    }
    return (written, false)
  }

  private static func isWritable(_ scholarly: String, _ word: String) -> Bool {
    guard let scheme else { return true }
    return scheme.canWrite(scholarly, for: word)
  }

  /// Takes a prefix and the article apart that are written as one, which libraries do only with "lil-": "fal-" is "fa-al-" (ALA-LC
  /// 2012, rules 16b and 17c).
  private static func apart(_ proposal: Transducer.Vocalization) -> Transducer.Vocalization {
    let letters = VocalizedWord.bare(proposal.arabic)
    guard letters.unicodeScalars.dropFirst().starts(with: "ال".unicodeScalars),
      letters.unicodeScalars.count > 4,
      let hyphen = proposal.scholarly.firstIndex(of: "-"),
      let prefix = prefixes[String(proposal.scholarly[..<hyphen])]
    else { return proposal }
    // The stem begins with the fourth letter.
    var count = 0
    let stem = proposal.arabic.unicodeScalars.drop { scalar in
      if scalar.properties.generalCategory == .otherLetter { count += 1 }
      return count < 4
    }
    let latin = prefix.latin + "-al-" + proposal.scholarly[hyphen...].dropFirst()
    return Transducer.Vocalization(
      scholarly: latin, arabic: prefix.arabic + "\u{2060}ال" + String(String.UnicodeScalarView(stem)),
      probability: proposal.probability)
  }

  private static let prefixes: [String: (latin: String, arabic: String)] = [
    "wal": ("wa", "وَ"), "fal": ("fa", "فَ"), "bil": ("bi", "بِ"), "kal": ("ka", "كَ"),
  ]

  /// A vocalized word in the letters that the model writes.
  static func scholarly(_ arabic: String) -> String? { scheme?.romanize(arabic, capitals: .none) }

  private static let scheme = try? Scheme.named(NameWriter.scholarlyScheme)

  private static func repaired(_ proposal: Transducer.Vocalization) -> String {
    let arabic = proposal.arabic
    guard let scheme, !arabic.unicodeScalars.contains("\u{2060}"),
      scheme.romanize(arabic, capitals: .none) != proposal.scholarly,
      let ruled = scheme.arabize(proposal.scholarly),
      VocalizedWord.bare(ruled) == VocalizedWord.bare(arabic),
      scheme.romanize(ruled, capitals: .none) == proposal.scholarly
    else { return arabic }
    return ruled
  }
}
