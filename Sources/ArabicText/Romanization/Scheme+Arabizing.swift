extension Scheme {
  /// Returns the Arabic that is written in a scheme's letters.
  ///
  /// Letter-for-letter schemes are read back exactly. The others are read by rule into vocalized Arabic, as well as the
  /// scheme's letters allow.
  ///
  /// - Returns: nil when a letter is not of the scheme, and for schemes that are only a list for reading.
  public func arabize(_ latin: String) -> String? {
    switch kind {
    case .letters: table.letters.arabic(for: latin, hasCapitals: table.settings.hasCapitals)
    case .standard: nil
    case .reading: nil
    }
  }
}
