/// Words that only join the others of a name: of, in, في (fi).
package enum LinkWords {
  /// What stands behind a word that joins others, as `Parts/links.tsv` has it.
  package enum Saying: String, Sendable, CaseIterable {
    /// What the words before belong to: of.
    case owner
    /// What they are for.
    case purpose
    /// Where they are: in, at.
    case location
    /// One thing more: and.
    case addition
    /// Nothing: the.
    case article
    /// Another name: aka.
    case alias

    /// Whether it stands between what is named and what is said of that.
    package var isBefore: Bool { self == .owner || self == .purpose || self == .location }

    /// The English word.
    package var english: String {
      switch self {
      case .owner: "of"
      case .purpose: "for"
      case .location: "in"
      case .addition: "and"
      case .article: "the"
      case .alias: "aka"
      }
    }
  }

  /// Whether a word is one in any name, by the hash of its folded form.
  package static func contains(_ foldedHash: UInt64) -> Bool { all.names[foldedHash] == everywhere }

  /// Whether a word is one at least in names of organizations and places, by the hash of its folded form: "de", "and".
  package static func joinsOrganizations(_ foldedHash: UInt64) -> Bool { all.names[foldedHash] != nil }

  /// What an English word says of those behind it, by the hash of its folded form.
  package static func saying(ofEnglish foldedHash: UInt64) -> Saying? {
    all.english[foldedHash].map { Saying.allCases[$0] }
  }

  /// The same of a French word.
  package static func saying(ofFrench foldedHash: UInt64) -> Saying? {
    all.french[foldedHash].map { Saying.allCases[$0] }
  }

  /// How many words at a place say that another name of the same follows: one for "aka", three for "a.k.a."; nil when none do.
  package static func isAlias(_ name: NameText, at place: Int) -> Int? {
    let words = name.words
    if saying(ofEnglish: words[place].foldedHash) == .alias { return 1 }
    guard place + 2 < words.count, words[place..<place + 3].allSatisfy({ $0.range.count == 1 }) else {
      return nil
    }
    return saying(ofEnglish: KeyHash(folded: words[place..<place + 3].map { name.letters[$0.start] }).value)
      == .alias
      ? 3 : nil
  }

  private static let everywhere = 0
  private static let inOrganizations = 1

  private static let all: (names: HashedNumbers, english: HashedNumbers, french: HashedNumbers) = {
    var (names, english, french) = (HashedNumbers(), HashedNumbers(), HashedNumbers())
    DataTable.links.forEachRow { row in
      let number = row.firstByte(of: 2) == UInt8(ascii: "o") ? inOrganizations : everywhere
      let saying = Saying(rawValue: row[3]).flatMap(Saying.allCases.firstIndex)
      for word in row[1].split(separator: "|") {
        let hash = NameText(String(word)).foldedHash()
        // Names may be called Aka too.
        if saying.map({ Saying.allCases[$0] }) != .alias { names.set(hash, to: number) }
        guard let saying else { continue }
        switch row[0] {
        case "en": english.set(hash, to: saying)
        case "fr": french.set(hash, to: saying)
        default: break
        }
      }
    }
    return (names, english, french)
  }()
}
