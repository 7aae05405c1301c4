/// Words that say what sort of organization or place a name is about, and words that follow them: Army, حركة (haraka), Airport, Central.
///
/// Names are translated by them, word for word, where the rest is spelled: `Lexicon/Words/organizations.tsv`, `places.tsv` and, for what
/// takes several words, `compounds.tsv` have each in Arabic, romanized, and in other languages.
package enum GenericWords {
  /// Whether names of organizations begin with a word, by the hash of its folded form.
  package static func isHead(_ foldedHash: UInt64) -> Bool { traits(foldedHash).contains(.head) }

  /// Whether whole countries are named with a word too, by the hash of its folded form: Kingdom, جمهورية.
  package static func isOfStates(_ foldedHash: UInt64) -> Bool { traits(foldedHash).contains(.ofStates) }

  /// Whether places are named with a word, by the hash of its folded form.
  package static func isOfPlaces(_ foldedHash: UInt64) -> Bool { traits(foldedHash).contains(.ofPlaces) }

  /// Whether an organization with a word more is another one, by the hash of its folded form: National, المركزي (al-markazi).
  package static func isDistinct(_ foldedHash: UInt64) -> Bool { traits(foldedHash).contains(.distinct) }

  /// Whether a word is generic, by the hash of its folded form.
  package static func contains(_ foldedHash: UInt64) -> Bool { all[foldedHash] != nil }

  /// Whether two words mean the same, in one language or two: Army, جيش, Ordu.
  package static func haveOneMeaning(_ left: UInt64, _ right: UInt64) -> Bool {
    guard let one = all[left], let other = all[right] else { return false }
    return one.rows.contains { other.rows.contains($0) }
  }

  /// Whether a word only says what a company is by law, by the hash of its folded form: Ltd, LLC, المحدودة.
  package static func isLegalForm(_ foldedHash: UInt64) -> Bool { traits(foldedHash).contains(.legalForm) }

  /// Calls `body` with the folded letters of each word that means the same as a word, itself too, by the hash of its folded form.
  ///
  /// What takes several words in a language has spaces between them; legal forms, which tell nothing, are left out.
  package static func forEachTranslation(of foldedHash: UInt64, _ body: ([UInt16]) -> Void) {
    guard let word = all[foldedHash], !word.traits.contains(.legalForm) else { return }
    for row in word.rows {
      forEachTranslation(ofRow: row, body)
    }
  }

  /// The hashes of all heads, those of several words with their spaces; legal forms are among them.
  static var heads: [UInt64] { all.hashes(of: .head) }

  /// What rows say of their words.
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt8
    static let head = Traits(rawValue: 1)
    static let legalForm = Traits(rawValue: 2)
    static let ofPlaces = Traits(rawValue: 4)
    static let ofStates = Traits(rawValue: 8)
    static let distinct = Traits(rawValue: 16)

    /// By the word in the column `head`.
    fileprivate static let named: [(name: String, traits: Traits)] = [
      ("organization", .head), ("legal", [.head, .legalForm]), ("place", .ofPlaces),
      ("state", [.head, .ofStates]), ("distinct", .distinct),
    ]
  }

  struct Word: Sendable {
    var traits: Traits = []
    /// The rows that have it, by their numbers.
    var rows: [UInt16] = []
  }

  /// The words of the files in Arabic, romanized and translated.
  struct Table: Sendable {
    private var words: [Word] = []
    /// The places of hashes in `words`.
    private var places = HashedNumbers()
    fileprivate(set) var phrases = PhraseTree()
    fileprivate(set) var rows: [(row: DataTable.Row, traits: Traits)] = []
    /// Storage for phrases that are cut into words.
    private var phrase = NameText()

    fileprivate mutating func add(_ row: DataTable.Row) {
      let sort = row.fields(3)[2]
      let traits = Traits.named.first { sort.elementsEqual($0.name.utf8) }?.traits ?? []
      let number = UInt16(rows.count)
      rows.append((row, traits))
      forEachSpelling(in: row) { letters in
        add(KeyHash(folded: letters).value, traits, number)
        // Of what follows a head some words are given with the article.
        if letters.starts(with: article) {
          add(KeyHash(folded: letters.dropFirst(article.count)).value, traits, number)
        }
        guard letters.contains(0x20) else { return }
        phrase.load { $0 = letters }
        let words = GenericWords.hashes(ofPhrase: phrase)
        if words.count > 1 { phrases.add(words, row: number) }
      }
    }

    /// What is said of a word, by the hash of its folded form.
    subscript(foldedHash: UInt64) -> Word? { places[foldedHash].map { words[$0] } }

    /// The hashes of the words that rows say something of.
    func hashes(of traits: Traits) -> [UInt64] {
      places.hashes.filter { self[$0]?.traits.contains(traits) == true }
    }

    private mutating func add(_ hash: UInt64, _ traits: Traits, _ row: UInt16) {
      if let place = places[hash] {
        words[place].rows.append(row)
        words[place].traits.formUnion(traits)
      } else {
        places.set(hash, to: words.count)
        words.append(Word(traits: traits, rows: [row]))
      }
    }
  }

  static let all: Table = {
    var table = Table()
    // Searching begins with it, so no more strings are made than those that are normalized.
    DataTable.organizationWords.forEachRow { table.add($0) }
    DataTable.placeWords.forEachRow { table.add($0) }
    DataTable.compoundWords.forEachRow { table.add($0) }
    return table
  }()

  private static func traits(_ foldedHash: UInt64) -> Traits { all[foldedHash]?.traits ?? [] }

  fileprivate static let article = Array("ال".utf16)

  static func forEachSpelling(in row: DataTable.Row, _ body: ([UInt16]) -> Void) {
    for spellings in row.fields(8)[3...] {
      for spelling in spellings.split(separator: UInt8(ascii: "|")) {
        body(NameText.letters(of: String(decoding: spelling, as: UTF8.self)))
      }
    }
  }
}
