/// Words that say what sort of organization or place a name is about, and words that follow them: Army, حركة (haraka), Airport, Central.
///
/// Names are translated by them, word for word, where the rest is spelled: `Lexicon/Words/organizations.tsv` and `places.tsv` have
/// each in Arabic, romanized, and in other languages.
package enum GenericWords {
  /// Whether names of organizations begin with a word, by the hash of its folded form.
  package static func isHead(_ foldedHash: UInt64) -> Bool { all.words[foldedHash]?.isHead == true }

  /// Whether whole countries are named with a word too, by the hash of its folded form: Kingdom, جمهورية.
  package static func isOfStates(_ foldedHash: UInt64) -> Bool { all.words[foldedHash]?.isOfStates == true }

  /// Whether places are named with a word, by the hash of its folded form.
  package static func isOfPlaces(_ foldedHash: UInt64) -> Bool { all.words[foldedHash]?.isOfPlaces == true }

  /// Whether an organization with a word more is another one, by the hash of its folded form: National, المركزي (al-markazi).
  package static func isDistinct(_ foldedHash: UInt64) -> Bool { all.words[foldedHash]?.isDistinct == true }

  /// Whether a word is generic, by the hash of its folded form.
  package static func contains(_ foldedHash: UInt64) -> Bool { all.words[foldedHash] != nil }

  /// Whether two words mean the same, in one language or two: Army, جيش, Ordu.
  package static func haveOneMeaning(_ left: UInt64, _ right: UInt64) -> Bool {
    guard let one = all.words[left], let other = all.words[right] else { return false }
    return one.rows.contains { other.rows.contains($0) }
  }

  /// Whether a word only says what a company is by law, by the hash of its folded form: Ltd, LLC, المحدودة.
  package static func isLegalForm(_ foldedHash: UInt64) -> Bool { all.words[foldedHash]?.isLegalForm == true }

  /// Calls `body` with the folded letters of each word that means the same as a word, itself too, by the hash of its folded form.
  ///
  /// What takes several words in a language is left out, as are legal forms, which tell nothing.
  package static func forEachTranslation(of foldedHash: UInt64, _ body: ([UInt16]) -> Void) {
    guard let word = all.words[foldedHash], !word.isLegalForm else { return }
    for row in word.rows {
      forEachSpelling(in: all.rows[Int(row)]) { letters in
        if !letters.contains(0x20) { body(letters) }
      }
    }
  }

  /// The hashes of all heads, those of several words with their spaces; legal forms are among them.
  static var heads: [UInt64] { all.words.filter(\.value.isHead).map(\.key) }

  private struct Word {
    var isHead = false
    var isLegalForm = false
    var isOfPlaces = false
    var isOfStates = false
    var isDistinct = false
    /// The rows that have it, by their numbers.
    var rows: [UInt16] = []
  }

  /// In Arabic, romanized and translated; and the rows of the files.
  private static let all: (words: [UInt64: Word], rows: [DataTable.Row]) = {
    var words: [UInt64: Word] = [:]
    var rows: [DataTable.Row] = []
    func add(_ row: DataTable.Row) {
      let sort = row.fields(3)[2]
      let isLegalForm = sort.elementsEqual("legal".utf8)
      let isOfPlaces = sort.elementsEqual("place".utf8)
      let isOfStates = sort.elementsEqual("state".utf8)
      let isDistinct = sort.elementsEqual("distinct".utf8)
      let isHead = isLegalForm || isOfStates || sort.elementsEqual("organization".utf8)
      func add(_ letters: some Sequence<UInt16>) {
        let hash = KeyHash(folded: letters).value
        words[hash, default: Word()].rows.append(UInt16(rows.count))
        if isHead { words[hash]?.isHead = true }
        if isLegalForm { words[hash]?.isLegalForm = true }
        if isOfPlaces { words[hash]?.isOfPlaces = true }
        if isOfStates { words[hash]?.isOfStates = true }
        if isDistinct { words[hash]?.isDistinct = true }
      }
      forEachSpelling(in: row) { letters in
        add(letters)
        // Of what follows a head some words are given with the article.
        if letters.starts(with: article) { add(letters.dropFirst(article.count)) }
      }
      rows.append(row)
    }
    // Searching begins with it, so no more strings are made than those that are normalized.
    DataTable.organizationWords.forEachRow(add)
    DataTable.placeWords.forEachRow(add)
    return (words, rows)
  }()

  private static let article = Array("ال".utf16)

  private static func forEachSpelling(in row: DataTable.Row, _ body: ([UInt16]) -> Void) {
    for spellings in row.fields(8)[3...] {
      for spelling in spellings.split(separator: UInt8(ascii: "|")) {
        body(NameText.letters(of: String(decoding: spelling, as: UTF8.self)))
      }
    }
  }
}
