import TestSupport
import Testing

@testable import ArabicText

/// Reading normalized names back, and decoding data files byte by byte.
@Suite struct NameTextLoadTests {
  private static func loaded(_ bytes: [UInt8]) -> NameText {
    var name = NameText()
    name.load { letters in
      var decoder = UTF8Decoder()
      for byte in bytes { decoder.feed(byte) { letters.append($0) } }
      decoder.finish { letters.append($0) }
    }
    return name
  }

  @Test(arguments: try CaseRow.rows("normalized.tsv"))
  func readsBackWhatItMade(_ row: CaseRow) {
    let name = NameText(row["text"])
    let loaded = Self.loaded(Array(name.normalized.utf8))
    #expect(loaded.letters == name.letters)
    #expect(loaded.words.map(\.range) == name.words.map(\.range))
    #expect(loaded.words.map(\.foldedHash) == name.words.map(\.foldedHash))
    #expect(loaded.wordsBeforeComma == name.wordsBeforeComma)
  }

  @Test func forgetsTheNameBefore() {
    var name = NameText("Assad, Bashar")
    name.load { $0.append(contentsOf: "ali".utf16) }
    #expect(name.normalized == "ali")
    #expect(name.words.count == 1)
    #expect(name.uninverted == nil)
    name.load { _ in }
    #expect(name.isEmpty)
  }

  @Test(arguments: ["Assad, Bashar", "a", "a, b c, d", "a,", ", a", "ibn a b,c", "", "محمد، علي"])
  func putsTheWordsBehindTheCommaFirst(_ text: String) {
    let name = NameText(text)
    let slow = name.uninverted ?? name
    var fast = name
    fast.uninvert()
    #expect(fast.letters == slow.letters)
    #expect(fast.words.map(\.range) == slow.words.map(\.range))
    #expect(fast.wordsBeforeComma == slow.wordsBeforeComma)
  }

  @Test func comparesFoldedForms() {
    let names = ["Ālī Hasan", "ali hasan", "alihasan", "ali", "Ali, Hasan", "أحمد", "احمد", "", "ali h asan"]
      .map {
        NameText($0)
      }
    for left in names {
      for right in names {
        #expect(left.isFoldedEqual(to: right) == (left.foldedHash() == right.foldedHash()))
      }
    }
  }

  @Test(
    arguments: [
      ([0x61, 0xFF, 0x62], "a\u{FFFD}b"),
      ([0x80], "\u{FFFD}"),
      ([0xC3], "\u{FFFD}"),
      ([0xC3, 0x61], "\u{FFFD}a"),
      ([0xD8], "\u{FFFD}"),
      ([0xE2, 0x82], "\u{FFFD}"),
      ([0xF0, 0x9F, 0x95], "\u{FFFD}"),
      ([0xC0, 0xAF], "\u{FFFD}\u{FFFD}"),
      ([0xF5, 0x80, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0x61, 0xD8, 0x20, 0x62], "a\u{FFFD} b"),
    ] as [([UInt8], String)])
  func replacesWhatIsNoUTF8(_ bytes: [UInt8], by expected: String) {
    #expect(Self.loaded(bytes).normalized == expected)
  }

  @Test(arguments: [
    "aé", "道 a", "𐎠", "\u{10FFFF}", "\u{FFFD}",
    "جيش",
  ])
  func decodesLikeTheStandardLibrary(_ text: String) {
    #expect(Self.loaded(Array(text.utf8)).letters == Array(text.utf16))
  }

  @Test func takesAnyBytes() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<2000 {
      let count = Int.random(in: 0...12, using: &generator)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let name = Self.loaded(bytes)
      #expect(name.words.allSatisfy { $0.start < $0.end && $0.end <= name.letters.count })
    }
  }
}
