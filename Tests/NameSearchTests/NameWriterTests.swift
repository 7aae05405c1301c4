import ArabicText
import TestSupport
import Testing

@testable import NameSearch

/// The writer with the carried lexicon.
@Suite struct NameWriterTests {
  private let writer: NameWriter

  init() throws { writer = NameWriter(lexicons: LexiconSet([try Lexicon.carried()])) }

  @Test func whatIsGivenWins() throws {
    let scheme = try Scheme.named("ala-lc")
    let given = writer.romanize("حُسَيْن", scheme: scheme)
    #expect(given.outputs.map(\.text) == ["Ḥusayn"])
    #expect(given.source == .given)
    // One mark decides between words that have the same letters.
    #expect(writer.romanize("حسّان", scheme: scheme).outputs.first?.text == "Ḥassān")
    #expect(writer.romanize("جيش العِزة", scheme: scheme).outputs.first?.text == "Jaysh al-ʻIzzah")
  }

  @Test func knownNamesAreFoundInsideATextAndMarksSpeakAgainstThem() throws {
    let scheme = try Scheme.named("ala-lc")
    let text = writer.romanize("قائد جيش العزة وغيره", scheme: scheme).outputs.first?.text
    #expect(text?.contains("Jaysh al-ʻIzzah") == true)
    let other = writer.romanize("جُيش العُزة", scheme: scheme).outputs.first?.text
    #expect(other?.contains("Jaysh al-ʻIzzah") == false)
  }

  /// What the lexicon has in another spelling only is no word of the text when the model knows better, and words in ة (ta marbuta)
  /// stand in construct as the model sees them.
  @Test(arguments: [
    ("كتاب على الطريق", "Kitāb ʻalá al-Ṭarīq"), ("محمد على", "Muḥammad ʻAlī"), ("احمد حسن", "Aḥmad Ḥasan"),
    ("مطبعة أحمد حسن", "Maṭbaʻat Aḥmad Ḥasan"), ("نزهة الأنظار", "Nuzʹhat al-Anẓār"),
    ("فاطمة الزهراء", "Fāṭimah al-Zahrāʼ"),
    ("جامعة القاهرة، كلية الآداب", "Jāmiʻat al-Qāhirah, Kullīyat al-Ādāb"),
  ])
  func theModelSpeaksWhereTheLexiconDoesNot(_ arabic: String, _ latin: String) throws {
    #expect(try writer.romanize(arabic, scheme: Scheme.named("ala-lc")).outputs.first?.text == latin)
  }

  /// Libraries leave the article of a family name out where it stands first; places in a row keep theirs.
  @Test(arguments: [
    ("ala-lc", "المصري، علي", "Miṣrī, ʻAlī"), ("ala-lc", "الشافعي، ابو مدين", "Shāfiʻī, Abū Madyan"),
    ("ala-lc", "البيضاوي، عبد الله بن عمر", "Bayḍāwī, ʻAbd Allāh ibn ʻUmar"),
    ("ala-lc", "علي المصري", "ʻAlī al-Miṣrī"), ("ala-lc", "العراق، سوريا", "al-ʻIrāq, Sūriyā"),
    ("ala-lc", "القاهرة، مصر", "al-Qāhirah, Miṣr"), ("din-31635", "المصري، علي", "al-Miṣrī, ʿAlī"),
  ])
  func turnedNamesAreHeadings(_ scheme: String, _ arabic: String, _ latin: String) throws {
    #expect(try writer.romanize(arabic, scheme: Scheme.named(scheme)).outputs.first?.text == latin)
  }

  /// A word of a text may be written like a name, and a name stays one unless the model is sure.
  @Test(arguments: [
    ("صور من حياة الصحابة", "Ṣuwar min Ḥayāt al-Ṣaḥābah"),
    ("مدينة صور اللبنانية", "Madīnat Ṣūr al-Lubnānīyah"),
    ("صور", "Ṣūr"), ("دور المرأة في المجتمع", "Dawr al-Marʼah fī al-Mujtamaʻ"),
    ("سحر البيان في الشعر", "Siḥr al-Bayān fī al-Shiʻr"),
    ("محمد حسن علي الأسد", "Muḥammad Ḥasan ʻAlī al-Asad"),
  ])
  func theModelMayKnowBetterInAText(_ arabic: String, _ latin: String) throws {
    #expect(try writer.romanize(arabic, scheme: Scheme.named("ala-lc")).outputs.first?.text == latin)
  }

  /// "And" is often typed with a space behind it.
  @Test(arguments: [
    ("ala-lc", "أحمد و محمد", "Aḥmad wa-Muḥammad"), ("ala-lc", "أحمد وَ محمد", "Aḥmad wa-Muḥammad"),
    ("ala-lc", "بيروت و القاهرة، دمشق و حلب", "Bayrūt wa-al-Qāhirah, Dimashq wa-Ḥalab"),
    ("ala-lc", "محمد و", "Muḥammad Wa"), ("ala-lc", "و", "Wa"),
    ("ala-lc", "محمد و، علي", "Muḥammad Wa, ʻAlī"),
    ("din-31635", "علي و عبد الرحمن", "ʿAlī wa-ʿAbd ar-Raḥmān"),
    ("common", "أحمد و محمد", "Ahmad wa-Muhammad"), ("common", "محمد و", "Muhammad Wa"),
    ("common", "سوق الخضار و الفواكه", "Suq al-Khudar wa-al-Fawakih"),
  ])
  func aLoneAndIsAPrefix(_ scheme: String, _ arabic: String, _ latin: String) throws {
    #expect(try writer.romanize(arabic, scheme: Scheme.named(scheme)).outputs.first?.text == latin)
  }

