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

  /// Whether places are named with a word that is nobody's family name, by the hash of its folded form: Airport, Mosque.
  package static func isOfSites(_ foldedHash: UInt64) -> Bool { traits(foldedHash).contains(.ofSites) }

  /// Whether an organization with a word more is another one, by the hash of its folded form: National, المركزي (al-markazi).
  package static func isDistinct(_ foldedHash: UInt64) -> Bool { traits(foldedHash).contains(.distinct) }

  /// Whether a word is generic, by the hash of its folded form.
  package static func contains(_ foldedHash: UInt64) -> Bool { all[foldedHash] != nil }

  /// Whether two words mean the same, in one language or two: Army, جيش, Ordu.
  package static func haveOneMeaning(_ left: UInt64, _ right: UInt64) -> Bool {
    guard let one = all[left], let other = all[right] else { return false }
    return all.wordRows.haveCommonRow(one.rows, other.rows)
  }

  /// Whether a word only says what a company is by law, by the hash of its folded form: Ltd, LLC, المحدودة.
  package static func isLegalForm(_ foldedHash: UInt64) -> Bool { traits(foldedHash).contains(.legalForm) }

  /// Calls `body` with the folded letters of each word that means the same as a word, itself too, by the hash of its folded form.
  ///
  /// What takes several words in a language has spaces between them; legal forms, which tell nothing, are left out.
  package static func forEachTranslation(of foldedHash: UInt64, _ body: ([UInt16]) -> Void) {
    guard let word = all[foldedHash], !word.traits.contains(.legalForm) else { return }
    all.wordRows.forEach(word.rows) { forEachTranslation(ofRow: $0, body) }
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
    static let ofSites = Traits(rawValue: 32)

    /// By the word in the column `head`.
    static let named: [(name: String, traits: Traits)] = [
      ("organization", .head), ("legal", [.head, .legalForm]), ("place", .ofPlaces),
      ("site", [.ofPlaces, .ofSites]),
      ("state", [.head, .ofStates]), ("distinct", .distinct),
    ]
  }

  static let all: Table = {
    let tables = GenericWordHashes.tables
    return GenericWordHashes.withCarried { carried in
      if GenericWordHashes.isMade(carried, of: tables) { return Table(carried, of: tables) }
      return Table(GenericWordHashes.make(of: tables).span, of: tables)
    }
  }()

  private static func traits(_ foldedHash: UInt64) -> Traits { all[foldedHash]?.traits ?? [] }

  /// Calls `body` with the letters of each spelling and translation in a row.
  static func forEachSpelling(in row: DataTable.Row, _ body: ([UInt16]) -> Void) {
    for spellings in row.fields(8)[3...] {
      for spelling in spellings.split(separator: UInt8(ascii: "|")) {
        body(NameText.letters(of: String(decoding: spelling, as: UTF8.self)))
      }
    }
  }
}
