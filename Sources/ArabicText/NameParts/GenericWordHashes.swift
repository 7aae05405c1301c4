internal import LexiconData

/// The hashes of all spellings in the tables of generic words, row after row, as `FORMAT.md` lays them out.
///
/// The program carries them ready, as making them of the text takes longer than all else that the first search does. Where they are not made of
/// the tables that it carries, as between an edit and the next `ism compile --generic-words`, they are made of the text.
package enum GenericWordHashes {
  static let headerCount = 4
  static let rowCountPlace = 3
  /// `ISMWORDS`.
  private static let magic: UInt64 = 0x5344_524F_574D_5349
  private static let version: UInt64 = 1

  /// What precedes the hashes of a row.
  struct Row {
    /// Which table has it, and where.
    let table: Int
    let line: Range<Int>
    let traits: GenericWords.Traits
    /// How many hashes of whole spellings follow, and how many phrases behind these.
    let spellings: Int
    let phrases: Int
  }

  /// The tables in the order in which their rows are numbered.
  static var tables: [DataTable] { [.organizationWords, .placeWords, .compoundWords] }

  /// The files of the tables, below a lexicon's folder.
  package static let files = ["organizations", "places", "compounds"].map { "Words/\($0).tsv" }

  /// The bytes of the file that is made of the texts of `files`, by the letters, particles and links that the program carries.
  package static func file(of texts: [[UInt8]]) -> [UInt8] {
    let words = unsafe texts.flatMap(\.self).withUnsafeBufferPointer { bytes in
      var tables: [DataTable] = []
      var start = 0
      for text in texts {
        let table = unsafe UnsafeBufferPointer(rebasing: bytes[start..<start + text.count])
        unsafe tables.append(DataTable(bytes: table))
        start += text.count
      }
      return make(of: tables)
    }
    return words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
  }

  /// Calls `body` with the hashes that the program carries.
  static func withCarried<Result>(_ body: (Span<UInt64>) -> Result) -> Result {
    let file = unsafe lexicon_data_generic_word_hashes()
    let bytes = unsafe UnsafeRawBufferPointer(start: file.bytes, count: file.count)
    return unsafe body(bytes.bindMemory(to: UInt64.self).span)
  }

  /// Whether hashes are those of the text of tables, by the checksum that they begin with.
  static func isMade(_ hashes: Span<UInt64>, of tables: [DataTable]) -> Bool {
    hashes.count >= headerCount && hashes[0] == magic && hashes[1] == version
      && hashes[2] == checksum(of: tables)
  }

  /// Makes the hashes of the text of tables.
  static func make(of tables: [DataTable]) -> [UInt64] {
    var hashes = [magic, version, checksum(of: tables), 0]
    for (number, table) in tables.enumerated() {
      table.forEachRow { row in
        let (spellings, phrases) = spellings(in: row)
        let sort = row[2]
        let header = Row(
          table: number, line: table.place(of: row),
          traits: GenericWords.Traits.named.first { $0.name == sort }?.traits ?? [],
          spellings: spellings.count, phrases: phrases.count)
        hashes += header.packed + spellings
        for phrase in phrases { hashes += [UInt64(phrase.count)] + phrase }
        hashes[rowCountPlace] += 1
      }
    }
    return hashes
  }

  /// The hashes of the spellings of a row, each once, and those of the words of phrases.
  private static func spellings(in row: DataTable.Row) -> ([UInt64], phrases: [[UInt64]]) {
    var (spellings, phrases): ([UInt64], [[UInt64]]) = ([], [])
    func add(_ letters: some Sequence<UInt16>) {
      let hash = KeyHash(folded: letters).value
      if !spellings.contains(hash) { spellings.append(hash) }
    }
    GenericWords.forEachSpelling(in: row) { letters in
      add(letters)
      // Of what follows a head some words are given with the article.
      if letters.starts(with: article) { add(letters.dropFirst(article.count)) }
      guard letters.contains(.space) else { return }
      let words = GenericWords.hashes(ofPhrase: NameText(letters: letters))
      if words.count > 1 { phrases.append(words) }
    }
    return (spellings, phrases)
  }

  /// The checksum of the tables and of those by which letters are folded, and articles and links left out.
  private static func checksum(of tables: [DataTable]) -> UInt64 {
    var checksum = Checksum()
    for table in tables + [.arabicLetters, .latinLetters, .particles, .links] {
      table.combine(into: &checksum)
    }
    return checksum.value
  }

  private static let article = Array("ال".utf16)
}

extension GenericWordHashes.Row {
  init(_ line: UInt64, _ counts: UInt64) {
    table = Int(counts & 0xFF)
    self.line = Int(line & 0xFFFF_FFFF)..<Int(line >> 32)
    traits = GenericWords.Traits(rawValue: UInt8(truncatingIfNeeded: counts >> 8))
    spellings = Int(counts >> 16 & 0xFFFF)
    phrases = Int(counts >> 32)
  }

  /// What `init` reads.
  var packed: [UInt64] {
    [
      UInt64(line.lowerBound) | UInt64(line.upperBound) << 32,
      UInt64(table) | UInt64(traits.rawValue) << 8 | UInt64(UInt16(spellings)) << 16 | UInt64(phrases) << 32,
    ]
  }
}
