/// An entity with a name that goes on as was typed.
public struct Completion: Sendable {
  /// The entity.
  public let entity: LexiconEntity
  /// The name that goes on so.
  public let matched: LexiconName
  /// Whether the name has no word besides what was typed, and each of them whole.
  public let isWhole: Bool
  /// The lexicon of a set, and the place of the entity in it.
  package let lexicon: Int
  package let place: Int
}

/// The completions of what was typed.
public struct CompletionList: Sendable {
  /// The best first; `CompletionRank` says what is better.
  public let completions: [Completion]
  /// Whether more names begin so than were looked at; those of few words were.
  public let isCut: Bool
}
