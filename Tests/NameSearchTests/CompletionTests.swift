import ArabicText
import TestSupport
import Testing

@testable import NameSearch

/// Names that go on from what was typed, against the slow twin and in their order.
@Suite struct CompletionTests {
  private static let rows: [[String]] = [
    ["id", "name", "kind", "language", "role"],
    ["damascus", "دمشق", "city", "ar", "name"], ["damascus", "Damascus", "city", "en", "name"],
    ["damascus", "al-Sham", "city", "ar-Latn", "alias"],
    ["countryside", "Countryside of Damascus", "governorate", "en", "name"],
    ["university", "Damascus University", "organization", "en", "name"],
    ["damour", "الدامور", "village", "ar", "name"], ["damour", "Damour", "village", "fr", "name"],
    ["dam", "Dam", "given-name", "ar-Latn", "name"], ["hassan", "Hassan Dam", "person", "ar-Latn", "name"],
    ["dammam", "Ad-Dammam", "city", "ar-Latn", "name"], ["shadow", "Damned", "person", "en", "weakAlias"],
    ["izza", "جيش العزة", "armed-group", "ar", "name"],
    ["izza", "Jaysh al-ʿIzza", "armed-group", "ar-Latn", "name"],
    ["izza", "Tajammuʿ al-ʿIzza", "armed-group", "ar-Latn", "previousName"],
    ["islam", "Jaysh al-Islam", "armed-group", "ar-Latn", "name"],
    ["islam", "جيش الإسلام", "armed-group", "ar", "name"],
    ["raqqa", "الرقة", "city", "ar", "name"], ["ruqayya", "رقية", "given-name", "ar", "name"],
    ["bashar", "Assad, Bashar", "person", "ar-Latn", "name"],
    ["hamza", "Hamza", "person", "ar-Latn", "name"],
    ["ahmad", "أَحْمَد", "person", "ar", "name"], ["moscow", "Москва", "city", "ru", "name"],
  ]
  private static let small = Result { try SmallLexicon(rows: rows) }

  private static func ids(_ text: String, limit: Int = 10) throws -> [String] {
    LexiconSet([try small.get().lexicon]).completions(for: Query(text), limit: limit).completions.map(
      \.entity.id)
  }

