/// Titles and organization heads, by the hashes of their folded forms.
///
/// Only the parser needs it.
struct NameVocabulary: Sendable {
  static let shared = NameVocabulary()

  /// Titles; nil for a word that is as often a name.
  private(set) var titles: [UInt64: NamePart.Kind?] = [:]
  /// Words that begin names of organizations, in Arabic, romanized and translated.
  private(set) var heads: Set<UInt64> = []

  private init() {
    DataTable.titles.forEachRow { row in
      titles[NameText(row[0]).foldedHash()] = .some(NamePart.Kind(rawValue: row[2]))
    }
    heads = Set(GenericWords.heads)
  }
}
