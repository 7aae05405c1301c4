import TestSupport
import Testing

@testable import ArabicText
@testable import NameSearch

/// Words that mean the same in other languages.
@Suite struct TranslationTests {
  private static let carried = Result { try Lexicon.carried() }

  /// A list that says nothing of what its names mean, beside a lexicon that does.
  private static let list = Result {
    let names = [
      "الصين", "القدس", "وزارة الخارجية المصرية", "وزارة الداخلية المصرية", "شركة النفط الصينية",
      "جامعة دمشق",
      "جامعة حلب", "مطار بغداد الدولي", "حزب الله", "داعش", "Bank of Egypt", "Ministry of Health",
      "محمد حسين", "الهلال الأحمر المصري", "الخطوط الجوية القطرية", "وزارة الموارد المائية", "Egyptian Navy",
      "مجلس الوزراء", "الاتحاد الكردي لكرة القدم",
    ]
    let words = try TranslationTests.carried.get()
    return (names, LexiconSet([words, try SmallLexicon(words: [words], names: names).lexicon]))
  }

  @Test(arguments: [
    ("China", "الصين"), ("Jerusalem", "القدس"), ("Egyptian Foreign Ministry", "وزارة الخارجية المصرية"),
    ("Chinese Oil Company", "شركة النفط الصينية"), ("Damascus University", "جامعة دمشق"),
    ("Baghdad International Airport", "مطار بغداد الدولي"), ("Party of God", "حزب الله"),
    ("Hezbollah", "حزب الله"),
    ("Islamic State", "داعش"), ("بنك مصر", "Bank of Egypt"), ("وزارة الصحة", "Ministry of Health"),
    ("Egyptian Red Crescent", "الهلال الأحمر المصري"), ("Qatar Airways", "الخطوط الجوية القطرية"),
    ("Water Resources Ministry", "وزارة الموارد المائية"), ("القوات البحرية المصرية", "Egyptian Navy"),
    ("Council of Ministers", "مجلس الوزراء"), ("Kurdish Football Association", "الاتحاد الكردي لكرة القدم"),
  ])
  func aListIsFoundByWhatItsNamesMean(_ query: String, _ name: String) throws {
    let (names, set) = try Self.list.get()
    var options = SearchOptions()
    options.explains = true
    // The carried lexicon has many ministries.
    options.limit = 50
    let found = set.search(Query(query), options).matches.filter { $0.lexicon == 1 }
    let first = try #require(found.first)
    let place = try #require(Int(first.entity.id))
    #expect(names[place] == name)
    #expect(first.score >= RankingPolicy.sameThreshold)
    #expect(!first.evidence.isEmpty)
    #expect(abs(set.compare(query, name).score - first.score) < 0.02, "a score means the same in both")
  }

  @Test func aKnownEntityOfAnotherNameIsExplained() throws {
    let (_, set) = try Self.list.get()
    var options = SearchOptions()
    options.explains = true
    let match = set.search(Query("Party of God"), options).matches.first { $0.lexicon == 1 }
    #expect(match?.evidence.contains { $0.kind == "translation" } == true)
  }

  @Test func aListAloneKnowsNoEntities() throws {
    let list = try SmallLexicon(names: ["حزب الله", "الصين"]).lexicon
    #expect(LexiconSet([list]).search(Query("Party of God")).matches.isEmpty)
    #expect(LexiconSet([list]).sharedForms(Query("Party of God")).isEmpty)
    // Countries are known without a lexicon.
    #expect(LexiconSet([list]).search(Query("China")).matches.first?.entity.id == "1")
  }

  @Test(arguments: [
    ("Army", "جيش"), ("جيش", "army"), ("University", "جامعة"), ("Airport", "مطار"), ("China", "صين"),
    ("صيني", "chinese"),
    ("الصينية", "chinese"), ("Damascus", "دمشق"), ("القدس", "jerusalem"), ("الداخلية", "interior"),
  ])
  func translatesWords(_ word: String, _ translation: String) throws {
    let words = WordTranslations([try Self.carried.get()]).words(NameText(word), 0)
    var symbols: [UInt8] = []
    let script = WordKey.append(NameText(translation).letters[...], to: &symbols)
    #expect(words.contains(WordTranslations.Word(symbols: symbols, script: script)))
    #expect(Set(words.map { [UInt8($0.script.rawValue)] + $0.symbols }).count == words.count)
  }

  @Test(arguments: ["Muhammad", "محمد", "of", "Ltd", "الشامي", "xyz"])
  func doesNotTranslateNames(_ word: String) throws {
    #expect(WordTranslations([try Self.carried.get()]).words(NameText(word), 0).isEmpty)
  }

  @Test(arguments: [
    ("of", true), ("The", true), ("في", true), ("فى", true), ("ibn", false), ("de", false), ("علي", false),
  ])
  func knowsLinks(_ word: String, _ isLink: Bool) {
    #expect(LinkWords.contains(NameText(word).foldedHash()) == isLink)
  }

  /// The article is written onto the word in Arabic and stands apart in Latin: both are heads.
  @Test(arguments: ["Army of Islam", "الجيش السوري", "al-Jaysh al-Suri", "البنك المركزي"])
  func organizationsBeginWithHeads(_ name: String) throws {
    let set = LexiconSet([try Self.carried.get()])
    var (words, compared) = (WordFactsCache(set.words), ComparedName())
    compared.load(NameText(name), &words)
    #expect(compared.units.first?.kind == .head)
    #expect(compared.hasHead && compared.isGeneric)
  }
}