  @Test(arguments: [
    // A whole name, names that begin so, names with a later word that begins so.
    ("Dam", ["dam", "damascus", "damour", "dammam", "university", "shadow", "hassan", "countryside"]),
    ("damascus u", ["university"]), ("Damasc", ["damascus", "university", "countryside"]),
    ("دمش", ["damascus"]), ("د", ["damascus", "damour"]),
    // The article may be there or not, and is told apart when it is there.
    ("دام", ["damour"]), ("الدام", ["damour"]), ("الرق", ["raqqa", "ruqayya"]), ("رق", ["raqqa", "ruqayya"]),
    ("جيش ال", ["izza", "islam"]), ("جيش الع", ["izza"]), ("جيش ع", ["izza"]),
    ("Jaysh al", ["izza", "islam"]),
    ("Jaysh al-I", ["izza", "islam"]), ("jaysh iz", ["izza"]), ("al-Da", ["dammam", "damascus", "damour"]),
    // Case, marks, hamza seats, comma, chat digits, other scripts.
    ("ĎAMASC", ["damascus", "university", "countryside"]), ("احم", ["ahmad"]), ("إحم", ["ahmad"]),
    ("tajammu' al-'I", ["izza"]), ("Assad, Ba", ["bashar"]), ("Bashar As", ["bashar"]), ("7am", ["hamza"]),
    ("Моск", ["moscow"]),
    // Each typed word is a word of its own; words before the last are whole.
    ("Dam Dam", []), ("Dama Uni", []), ("zz", []), ("", []), ("...", []), ("'", []),
  ])
  func completes(_ text: String, _ expected: [String]) throws {
    let found = try Self.ids(text)
    if text == "al-Da" { #expect(Array(found.prefix(1)) == ["dammam"]) } else { #expect(found == expected) }
  }

  @Test func saysWhichNameGoesOnAndWhetherItIsAll() throws {
    let set = LexiconSet([try Self.small.get().lexicon])
    let list = set.completions(for: Query("Tajammu"))
    #expect(list.completions.map(\.matched.role) == ["previousName"])
    #expect(list.completions.map(\.isWhole) == [false])
    #expect(!list.isCut)
    let whole = try #require(set.completions(for: Query("jaysh al-izza")).completions.first)
    #expect(whole.isWhole)
    #expect(set.names(of: whole).count == 3)
  }

  /// Hebrew and Cyrillic are compared in Latin; who types Latin is shown a Latin name.
  @Test func namesInTheTypedScriptAreShown() throws {
    let rows = [
      ["id", "name", "role"], ["dam", "דמשק", "name"], ["dam", "Дамаск", "name"], ["dam", "Damask", "alias"],
    ]
    let set = LexiconSet([try SmallLexicon(rows: rows).lexicon])
    func shown(_ text: String) -> [String] {
      set.completions(for: Query(text)).completions.map(\.matched.text)
    }
    #expect(shown("dam") == ["Damask"])
    #expect(shown("Дам") == ["Дамаск"])
  }

  @Test(arguments: [0, 1, 3, 100])
  func aLimitCutsTheEndOff(_ limit: Int) throws {
    #expect(try Self.ids("d", limit: limit) == Array(try Self.ids("d", limit: 1000).prefix(limit)))
  }

  @Test func lexiconsAreCompletedTogether() throws {
    let other = try SmallLexicon(names: ["Damanhur"])
    let set = LexiconSet([try Self.small.get().lexicon, other.lexicon])
    let found = set.completions(for: Query("Daman")).completions
    #expect(found.map(\.entity.caption) == ["Damanhur"])
    #expect(found.map(\.lexicon) == [1])
  }
}

// The slow twin, damage and limits.
extension CompletionTests {
  private static let random: (small: Result<SmallLexicon, any Error>, names: [String]) = {
    var random = RandomNames(seed: 606)
    var names = (0..<400).map { _ in
      random.name(
        isArabic: Bool.random(using: &random.generator),
        longest: Int.random(in: 1...4, using: &random.generator))
    }
    // Awkward ones: repeated words, articles, commas, words beyond the length of a key, many words.
    names += [
      "al al Ali", "Ali al-Ali", "Ali Ali", "Ali", "al-Al", "ad Ali", "a a a a", "Ali, Al", "ال", "الل الله",
      "العلي علي", "علي العلي", String(repeating: "a", count: 60), String(repeating: "a", count: 61) + " b",
      "3ali 7", "' ʿ", "ḥ ḥa ḥal",
    ]
    let parts = ["given-name", "person", "word", "city", ""]
    let roles = NameRole.allCases.map(\.rawValue)
    let rows = names.enumerated().map { place, name in
      ["e\(place * 7 % 211)", name, parts[place * 7 % 211 % parts.count], roles[place % roles.count]]
    }
    return (Result { try SmallLexicon(rows: [["id", "name", "kind", "role"]] + rows) }, names)
  }()

  private static func expectTwins(_ lexicon: Lexicon, _ texts: [String]) {
    let set = LexiconSet([lexicon])
    let twin = SlowCompletion(lexicon)
    for text in texts {
      let list = set.completions(for: Query(text), limit: 10_000)
      #expect(!list.isCut)
      let found = list.completions.map {
        SlowCompletion.Item(id: $0.entity.id, name: $0.matched.text, isWhole: $0.isWhole)
      }
      #expect(found == twin.completions(text), "\(text)")
    }
  }

