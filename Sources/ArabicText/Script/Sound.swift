/// What letters of either script can stand for: the letters of Arabic and its additions, short vowels, diphthongs and
/// the article.
///
/// Spellings are compared through the sounds that their letters share, so one table for each script is enough for
/// Arabic with Latin, Latin with Latin and Arabic with Arabic.
package struct Sound: Hashable, Sendable {
  /// The place in `Sound.all`.
  package let index: Int

  /// The names used in the `sounds` column of `Letters/*.tsv`.
  package static let all: [String] = [
    "ا", "ب", "ت", "ث", "ج", "ح", "خ", "د", "ذ", "ر", "ز", "س", "ش", "ص", "ض", "ط", "ظ", "ع", "غ", "ف", "ق",
    "ك",
    "ل", "م", "ن", "ه", "و", "ي", "ى", "ة", "ء", "پ", "چ", "ژ", "ڤ", "گ", "a", "i", "u", "ay", "aw", "AL",
  ]

  /// The names with their bytes in one number, since the tables are read whenever the program starts.
  private static let packed: [UInt32] = all.map { $0.utf8.reduce(0) { $0 << 8 | UInt32($1) } }

  /// The sound with a name of the `sounds` column, its bytes in one number; nil when there is none.
  init?(packedName name: UInt32) {
    guard let index = Self.packed.firstIndex(of: name) else { return nil }
    self.index = index
  }

  /// The article.
  static let article = Sound(index: all.count - 1)

  private init(index: Int) { self.index = index }
}
