/// A country, or what belongs to one, as a word says it: Iraq, Iraqi, العراقية.
package struct CountryWord: Sendable, Equatable {
  /// The country, by its place in `Lexicon/Parts/countries.tsv`, from 1; 0 for none.
  package let country: UInt8
  /// Whether the word says what belongs to it.
  package let isAdjective: Bool

  /// No country.
  package static let none = CountryWord(country: 0, isAdjective: false)

  /// The country that a word names, by the hash of its folded form.
  package static func find(_ foldedHash: UInt64) -> CountryWord {
    guard let number = all.words[foldedHash] else { return none }
    return CountryWord(country: UInt8(truncatingIfNeeded: number >> 1), isAdjective: number & 1 != 0)
  }

  /// Calls `body` with the letters of each word for the country and what belongs to it; Arabic ones without the article.
  package func forEachTranslation(_ body: ([UInt16]) -> Void) {
    guard country > 0 else { return }
    for isAdjective in [false, true] {
      Self.forEachWord(in: Self.all.rows[Int(country) - 1], isAdjective: isAdjective, body)
    }
  }

  /// The Arabic word for what belongs to the country, with the article and in the masculine, without vowel marks: العراقي (al-Iraqi).
  package var arabicAdjective: String? {
    guard country > 0 else { return nil }
    let words = Self.all.rows[Int(country) - 1][2].split(separator: "|")
    return words.first { $0.unicodeScalars.first.map { $0.value >= 0x600 } == true }.map { "ال" + $0 }
  }

  /// For each word twice the country, and 1 more for an adjective; and the rows of the file.
  private static let all: (words: HashedNumbers, rows: [DataTable.Row]) = {
    var words = HashedNumbers(minimumCapacity: 1 << 11)
    var rows: [DataTable.Row] = []
    let article = KeyHash(folded: Self.article)
    DataTable.countries.forEachRow { row in
      rows.append(row)
      for isAdjective in [false, true] {
        let number = rows.count * 2 + (isAdjective ? 1 : 0)
        forEachWord(in: row, isAdjective: isAdjective) { letters in
          let (hash, isArabic) = (KeyHash(folded: letters).value, letters.first?.isArabic == true)
          // Without the article سورية (suriya) is the country, with it what belongs to it.
          if !isArabic || words[hash] == nil { words.set(hash, to: number) }
          guard isArabic else { return }
          var definite = article
          for letter in letters { definite.combine(foldedFormOf: letter) }
          words.set(definite.value, to: number)
        }
      }
    }
    return (words, rows)
  }()

  /// Arabic adjectives are given in both genders, and in the plural of people: الصحفيون المصريون (as-suhufiyyun al-misriyyun).
  private static func forEachWord(
    in row: DataTable.Row, isAdjective: Bool, _ body: ([UInt16]) -> Void
  ) {
    var word: [UInt16] = []
    row.forEachValue(of: isAdjective ? 2 : 1) { value in
      word.removeAll(keepingCapacity: true)
      var decoder = UTF8Decoder()
      for place in value.indices { decoder.feed(value[place]) { word.append($0) } }
      body(word)
      guard isAdjective, word.first?.isArabic == true else { return }
      for ending in endings {
        word.append(contentsOf: ending)
        body(word)
        word.removeLast(ending.count)
      }
    }
  }

  private static let article = Array("ال".utf16)
  private static let endings = ["ة", "ون", "ين"].map { Array($0.utf16) }
}
