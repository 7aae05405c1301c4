internal import ArabicText

/// How far two spellings of a name are apart by their letters.
enum SoundingCost {
  /// The cost, or nil when it is above the limit.
  static func of(_ left: NameText, _ right: NameText, limit: Int) -> Int? {
    guard !left.isEmpty, !right.isEmpty else { return nil }
    var aligner = SpellingAligner()
    return aligner.cost(left, left.words.indices, right, right.words.indices, limit: limit)
  }
}
