extension NameText {
  /// Hashes the folded form of some letters, behind others that are put before them.
  package func foldedHash(ofLetters range: Range<Int>, behind first: [UInt16] = []) -> UInt64 {
    var hash = KeyHash(folded: first)
    for letter in letters[range] { hash.combine(foldedFormOf: letter) }
    return hash.value
  }

  /// How many letters "for the" takes, which is written onto the word behind it: للكهرباء (lil-Kahraba), 0 without it.
  ///
  /// W. Wright, *A Grammar of the Arabic Language*, 3rd ed., vol. 1, § 20: the alif of the article falls away behind li-.
  package func liLength(_ place: Int) -> Int {
    let letters = letters[words[place].range]
    return letters.count >= 5 && letters.prefix(2).allSatisfy { $0 == 0x644 } ? 2 : 0
  }

  /// How many letters "and", "in the", "for the" and the like take where a word begins as if they were written onto it: والصناعة (wa-l-sina'a),
  /// "l'enseignement"; 0 where it does not.
  ///
  /// Many words only begin so, as والد (walid) does: what is behind must be known, and the word not.
  package func joinedLength(_ place: Int) -> Int {
    let letters = letters[words[place].range]
    guard letters.count >= 4, let first = letters.first else { return 0 }
    let second = letters[letters.startIndex + 1]
    if first == 0x6C || first == 0x64 {
      return second == 0x27 ? 2 : LetterContext.articleVowels.contains(second) ? 1 : 0
    }
    guard first == 0x648 || first == 0x628 || first == 0x644 else { return 0 }
    let third = letters[letters.startIndex + 2]
    let hasMore = letters.count >= 6
    if first != 0x644, second == 0x627, third == 0x644, hasMore { return 3 }
    if first == 0x648, second == 0x644, third == 0x644, hasMore { return 3 }
    return first == 0x644 && second == 0x644 ? 2 : 1
  }

  /// The hash of the folded form behind what `joinedLength` counts; nil where there is nothing.
  package func hashBehindJoined(_ place: Int) -> UInt64? {
    let length = joinedLength(place)
    return length > 0 ? foldedHash(ofLetters: words[place].range.dropFirst(length)) : nil
  }
}
