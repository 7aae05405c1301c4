extension Scheme {
  /// Returns whether the spellings of a Latin word can stand, in order, for the letters of an Arabic one.
  ///
  /// Each spelling may be read in any way that the scheme's rows list; a letter written twice may be one with shadda,
  /// and letters that the tradition leaves out (`unwritten`) need no spelling. Arabic is compared without vowel marks,
  /// hamza seats and spaces. `7mza` in Arabizi can be حمزة and cannot be همزة.
  ///
  /// - Complexity: O(*n* · *m*) in the lengths of the words.
  /// - Parameters:
  ///   - latin: a word in the spelling of this tradition.
  ///   - arabic: a word in Arabic letters.
  /// - Returns: false for words without letters or of more than 256 letters, and when the scheme is not of kind
  ///   `reading`.
  public func accepts(_ latin: String, as arabic: String) -> Bool {
    spelled(latin)?.accepts(arabic) ?? false
  }

  /// A Latin word that several Arabic ones are compared with; nil where `accepts` is false whatever they are.
  package func spelled(_ latin: String) -> SpelledWord? {
    kind == .reading ? SpelledWord(latin, table.reading) : nil
  }
}
