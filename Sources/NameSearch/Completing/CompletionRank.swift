/// The order of completions as a number: the smaller comes first.
///
/// What stands further up decides before what stands further down.
struct CompletionRank {
  /// Where in a name the typed words stand.
  enum Place: UInt64 {
    /// At its beginning.
    case beginning
    /// Further behind, together and in their order.
    case later
    /// Apart from each other, or in another order.
    case apart
  }

  /// How much of a name was typed.
  enum Extent: UInt64 {
    /// All of it.
    case name
    /// The last word to its end.
    case word
    /// The beginning of a word.
    case beginning
  }

  var place: Place
  var extent: Extent
  /// Whether an article was typed and the name has none there.
  var lacksArticle: Bool
  /// Whether the entity is a word or a part of names; those who bear a name come first.
  var isNamePart = false
  /// `NameRole`, in its order.
  var role = 0
  /// The words of the name.
  var words: Int
  /// The names that the entity has: who has many is known to many.
  var names = 0
  /// The letters of the name.
  var letters: Int

  /// What names have in common that fit what was typed in the same way.
  var fit: UInt64 { place.rawValue << 3 | extent.rawValue << 1 | (lacksArticle ? 1 : 0) }

  /// All of it.
  var value: UInt64 {
    var value = fit << 1 | (isNamePart ? 1 : 0)
    value = value << 3 | UInt64(min(role, 7))
    value = value << 6 | UInt64(min(words, 63))
    value = value << 10 | UInt64(1023 - min(names, 1023))
    return value << 10 | UInt64(min(letters, 1023))
  }

  /// What `fit` is in a value.
  static func fit(_ value: UInt64) -> UInt64 { value >> 30 }

  /// Whether a value is that of a name that was typed as a whole.
  static func isWhole(_ value: UInt64) -> Bool { Extent(rawValue: fit(value) >> 1 & 3) == .name }
}
