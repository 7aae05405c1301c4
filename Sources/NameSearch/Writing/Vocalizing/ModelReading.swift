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
  /// - Returns: all of them when the scheme can write none.
  static func writable(
    _ proposals: [Transducer.Vocalization], of word: String, more: () -> [Transducer.Vocalization]
  ) -> [Transducer.Vocalization] {
    if proposals.allSatisfy({ isWritable($0.scholarly, word) }) { return proposals }
    let written = proposals.filter { isWritable($0.scholarly, word) }
    // Those that come first weigh most; where they are gone, others may be likelier than what is left.
    if let first = proposals.first, isWritable(first.scholarly, word) { return written }
    let others = more().filter { isWritable($0.scholarly, word) }
    return others.isEmpty ? written.isEmpty ? proposals : written : others
  }

  private static func isWritable(_ scholarly: String, _ word: String) -> Bool {
    guard let scheme else { return true }
    return scheme.canWrite(scholarly, for: word) && !isGlued(scholarly, word)
  }

  /// Whether a prefix and the article are written as one, which libraries do only with "lil-" (ALA-LC 2012, rule 17).
  private static func isGlued(_ scholarly: String, _ word: String) -> Bool {
    guard word.unicodeScalars.dropFirst().starts(with: "ال".unicodeScalars),
      let prefix = scholarly.split(separator: "-").first
    else { return false }
    return ["wal", "fal", "bil", "kal"].contains(prefix)
  }

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
