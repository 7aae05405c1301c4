import ArabicText
import TestSupport
import Testing

@testable import LexiconTools

/// Spellings divided among letters.
@Suite struct TrainingAlignerTests {
  /// Words from which one sees what each letter is.
  private static let known = Result {
    try CaseRow.rows("training-words.tsv").map { (Array($0["arabic"].utf16), Array($0["latin"].utf16)) }
  }

  private static let aligner = Result {
    var aligner = ChunkAligner(longestChunk: 5)
    aligner.learn(try known.get(), rounds: 6)
    return aligner
  }

  /// As a person divides them, each consonant with its own letter; which neighbour has a short vowel is left open.
  @Test(arguments: try CaseRow.rows("training-words.tsv").filter { !$0["division"].isEmpty })
  func dividesAsAPerson(_ row: CaseRow) throws {
    let aligned = try Self.aligner.get().align(Array(row["arabic"].utf16), Array(row["latin"].utf16))
    let chunks = try #require(aligned).chunks.map { String(decoding: $0, as: UTF16.self) }
    let expected = row["division"].split(separator: "|")
    #expect(chunks.joined() == row["latin"])
    #expect(chunks.count == expected.count)
    for (chunk, part) in zip(chunks, expected) { #expect(chunk.contains(part), "\(chunks)") }
  }

  @Test func chunksAlwaysMakeTheSpelling() throws {
    var names = ToyNames(seed: 30)
    let words = names.words(60)
    var aligner = ChunkAligner(longestChunk: 3)
    aligner.learn(words.map { (Array($0.arabic.utf16), Array($0.everyday.utf16)) }, rounds: 4)
    for word in words {
      let aligned = try #require(aligner.align(Array(word.arabic.utf16), Array(word.everyday.utf16)))
      #expect(aligned.chunks.flatMap { $0 } == Array(word.everyday.utf16))
      #expect(aligned.chunks.count == word.arabic.utf16.count)
      #expect(aligned.chunks.allSatisfy { $0.count <= 3 })
      // Rules without exception cost little.
      #expect(aligned.score > -0.7 && aligned.score <= 0)
    }
  }

  @Test func rightSpellingsScoreAboveWrongOnes() throws {
    let aligner = try Self.aligner.get()
    let right = try #require(aligner.align(Array("نادر".utf16), Array("nadir".utf16))).score
    let wrong = try #require(aligner.align(Array("نادر".utf16), Array("shaykh".utf16))).score
    #expect(right > wrong + 2)
  }

  @Test func whatDoesNotFitIsNil() throws {
    let aligner = try Self.aligner.get()
    #expect(aligner.align([], []) == nil)
    #expect(aligner.align([], Array("a".utf16)) == nil)
    #expect(aligner.align(Array("ب".utf16), Array("abcdef".utf16)) == nil)
    let silent = try #require(aligner.align(Array("ب".utf16), []))
    #expect(silent.chunks == [[]])
    #expect(try #require(aligner.align(Array("ظ".utf16), Array("x".utf16))).chunks == [Array("x".utf16)])
  }

  @Test func learningTwiceGivesTheSame() throws {
    let pairs = try Self.known.get()
    var again = ChunkAligner(longestChunk: 5)
    again.learn(pairs, rounds: 6)
    for pair in pairs {
      let first = try Self.aligner.get().align(pair.0, pair.1)
      #expect(again.align(pair.0, pair.1)?.score == first?.score)
    }
  }
}
