import Testing

@testable import ArabicText

/// The features of a letter.
@Suite struct TransducerFeaturesTests {
  /// The hashes of a word's letter; of a name, of its word at a place.
  private func hashes(
    _ word: [UInt16], _ place: Int, _ context: LetterFeatures.Context?
  ) -> [UInt32] {
    var hashes = [UInt32](repeating: 0, count: LetterFeatures.limit)
    let count = unsafe hashes.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return 0 }
      return unsafe LetterFeatures.write(word.span, at: place, in: context, into: start)
    }
    return Array(hashes.prefix(count))
  }

  private func name(_ text: String) -> LetterFeatures.Name { LetterFeatures.Name(text.split(separator: " ")) }

  /// Each kind of feature and how many of a letter's it has, in a name and without one.
  @Test(
    arguments: [(.letters, 24, 19), (.word, 4, 3), (.wordInContext, 3, 0), (.neighbour, 5, 3)]
      as [(LetterFeatures.Group, Int, Int)])
  func everyFeatureHasAGroup(_ group: LetterFeatures.Group, inName: Int, alone: Int) {
    let name = name("نور، سامي الباسم")
    let all = hashes(name.words[1], 2, name.context(at: 1))
    #expect(all.count == LetterFeatures.groups.count)
    #expect(LetterFeatures.groups.filter { $0 == group }.count == inName)
    let few = hashes(name.words[1], 2, nil)
    #expect(LetterFeatures.groups.prefix(few.count).filter { $0 == group }.count == alone)
    #expect(all.count + LetterFeatures.historyCount <= LetterFeatures.limit)
  }

  @Test(arguments: ["سامي", "نور سامي باسم", "نور، سامي الباسم", "سامي، نور"])
  func aWordAloneHasTheFirstFeaturesOfAName(_ text: String) {
    let name = name(text)
    let index = name.words.firstIndex(of: Array("سامي".utf16)) ?? 0
    for place in 0..<4 {
      let few = hashes(name.words[index], place, nil)
      #expect(hashes(name.words[index], place, name.context(at: index)).starts(with: few))
    }
  }

  @Test func aForeignNameIsAnother() {
    let name = name("سامي گل")
    let few = hashes(name.words[0], 1, nil)
    let all = hashes(name.words[0], 1, name.context(at: 0))
    let different = few.indices.filter { all[$0] != few[$0] }
    #expect(different.count == 3)
    #expect(different.map { LetterFeatures.groups[$0] } == [.letters, .letters, .word])
  }

  /// The last letters of two words, and how many features of the word they share.
  @Test(
    arguments: [
      ("شعر", "الشعر", 1), ("الشعر", "والشعر", 1), ("للشعر", "الشعر", 1), ("وللشعر", "شعر", 1),
      ("كالشعر", "فالشعر", 1), ("بالشعر", "فللشعر", 1), ("شعر", "شعر", 3),
      // No article, or nothing that it could stand before.
      ("لشعر", "شعر", 0), ("ناشعر", "شعر", 0), ("مالشعر", "شعر", 0), ("بللشعر", "شعر", 0), ("الي", "والي", 0),
    ] as [(String, String, Int)])
  func aWordIsTheSameBehindItsArticle(_ left: String, _ right: String, _ shared: Int) {
    func features(_ word: String) -> Set<UInt32> {
      let all = hashes(Array(word.utf16), word.utf16.count - 1, nil)
      return Set(all.enumerated().filter { LetterFeatures.groups[$0.offset] == .word }.map(\.element))
    }
    #expect(features(left).intersection(features(right)).count == shared)
  }

  /// The third letter, alone and with the one before it, is the same in all; behind a prefix it is the article's.
  @Test(arguments: [("فالحب", 3), ("والد", 2), ("وللحب", 2), ("مالحب", 2), ("الحب", 0)])
  func theArticleIsTheSameBehindEachPrefix(_ word: String, _ shared: Int) {
    let first = Set(hashes(Array("كالنور".utf16), 2, nil))
    #expect(first.intersection(hashes(Array(word.utf16), 2, nil)).count == shared)
  }

  @Test(arguments: [("سامي", "سالي"), ("سامي", "شامي"), ("سامي", "ساميا")])
  func anotherWordHasOtherFeaturesOfTheWord(_ left: String, _ right: String) {
    let (first, second) = (hashes(Array(left.utf16), 1, nil), hashes(Array(right.utf16), 1, nil))
    for (place, group) in LetterFeatures.groups.enumerated().prefix(first.count) where group == .word {
      #expect(first[place] != second[place])
    }
    #expect(first[0] == second[0], "the letter alone is the same")
  }
}
