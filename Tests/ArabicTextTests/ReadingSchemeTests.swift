import TestSupport
import Testing

@testable import ArabicText

@Suite struct ReadingSchemeTests {
  static let schemes = Scheme.identifiers.filter { (try? Scheme.named($0))?.kind == .reading }

  @Test(arguments: schemes)
  func itsExamplesHold(_ identifier: String) throws {
    let scheme = try Scheme.named(identifier)
    for example in scheme.table.examples {
      #expect(scheme.everyday(example.latin) == example.everyday, "\(example.latin)")
      #expect(scheme.accepts(example.latin, as: example.arabic), "\(example.latin) as \(example.arabic)")
    }
  }

  @Test(arguments: try CaseRow.rows("reading.tsv"))
  func reads(_ row: CaseRow) throws {
    let scheme = try Scheme.named(row["class"])
    let spelling = row["spelling"]
    #expect(scheme.everyday(spelling) == row["everyday"], "\(spelling)")
    if !row["arabic"].isEmpty {
      #expect(scheme.accepts(spelling, as: row["arabic"]), "\(spelling) as \(row["arabic"])")
    }
  }

  @Test(arguments: try CaseRow.rows("reading-refused.tsv"))
  func refuses(_ row: CaseRow) throws {
    let scheme = try Scheme.named(row["class"])
    #expect(!scheme.accepts(row["spelling"], as: row["arabic"]), "\(row["spelling"])")
  }

  @Test func givesOtherReadingsBehindTheLikeliest() throws {
    let scheme = try Scheme.named("cyrillic-ru")
    #expect(scheme.everydayReadings("Халид", limit: 5) == ["halid", "khalid"])
    #expect(scheme.everydayReadings("Хакк", limit: 3) == ["hakk", "khakk", "haqk"])
    #expect(scheme.everydayReadings("Омар", limit: 5) == ["omar"])
    #expect(scheme.everydayReadings("Халид", limit: 0).isEmpty)
  }

  @Test func tellsMoreInScholarlyLetters() throws {
    #expect(try Scheme.named("arabizi").scholarly("7amza 3abd el-6a2ef") == "ḥamza ʻabd el-ṭaʼef")
    #expect(try Scheme.named("somali").scholarly("Xaliimo Cumar") == "ḥalīma ʻumar")
    #expect(try Scheme.named("everyday").scholarly("Jaysh") == "jaysh")
  }

  @Test func otherSchemesAreNotForReading() throws {
    let scheme = try Scheme.named("ala-lc")
    #expect(scheme.everyday("Ḥamzah") == nil)
    #expect(scheme.scholarly("Ḥamzah") == nil)
    #expect(scheme.everydayReadings("Ḥamzah", limit: 2).isEmpty)
    #expect(!scheme.accepts("Ḥamzah", as: "حمزة"))
  }
}

@Suite struct ReadingHostileTests {
  private static let texts = [
    "", " ", "'", "''''", "3", "2 3 7", "3'3'3'", "7777777", "\u{1F600}", "\u{1F600}3\u{1F600}", "\u{0}", "-",
    "-e", "\u{301}\u{301}", "$", "$$$", "İ", "ß", "ﷺ", "محمد", "穆罕默德", "\u{202E}7amza\u{202C}",
  ]

  @Test(arguments: ReadingSchemeTests.schemes)
  func anyTextIsRead(_ identifier: String) throws {
    let scheme = try Scheme.named(identifier)
    for text in Self.texts {
      let everyday = try #require(scheme.everyday(text))
      #expect(everyday.utf8.allSatisfy { $0 < 0x80 }, "\(text)")
      #expect(scheme.everydayReadings(text, limit: 4).first == everyday)
      #expect(!scheme.accepts(text, as: ""))
      _ = scheme.accepts(text, as: "محمد")
      _ = scheme.scholarly(text)
    }
  }

  @Test(arguments: ReadingSchemeTests.schemes)
  func longTextsEnd(_ identifier: String) throws {
    let scheme = try Scheme.named(identifier)
    for unit in ["a", "3", "'", "x", "\u{1F600}", "х", "ş", "3'", "a'"] {
      let text = String(repeating: unit, count: 10_000)
      #expect(scheme.everyday(text) != nil)
      #expect(scheme.everydayReadings(text, limit: 10).count == 1)
      #expect(!scheme.accepts(text, as: String(repeating: "ا", count: 10_000)))
    }
  }

  @Test func theLongestWordsEnd() throws {
    for identifier in ReadingSchemeTests.schemes {
      let scheme = try Scheme.named(identifier)
      let arabic = String(repeating: "ا", count: Scheme.longestWord)
      #expect(!scheme.accepts(String(repeating: "a", count: Scheme.longestWord), as: arabic + "ب"))
      _ = scheme.accepts(String(repeating: "a", count: Scheme.longestWord), as: arabic)
      #expect(scheme.everydayReadings(String(repeating: "х", count: 200), limit: 10).count <= 10)
    }
  }
}
