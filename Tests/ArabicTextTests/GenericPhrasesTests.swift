import Testing

@testable import ArabicText

/// What takes several words in names of organizations and places.
@Suite struct GenericPhrasesTests {
  /// The phrases of a name, as its words.
  private func phrases(_ name: NameText) -> Set<String> {
    var found: Set<String> = []
    for start in name.words.indices where !name.isArticle(start) {
      GenericWords.forEachPhrase(in: name, at: start) { phrase in
        found.insert("\(phrase.words) \(phrase.row)")
      }
    }
    return found
  }

  /// The same by comparing each spelling of each row with each part of a name.
  private func slowPhrases(_ name: NameText) -> Set<String> {
    func words(_ name: NameText, _ range: Range<Int>) -> [(place: Int, hashes: Set<UInt64>)] {
      range.compactMap { place in
        let hash = name.words[place].foldedHash
        guard !name.isArticle(place), !LinkWords.joinsOrganizations(hash) else { return nil }
        return (
          place, Set([hash, name.hashBehindArticle(place), name.hashBehindJoined(place)].compactMap(\.self))
        )
      }
    }
    var found: Set<String> = []
    for row in GenericWords.all.rows.indices {
      GenericWords.forEachTranslation(ofRow: UInt16(row)) { letters in
        let spelling = GenericWords.hashes(ofPhrase: NameText(letters: letters))
        guard spelling.count > 1 else { return }
        for start in name.words.indices where !name.isArticle(start) {
          let first = name.words[start]
          let rest = words(name, start + 1..<name.words.count)
          let own = Set(
            [first.foldedHash, name.hashBehindArticle(start), name.hashBehindJoined(start)].compactMap(\.self)
          )
          guard rest.count >= spelling.count - 1, own.contains(spelling[0]) else { continue }
          let matched = zip(rest, spelling.dropFirst())
          guard matched.allSatisfy({ $0.hashes.contains($1) }) else { continue }
          found.insert("\(start..<rest[spelling.count - 2].place + 1) \(row)")
        }
      }
    }
    return found
  }

  @Test(arguments: [
    "Egyptian Red Crescent", "الهلال الأحمر المصري", "Ministry of Water Resources", "وزارة الموارد المائية",
    "المجلس القومي لحقوق الإنسان", "Office of the Prime Minister", "Chamber of Commerce and Industry of Oman",
    "وزارة التعليم العالي والبحث العلمي", "Ministère de l'Enseignement supérieur",
    "General Staff of the Armed Forces",
    "Ali Hassan", "محمد بن سلمان", "Red", "Air", "",
  ])
  func findsWhatComparingWithAllRowsFinds(_ text: String) {
    let name = NameText(text)
    #expect(phrases(name) == slowPhrases(name))
  }

  @Test(arguments: [
    ("Egyptian Red Crescent", 1..<3), ("الهلال الأحمر المصري", 0..<2), ("Chamber of Commerce", 0..<3),
    ("لحقوق الإنسان", 0..<2), ("والبحث العلمي", 0..<2), ("de l'Enseignement supérieur", 1..<3),
  ])
  func findsPhrasesBehindArticlesAndLinks(_ text: String, _ words: Range<Int>) {
    let name = NameText(text)
    var found: [Range<Int>] = []
    for start in name.words.indices {
      GenericWords.forEachPhrase(in: name, at: start) { found.append($0.words) }
    }
    #expect(found.contains(words))
  }

  @Test(arguments: ["Ali Hassan", "محمد بن سلمان", "Crescent Red", "الأحمر الهلال", "Red Army Crescent"])
  func findsNoneInOtherOrdersAndInNames(_ text: String) {
    #expect(phrases(NameText(text)).isEmpty)
  }

  @Test(arguments: [
    ("والصناعة", 3), ("بالقاهرة", 3), ("وللصحة", 3), ("للصحة", 2), ("لكرة", 1), ("وصناعة", 1),
    ("l'enseignement", 2),
    ("lenseignement", 1), ("dhabi", 0), ("علي", 0), ("محمد", 0), ("lbn", 0),
  ])
  func lettersOfJoinedWords(_ word: String, _ length: Int) {
    #expect(NameText(word).joinedLength(0) == length)
  }
}
