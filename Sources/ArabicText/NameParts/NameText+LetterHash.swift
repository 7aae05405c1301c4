extension NameText {
  /// Hashes the folded form of some letters.
  package func foldedHash(ofLetters range: Range<Int>) -> UInt64 {
    var hash = KeyHash()
    for place in range { hash.combine(foldedFormOf: letters[place]) }
    return hash.value
  }
}
