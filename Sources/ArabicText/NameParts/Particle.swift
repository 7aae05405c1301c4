/// A short word that belongs to the word beside it: an article, "father of", "son of", "servant of".
package struct Particle: Sendable {
  /// What the particle does.
  package enum Kind: String, Sendable {
    /// The article; it belongs to the next word.
    case article
    /// Father or mother of; one unit with the next word.
    case kunya
    /// Son or daughter of.
    case nasab
    /// *Abd*, servant of; one unit with the next word.
    case servant
    /// *al-Din*, the religion; one unit with the word before.
    case din
    /// *Allah*; one unit with the word before.
    case allah
    /// A letter that is written onto the next word, article and all.
    case prefix
  }

  package let kind: Kind
  /// Particles of one group are the same word in another spelling or grammatical case: Abu, Abi, Bou.
  package let group: UInt8
  /// The letter that the next word must begin with, for an assimilated article.
  package let condition: UInt16?
  /// The first particle of the group, as letters: what "Abdul" has without the article that stuck to it.
  package var base: [UInt16] { Self.table.bases[Int(group)] }

  /// All particles and titles, by the hash of their folded forms.
  struct Table: Sendable {
    fileprivate(set) var prefixes: Set<UInt16> = []
    /// The first particle of each group.
    fileprivate(set) var bases: [[UInt16]] = []
    private var particles: [Particle] = []
    /// By the hash of a word: the place of its particle, or `title`.
    private var places = HashedNumbers()
    private static let title = 1 << 16
    /// Titles of several words, and the words that these begin with, by their hashes.
    private(set) var phrases = HashedNumbers()
    private(set) var phraseStarts = HashedNumbers()
    /// Titles that are as often names.
    ///
    /// Those of rulers have the number 1, the others 0.
    private(set) var ambiguousTitles = HashedNumbers()
    /// The most words of a title.
    static let longestTitle = 4

    /// What a word is that a particle is written onto: a compound (Abdulrahman, نورالدين), a kunya (ابوبكر), or nil.
    func gluedKind(_ name: NameText) -> NamePart.Kind? {
      guard name.words.count == 1, name.words[0].particle == nil else { return nil }
      let word = Array(name.folded.utf16)
      let isArabic = name.words[0].isArabic
      let least = isArabic ? Self.leastGlued.arabic : Self.leastGlued.latin
      for count in stride(from: word.count - Self.leastOther, through: least, by: -1) {
        let start = particle(word[..<count])
        // عبد alone begins other words too: the article has to follow it.
        if start?.kind == .servant, !isArabic || word[count...].starts(with: Self.article) {
          return .compound
        }
        if isArabic, start?.kind == .kunya, start?.base == Array(word[..<count]) { return .kunya }
        let end = particle(word[(word.count - count)...])
        if end?.kind == .din || end?.kind == .allah { return .compound }
      }
      return nil
    }

    private func particle(_ letters: ArraySlice<UInt16>) -> Particle? {
      var hash = KeyHash()
      for letter in letters { hash.combine(letter) }
      return find(hash.value).particle
    }

    /// The fewest letters of a particle that is written onto a word, and of that word.
    private static let leastGlued = (arabic: 3, latin: 5)
    private static let leastOther = 3
    private static let article = Array("ال".utf16)

    /// The hashes of all words, titles and beginnings of titles.
    fileprivate var hashes: [UInt64] { places.hashes + phraseStarts.hashes }

    /// What a word is, by the hash of its folded form.
    @inline(__always) func find(_ hash: UInt64) -> (particle: Particle?, isTitle: Bool) {
      guard let place = places[hash] else { return (nil, false) }
      return place == Self.title ? (nil, true) : (particles[place], false)
    }

    fileprivate mutating func add(_ particle: Particle, _ hash: UInt64) {
      places.set(hash, to: particles.count)
      particles.append(particle)
    }

    /// Adds a title that is no particle.
    fileprivate mutating func addTitle(_ hash: UInt64) {
      if places[hash] == nil { places.set(hash, to: Self.title) }
    }

    /// Adds a title of several words.
    fileprivate mutating func addPhrase(_ hash: UInt64, start: UInt64) {
      phrases.set(hash, to: 0)
      phraseStarts.set(start, to: 0)
    }

    fileprivate mutating func addAmbiguousTitle(_ hash: UInt64, isOfRulers: Bool) {
      ambiguousTitles.set(hash, to: isOfRulers ? 1 : 0)
    }
  }

  /// Which hashes the table may have as a word, a title or the beginning of one; wrong only in saying yes, one time in many.
  final class Hashes: Sendable {
    private let bits: [UInt64]
    private static let mask: UInt64 = 0x3FFF

    fileprivate init(_ table: Table) {
      var bits = [UInt64](repeating: 0, count: Int(Self.mask + 1) / 64)
      for hash in table.hashes { bits[Int(hash & Self.mask) / 64] |= 1 << (hash & 63) }
      self.bits = bits
    }

    @inline(__always) func mayHave(_ hash: UInt64) -> Bool {
      bits[Int(truncatingIfNeeded: hash & Self.mask) / 64] >> (hash & 63) & 1 != 0
    }
  }

  static let hashes = Hashes(table)

  static let table: Table = {
    var table = Table()
    var groups: [String] = []
    DataTable.particles.forEachRow { row in
      guard let kind = Kind(rawValue: row[1]) else { return }
      if kind == .prefix {
        table.prefixes.formUnion(row[0].utf16)
        return
      }
      let group = row[2]
      let number = groups.firstIndex(of: group) ?? groups.count
      if number == groups.count {
        groups.append(group)
        table.bases.append(Array(row[0].utf16))
      }
      let condition = row[3]
      guard let key = hash(row) else { return }
      table.add(
        Particle(
          kind: kind, group: UInt8(number),
          condition: condition.isEmpty || condition == "any" ? nil : condition.utf16.first), key)
    }
    DataTable.titles.forEachRow { row in
      let isAmbiguous = row.firstByte(of: 2) == UInt8(ascii: "a")
      let (whole, start) = hashes(row)
      if let start {
        guard !isAmbiguous else { return }
        table.addPhrase(whole, start: start)
        if row.firstByte(of: 1) == UInt8(ascii: "A") { addDefinite(row, to: &table) }
      } else if isAmbiguous {
        table.addAmbiguousTitle(whole, isOfRulers: row[2] == "ambiguous-ruler")
      } else {
        table.addTitle(whole)
      }
    }
    return table
  }()

  /// Adds a title of several Arabic words with the article, before the first word and before all: الفريق أول (al-fariq awwal), الأمين العام
  /// (al-amin al-'amm).
  private static func addDefinite(_ row: DataTable.Row, to table: inout Table) {
    let article = Array("ال".utf16)
    let words = row[0].split(separator: " ").map { Array($0.utf16) }
    let start = KeyHash(folded: article + words[0]).value
    for later in [[], article] {
      var letters = article + words[0]
      for word in words.dropFirst() {
        letters.append(.space)
        letters += word.starts(with: article) ? word : later + word
      }
      table.addPhrase(KeyHash(folded: letters).value, start: start)
    }
  }

  /// The hash that `NameText.Word.foldedHash` has for a word of a data file, which is written folded; nil for several words.
  static func hash(_ row: DataTable.Row) -> UInt64? {
    let (whole, start) = hashes(row)
    return start == nil ? whole : nil
  }

  /// The hash that `NameText.foldedHash` has for a text of a data file, which is written folded, and, when it is of several words, that of the first.
  ///
  /// The table is read whenever the program starts, so no string is made of it.
  private static func hashes(_ row: DataTable.Row) -> (whole: UInt64, start: UInt64?) {
    var hash = KeyHash()
    var start: UInt64?
    var decoder = UTF8Decoder()
    row.forEachByteOfFirst { byte in
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") {
        if start == nil { start = hash.value }
        hash.combine(.space)
      } else {
        decoder.feed(byte) { hash.combine(foldedFormOf: $0) }
      }
    }
    return (hash.value, start)
  }
}
