extension NameText {
  /// Hashes the folded form of some letters.
  package func foldedHash(ofLetters range: Range<Int>) -> UInt64 { KeyHash(folded: letters[range]).value }
}
