extension NameText {
  /// Hashes the folded form of some letters, behind others that are put before them.
  package func foldedHash(ofLetters range: Range<Int>, behind first: [UInt16] = []) -> UInt64 {
    var hash = KeyHash(folded: first)
    for letter in letters[range] { hash.combine(foldedFormOf: letter) }
    return hash.value
  }
}
