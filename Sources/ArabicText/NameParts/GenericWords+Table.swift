extension GenericWords {
  struct Word: Sendable {
    var traits: Traits = []
    /// The rows that have it, by their numbers.
    var rows = RowLists.List()
  }

  /// The words of the files in Arabic, romanized and translated.
  struct Table: Sendable {
    private var words: [Word] = []
    /// The places of hashes in `words`.
    private var places = HashedNumbers(minimumCapacity: Self.room)
    /// The rows of all words.
    private(set) var wordRows = RowLists(minimumCapacity: Self.room)
    private(set) var phrases = PhraseTree(minimumCapacity: Self.room / 2)
    private(set) var rows: [(row: DataTable.Row, traits: Traits)] = []
    /// How many words there may be before their storage must grow.
    private static let room = 1 << 13

    /// Makes the table of what `GenericWordHashes` says of the rows of some files.
    init(_ hashes: Span<UInt64>, of tables: [DataTable]) {
      words.reserveCapacity(Self.room)
      let count = Int(hashes[GenericWordHashes.rowCountPlace])
      rows.reserveCapacity(count)
      var place = GenericWordHashes.headerCount
      for _ in 0..<count {
        let row = GenericWordHashes.Row(hashes[place], hashes[place + 1])
        let number = UInt16(rows.count)
        rows.append((tables[row.table].row(at: row.line), row.traits))
        place += 2
        for _ in 0..<row.spellings {
          add(hashes[place], row.traits, number)
          place += 1
        }
        for _ in 0..<row.phrases {
          let end = place + 1 + Int(hashes[place])
          phrases.add(hashes.extracting(place + 1..<end), row: number)
          place = end
        }
      }
    }

    /// What is said of a word, by the hash of its folded form.
    subscript(foldedHash: UInt64) -> Word? { places[foldedHash].map { words[$0] } }

    /// The hashes of the words that rows say something of.
    func hashes(of traits: Traits) -> [UInt64] {
      places.hashes.filter { self[$0]?.traits.contains(traits) == true }
    }

    private mutating func add(_ hash: UInt64, _ traits: Traits, _ row: UInt16) {
      let place = places.number(of: hash, orNew: words.count)
      if place == words.count { words.append(Word()) }
      words[place].traits.formUnion(traits)
      wordRows.append(row, to: &words[place].rows)
    }
  }
}
