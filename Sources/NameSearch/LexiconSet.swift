internal import ArabicText

/// One or several lexicons that are searched together.
public struct LexiconSet: Sendable {
  /// The lexicons, in the order given.
  public let lexicons: [Lexicon]
  /// The words that any of them knows.
  package let known: KnownWords
  /// What they say of words.
  let words: WordFactsReader
  /// What words mean in other languages.
  let translations: WordTranslations
  /// Storage for searches.
  let workspaces: WorkspacePool

  /// Combines lexicons.
  ///
  /// Words that one of them knows help to read the names of all.
  public init(_ lexicons: [Lexicon]) {
    self.lexicons = lexicons
    let known = KnownWords(lexicons)
    self.known = known
    let words = WordFactsReader(lexicons, known: known)
    self.words = words
    translations = WordTranslations(lexicons)
    workspaces = WorkspacePool { SearchWorkspace(words: words, known: known) }
  }

  /// All names of the entity of a match, in the order of the source.
  public func names(of match: Match) -> [LexiconName] {
    lexicons[match.lexicon].names(ofEntity: match.place)
  }
}
