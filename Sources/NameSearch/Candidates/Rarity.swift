internal import ArabicText

/// How much a word tells about who is meant.
enum Rarity {
  /// From 1 for a word that no form has to almost 0 for one that all have.
  static func weight(forms: Int, of all: Int) -> Float {
    let share =
      fastLogarithm(Float(forms + 1)) / fastLogarithm(Float(max(all, 1) + 2))
    return max(0.02, 1 - share)
  }
}
