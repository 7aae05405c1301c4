internal import ArabicText

/// What the model says of a word, as a reading.
enum ModelReading {
  /// Returns the reading of a vocalization.
  ///
  /// The model writes the word in the letters of libraries; where its vowel marks do not say the same, those are taken that
  /// the rules of the scheme make of it.
  static func reading(_ proposal: Transducer.Vocalization) -> WordReading {
    WordReading(
      arabic: repaired(proposal), scholarly: proposal.scholarly, probability: proposal.probability,
      source: .model)
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
