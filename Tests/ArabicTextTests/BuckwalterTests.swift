import TestSupport
import Testing

@testable import ArabicText

@Suite struct BuckwalterTests {
  @Test(arguments: try CaseRow.rows("buckwalter.tsv"))
  func reads(_ row: CaseRow) {
    let expected: String? = row["arabic"].isEmpty ? nil : row["arabic"]
    let arabic = Buckwalter.arabic(from: row["latin"])
    #expect(arabic.map { Array($0.unicodeScalars) } == expected.map { Array($0.unicodeScalars) })
  }

  @Test func readsEveryLetterOfItsTable() throws {
    let scheme = try Scheme.named("buckwalter")
    for letter in scheme.table.letters.letters {
      // A dollar sign beside a letter makes a text look like Buckwalter.
      let sign = scheme.romanize(String(letter))
      #expect(Buckwalter.arabic(from: sign + "$b")?.unicodeScalars.first == letter, "\(sign)")
    }
  }

  /// Whether a text looks like Buckwalter, as the rules say it, word by word.
  private static func looksLikeIt(_ text: String) -> Bool {
    let (small, capitals) = (UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"))
    return text.utf8.split(separator: UInt8(ascii: " ")).map(Array.init).contains { word in
      let hasLetter = word.contains { small.contains($0) || capitals.contains($0) }
      if hasLetter, word.contains(where: { "$*&}{<>|~".utf8.contains($0) }) { return true }
      guard word.count > 3, word.contains(where: { small.contains($0) }) else { return false }
      return word.indices.dropFirst().contains { place in
        capitals.contains(word[place])
          && !word[(place + 1)...].prefix { small.contains($0) }.contains { "aeiou".utf8.contains($0) }
      }
    }
  }

  @Test(arguments: 0..<6)
  func readingByteByByteSaysWhatTheRulesSay(_ seed: UInt64) throws {
    let letters = try Scheme.named("buckwalter").table.letters
    var generator = SeededGenerator(seed: 60 + seed)
    let signs = Array("abeimhKMAE$~<-'1  ز")
    for _ in 0..<2000 {
      let count = Int.random(in: 0...9, using: &generator)
      let text = String((0..<count).map { _ in signs.randomElement(using: &generator) ?? "a" })
      #expect(Buckwalter.looksLikeIt(text) == Self.looksLikeIt(text), "\(text)")
      let isSpelled = text.unicodeScalars.allSatisfy { $0 == " " || letters.letter(for: $0) != nil }
      #expect((Buckwalter.arabic(from: text) != nil) == (Self.looksLikeIt(text) && isSpelled), "\(text)")
    }
  }
}