  /// Countries have a name without vowels beside the vocalized one.
  @Test func aNameWithoutVowelsIsNotReadAsOneWithThem() throws {
    let written = try writer.romanize("المملكة العربية السعودية", scheme: Scheme.named("ala-lc"))
    #expect(written.outputs.first?.text == "al-Mamlakah al-ʻArabīyah al-Saʻūdīyah")
    let everyday = try writer.romanize("المملكة العربية السعودية", scheme: Scheme.named("common"))
    #expect(everyday.outputs.first?.text == "al-Mamlaka al-Arabiyya al-Sa'udiyya")
  }

  /// An entity that is also called so keeps its longer name for itself.
  @Test func aNameWithoutATitleGetsNone() throws {
    let scheme = try Scheme.named("ala-lc")
    #expect(writer.normalize("محمد علي", scheme: scheme).normalized == "Muḥammad ʻAlī")
    #expect(writer.normalize("محمد علي باشا", scheme: scheme).normalized == "Muḥammad ʻAlī Bāshā")
  }

  @Test func theArticleIsAddedAndTakenAway() throws {
    let scheme = try Scheme.named("ala-lc")
    for (arabic, latin) in [
      ("الجيش", "al-Jaysh"), ("نجار", "Najjār"), ("والجيش", "wa-al-Jaysh"), ("للجيش", "lil-Jaysh"),
      ("الدولة", "al-Dawlah"),
    ] {
      let written = writer.romanize(arabic, scheme: scheme)
      #expect(written.outputs.first?.text == latin)
      #expect(written.source == .lexicon)
    }
  }

  @Test func everySchemeWritesTheSameName() throws {
    for identifier in Scheme.identifiers {
      let scheme = try Scheme.named(identifier)
      guard scheme.kind != .reading else { continue }
      let written = writer.romanize("جيش العزة", scheme: scheme, best: 3)
      #expect(written.scheme == identifier)
      #expect(!written.outputs.isEmpty)
      #expect(written.outputs.map(\.score) == written.outputs.map(\.score).sorted(by: >))
      #expect(Set(written.outputs.map(\.text)).count == written.outputs.count)
    }
  }

  @Test(arguments: ["common", "ala-lc", "buckwalter"])
  func otherTextPassesThrough(_ identifier: String) throws {
    let scheme = try Scheme.named(identifier)
    for text in ["", "😀", "Jaysh 7 – ok?\nnext line", "\u{200F}", "Жук"] {
      let written = writer.romanize(text, scheme: scheme)
      #expect(written.isPassedThrough)
      #expect(written.outputs.map(\.text) == [text])
    }
    let lines = writer.romanize("محمد\n(علي) 😀\n", scheme: scheme).outputs.first?.text ?? ""
    #expect(lines.split(separator: "\n", omittingEmptySubsequences: false).count == 3)
    #expect(lines.contains("😀"))
  }

  @Test func severalWaysAreOrderedAndDifferent() throws {
    for text in ["Hassan Muhammad al-Najjar", "Mohamed Salah", "Zakarya"] {
      let outputs = writer.arabize(text, best: 5).outputs
      #expect((1...5).contains(outputs.count))
      #expect(outputs.map(\.score) == outputs.map(\.score).sorted(by: >))
      #expect(Set(outputs.map(\.text)).count == outputs.count)
    }
    let scheme = try Scheme.named("common")
    let outputs = writer.romanize("طارق حسن", scheme: scheme, best: 8).outputs
    #expect(outputs.count == 8)
    #expect(outputs.first?.text == "Tariq Hassan" || outputs.first?.text == "Tarek Hassan")
  }

  @Test func arabicComesBackFromEveryStandard() throws {
    for identifier in ["ala-lc", "din-31635", "ijmes", "iso-233-2"] {
      let scheme = try Scheme.named(identifier)
      for arabic in ["جيش العزة", "خالد مصطفى", "عبد الرحمن النجار"] {
        let latin = writer.romanize(arabic, scheme: scheme).outputs[0].text
        #expect(writer.arabize(latin, scheme: scheme).outputs.first?.text == arabic, "\(latin)")
      }
    }
  }

  @Test func variantsSoundLikeTheName() throws {
    for name in ["القذافي", "كتيبة العزة", "Ahmad al-Najjar"] {
      var aligner = WholeNameAligner(known: writer.lexicons.known)
      let arabic = NameText(writer.normalize(name, scheme: try Scheme.named("ala-lc")).vocalized)
      for (number, variant) in writer.variants(of: name).enumerated() where variant.script == "latin" {
        #expect(aligner.align(NameText(variant.text), number: number, with: arabic) != nil, "\(variant.text)")
      }
    }
  }
}
