/// What titles mean: King is a title that ملك (malik) is.
package enum TitleMeanings {
  /// A number above 0 for what a title means, by the hash of its folded form, the same for those that mean the same; 0 for other words.
  ///
  /// Titles of several words have none. Meanings are the glosses of `Lexicon/Parts/titles.tsv` up to a comma or semicolon.
  package static func number(_ foldedHash: UInt64) -> UInt16 {
    all[foldedHash].map { UInt16(truncatingIfNeeded: $0) } ?? 0
  }

  private static let all: HashedNumbers = {
    var all = HashedNumbers(minimumCapacity: 1024)
    var meanings = HashedNumbers(minimumCapacity: 256)
    var next = 1
    DataTable.titles.forEachRow { row in
      guard let word = Particle.hash(row) else { return }
      var gloss = KeyHash()
      row.forEachValue(of: 3) { bytes in
        for place in bytes.indices {
          if bytes[place] == UInt8(ascii: ",") || bytes[place] == UInt8(ascii: ";") { break }
          gloss.combine(UInt16(bytes[place]))
        }
      }
      let number = meanings.number(of: gloss.value, orNew: next)
      if number == next { next += 1 }
      all.set(word, to: number)
    }
    return all
  }()
}
