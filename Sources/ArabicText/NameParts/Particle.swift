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
  package let base: [UInt16]

  /// All particles and titles, by the hash of their folded forms.
  struct Table: Sendable {
    fileprivate(set) var particles: [UInt64: Particle] = [:]
    fileprivate(set) var titles: Set<UInt64> = []
    fileprivate(set) var prefixes: Set<UInt16> = []
  }

  static let table: Table = {
    var table = Table()
    table.titles.reserveCapacity(1024)
    table.particles.reserveCapacity(256)
    var groups: [(name: String, base: [UInt16])] = []
    DataTable.particles.forEachRow { row in
      guard let kind = Kind(rawValue: row[1]) else { return }
      if kind == .prefix {
        table.prefixes.formUnion(row[0].utf16)
        return
      }
      let group = row[2]
      if !groups.contains(where: { $0.name == group }) { groups.append((group, Array(row[0].utf16))) }
      let number = groups.firstIndex { $0.name == group } ?? 0
      let condition = row[3]
      guard let key = hash(row) else { return }
      table.particles[key] = Particle(
        kind: kind, group: UInt8(number),
        condition: condition.isEmpty || condition == "any" ? nil : condition.utf16.first,
        base: groups[number].base)
    }
    DataTable.titles.forEachRow { row in
      // A title of several words is recognized by the parser, word for word.
      guard row.firstByte(of: 2) != UInt8(ascii: "a"), let key = hash(row) else { return }
      guard table.particles[key] == nil else { return }
      table.titles.insert(key)
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
