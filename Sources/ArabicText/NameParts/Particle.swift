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
  }

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
      // A title of several words is recognized by the parser, word for word.
      guard row.firstByte(of: 2) != UInt8(ascii: "a"), let key = hash(row) else { return }
      table.addTitle(key)
    }
    return table
  }()

  /// The hash that `NameText.Word.foldedHash` has for a word of a data file, which is written folded.
  ///
  /// The table is read whenever the program starts, so no string is made of it. Nil for a text of several words.
  private static func hash(_ row: DataTable.Row) -> UInt64? {
    var hash = KeyHash()
    var decoder = UTF8Decoder()
    var isOneWord = true
    row.forEachByteOfFirst { byte in
      if byte == UInt8(ascii: " ") { isOneWord = false }
      decoder.feed(byte) { hash.combine(foldedFormOf: $0) }
    }
    return isOneWord ? hash.value : nil
  }
}
