import TestSupport
import Testing

@testable import ArabicText

@Suite struct SchemeTests {
  @Test(arguments: Scheme.identifiers)
  func itsFileIsUnderstood(_ identifier: String) throws {
    let place = try #require(Scheme.place(of: identifier))
    let rows = SchemeRows(place: place)
    #expect(rows.problem == nil)
    #expect(!rows.name.isEmpty)
    #expect(!rows.examples.isEmpty)
  }

  @Test(arguments: Scheme.identifiers)
  func itsExamplesHold(_ identifier: String) throws {
    let scheme = try Scheme.named(identifier)
    for example in scheme.table.examples where scheme.kind != .reading {
      let latin = scheme.romanize(example.arabic)
      #expect(Array(latin.unicodeScalars) == Array(example.latin.unicodeScalars), "\(example.arabic)")
    }
  }

  @Test func identifiersAreSorted() {
    #expect(Scheme.identifiers == Scheme.identifiers.sorted())
  }

  @Test func anUnknownSchemeNamesTheKnownOnes() {
    let error = #expect(throws: UnknownSchemeError.self) { try Scheme.named("ala_lc") }
    #expect(error?.description.hasPrefix("unknown scheme 'ala_lc'; known schemes: ala-lc, ") == true)
  }
}

/// The scalars of a text, since equal strings can differ in the order of marks.
private func scalars(_ text: String?) -> [Unicode.Scalar]? { text.map { Array($0.unicodeScalars) } }

@Suite struct SchemeReadingTests {
  @Test(arguments: try CaseRow.rows("scheme-arabic.tsv"))
  func readsBack(_ row: CaseRow) throws {
    let arabic = try Scheme.named(row["scheme"]).arabize(row["latin"])
    #expect(scalars(arabic) == scalars(row["arabic"].isEmpty ? nil : row["arabic"]), "\(arabic ?? "nil")")
  }

  @Test(arguments: try CaseRow.rows("scheme-vocalized.tsv"))
  func knowsVocalizedWords(_ row: CaseRow) {
    #expect(Scheme.isVocalized(row["word"]) == (row["vocalized"] == "yes"))
  }
}

@Suite struct SchemeWordsTests {
  /// Before an alif with hamza inside the letters a prefix ends; a hamza that belongs to the word has another seat.
  @Test(arguments: [
    ("لِأَهْل", "li-Ahl"), ("بِإِذْن", "bi-Idhn"), ("وَإِبْرَاهِيم", "wa-Ibrāhīm"), ("بِئْر", "Biʼr"), ("رَأْس", "Raʼs"),
    ("لُؤْلُؤ", "Luʼluʼ"), ("كَأْس", "Kaʼs"),
  ])
  func hamzaShowsAPrefix(_ arabic: String, _ latin: String) throws {
    #expect(try Scheme.named("ala-lc").romanize(arabic) == latin)
  }

  /// A name in a text begins with a capital, and its first word is written as at the beginning.
  @Test func capitalsShowWhereANameBegins() throws {
    let scheme = try Scheme.named("ala-lc")
    #expect(scheme.arabize("Jazīrat Ibn ʻUmar") == "جَزِيرَة ابن عُمَر")
    #expect(scheme.arabize("ʻUmar ibn al-Khaṭṭāb") == "عُمَر بن الخَطَّاب")
  }

  @Test(arguments: [
    ("حُسَيْن", "Ḥusayn", true), ("حُصَيْن", "Ḥusayn", false), ("العِزَّة", "al-ʿizzah", true),
    ("رَحْمَان", "Raḥmān", true),
  ])
  func saysHowATextIsWritten(_ arabic: String, _ latin: String, _ isWritten: Bool) throws {
    #expect(try Scheme.named("ala-lc").writes(arabic, as: latin) == isWritten)
  }

  @Test func theCallerSaysWhatIsInConstruct() throws {
    let scheme = try Scheme.named("ala-lc")
    var words = [VocalizedWord("كَرِيمَة"), VocalizedWord("سَعِيد")]
    #expect(scheme.romanize(words: words) == "Karīmah Saʻīd")
    words[0].isConstruct = true
    #expect(scheme.romanize(words: words) == "Karīmat Saʻīd")
  }

  @Test func aWordJoinerEndsAPrefix() throws {
    let scheme = try Scheme.named("ala-lc")
    #expect(scheme.romanize("وَ\u{2060}قَالَ", capitals: .none) == "wa-qāla")
    #expect(scheme.romanize("لِ\u{2060}مُحَمَّد") == "li-Muḥammad")
  }

  @Test func otherTextPassesThrough() throws {
    let scheme = try Scheme.named("ala-lc")
    #expect(scheme.romanize("جَيْش، ١٢ (Army 3)؟") == "Jaysh, 12 (Army 3)?")
    #expect(scheme.romanize("") == "")
  }

  @Test func theOrderOfMarksDoesNotMatter() throws {
    let scheme = try Scheme.named("ala-lc")
    #expect(scheme.romanize("مُحَم\u{0651}\u{064E}د") == scheme.romanize("مُحَم\u{064E}\u{0651}د"))
  }
}