  @Test func findsWhatAScanOfAllNamesFinds() throws {
    var random = RandomNames(seed: 607)
    var texts: [String] = []
    for _ in 0..<400 {
      let name = Self.random.names.randomElement(using: &random.generator) ?? ""
      let count = Int.random(in: 0...name.unicodeScalars.count, using: &random.generator)
      var words = String(String.UnicodeScalarView(name.unicodeScalars.prefix(count))).split(separator: " ")
      if Bool.random(using: &random.generator), words.count > 1 { words.swapAt(0, words.count - 1) }
      texts.append(words.joined(separator: " "))
    }
    Self.expectTwins(try Self.random.small.get().lexicon, texts)
  }

  @Test func findsWhatAScanFindsForAwkwardTexts() throws {
    let texts = [
      "a", "al", "al ", "al-", "ali al", "ali ali", "ali ali ali", "al al", "al ad", "ad al", "a a a", "ا",
      "ال", "الل",
      "علي ال", "ال علي", "ٱلع", "7", "3a", "a,", "a, b", ",", "ab ab", String(repeating: "a", count: 48),
      String(repeating: "a", count: 100), "ḥ", "h",
      "ـ",
      "\u{200F}", "🕌", "a\u{0301}", "ʿ", "' a",
    ]
    Self.expectTwins(try Self.random.small.get().lexicon, texts)
  }

  @Test func findsWhatAScanOfTheTableFinds() throws {
    let lexicon = try Self.small.get().lexicon
    let names = Self.rows.dropFirst().map { $0[1] }
    Self.expectTwins(
      lexicon, names.flatMap { name in (1...name.count).map { String(name.prefix($0)) } })
  }

  /// What a limit leaves out are names of many words, and the result says so.
  @Test func limitsCutLongNames() throws {
    let short = (0..<40).map { "Da\(Character(Unicode.Scalar(UInt8(97 + $0 % 26))))\($0)" }
    let small = try SmallLexicon(names: short.map { "\($0) Zed" } + short)
    let set = LexiconSet([small.lexicon])
    var effort = FormWalk.Effort()
    effort.forms = 40
    let list = set.completions(for: Query("da"), limit: 100, effort)
    #expect(list.isCut)
    #expect(Set(list.completions.map(\.entity.caption)) == Set(short))
    effort.forms = 80
    #expect(!set.completions(for: Query("da"), limit: 100, effort).isCut)
    effort.nodes = 30
    let narrow = set.completions(for: Query("da"), limit: 100, effort)
    #expect(narrow.isCut && !narrow.completions.isEmpty)
    effort = FormWalk.Effort(namesOfForm: 2)
    let namesakes = LexiconSet([try SmallLexicon(names: ["Dan", "Dan", "Dan"]).lexicon])
    let two = namesakes.completions(for: Query("da"), limit: 100, effort)
    #expect(two.isCut && two.completions.count == 2)
  }

  /// What stands behind the 64th word does not count, and more words than that are completed by nothing.
  @Test func longNamesAreCutAndLongTextsFindNothing() throws {
    let name = Array(repeating: "ab", count: 70).joined(separator: " ")
    let set = LexiconSet([try SmallLexicon(names: [name + " zed"]).lexicon])
    #expect(set.completions(for: Query("ab ab a")).completions.count == 1)
    #expect(set.completions(for: Query(name.prefix(188) + " a")).completions.count == 1)
    #expect(set.completions(for: Query(name)).completions.isEmpty)
    #expect(set.completions(for: Query("zed")).completions.isEmpty)
  }

  /// A damaged file gives fewer completions or others, and no crash.
  @Test func damageDoesNotCrash() throws {
    let bytes = try Self.small.get().bytes
    var generator = SeededGenerator(seed: 608)
    for _ in 0..<400 {
      var damaged = bytes
      for _ in 0..<8 {
        let place = Int.random(in: 700..<damaged.count, using: &generator)
        damaged[place] = UInt8.random(in: .min ... .max, using: &generator)
      }
      guard let lexicon = try? SmallLexicon.open(damaged) else { continue }
      for text in ["d", "jaysh i", "جيش ال", "a"] {
        let list = LexiconSet([lexicon]).completions(for: Query(text), limit: 50)
        #expect(list.completions.count <= 50)
      }
    }
  }
}
