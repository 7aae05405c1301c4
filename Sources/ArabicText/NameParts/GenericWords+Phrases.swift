// What takes several words in one language and may be one word in another: Red Crescent, Airways, الخطوط الجوية (al-khutut al-jawwiyya).
extension GenericWords {
  /// Several words of a name that mean together what a row of the data files says.
  package struct Phrase: Sendable, Equatable {
    /// The first to the last, with articles and words that only join others between them.
    package let words: Range<Int>
    /// The row.
    package let row: UInt16
  }

  /// Whether a phrase of several words may begin with a word, by the hash of its folded form without an article.
  package static func mayBeginPhrase(_ foldedHash: UInt64) -> Bool {
    all.phrases.node(foldedHash, behind: PhraseTree.start) != nil
  }

  /// Calls `body` with each phrase of several words that begins at a word of a name, which is no article.
  package static func forEachPhrase(in name: NameText, at start: Int, _ body: (Phrase) -> Void) {
    guard var node = node(name, start, behind: PhraseTree.start) else { return }
    for place in start + 1..<name.words.count where !joins(name, place) {
      guard let next = Self.node(name, place, behind: node) else { return }
      node = next
      all.phrases.forEachRow(at: node) { body(Phrase(words: start..<place + 1, row: $0)) }
    }
  }

  /// Whether a word means what a row says, by the hash of its folded form.
  package static func means(_ foldedHash: UInt64, _ row: UInt16) -> Bool {
    all[foldedHash].map { all.wordRows.contains(row, $0.rows) } == true
  }

  /// Whether names of organizations begin with what a row says.
  package static func isHead(row: UInt16) -> Bool { all.rows[Int(row)].traits.contains(.head) }

  /// Whether a row only says what a company is by law.
  package static func isLegalForm(row: UInt16) -> Bool { all.rows[Int(row)].traits.contains(.legalForm) }

  /// Calls `body` with the folded letters of each spelling and translation in a row; several words have spaces between them.
  package static func forEachTranslation(ofRow row: UInt16, _ body: ([UInt16]) -> Void) {
    forEachSpelling(in: all.rows[Int(row)].row, body)
  }

  /// The words of a phrase by which it is found: without articles and words that only join others.
  static func hashes(ofPhrase name: NameText) -> [UInt64] {
    name.words.indices.filter { !joins(name, $0) }.map { place in
      name.hashBehindArticle(place) ?? name.words[place].foldedHash
    }
  }

  private static func joins(_ name: NameText, _ place: Int) -> Bool {
    name.isArticle(place) || LinkWords.joinsOrganizations(name.words[place].foldedHash)
  }

  /// The node that a word of a name leads to, as it is written, behind its article, or behind "and the" and the like.
  private static func node(_ name: NameText, _ place: Int, behind node: Int) -> Int? {
    let tree = all.phrases
    if let found = tree.node(name.words[place].foldedHash, behind: node) { return found }
    if let bare = name.hashBehindArticle(place), let found = tree.node(bare, behind: node) { return found }
    return name.hashBehindJoined(place).flatMap { tree.node($0, behind: node) }
  }
}
