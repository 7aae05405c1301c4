import Testing

/// `ism normalize` with the lexicon that the program carries: one standard form for all spellings of a name.
@Suite struct NormalizeTests {
  /// A name with its spellings and its form in each scheme of `schemes`.
  struct Name: Sendable, CustomTestStringConvertible {
    let spellings: [String]
    let forms: [String]
    var testDescription: String { spellings[0] }
  }

  private static let schemes = ["ala-lc", "bgn-pcgn", "din-31635", "odni"]

  private static let names = [
    Name(
      spellings: [
        "Jaysh al-Izza", "Jaish al Izzah", "Jeish el-Ezza", "Jaych al-Izza", "jaysh el 3ezza",
        "Ǧaiš al-ʿIzza",
        "Джейш аль-Изза", "جيش العزه",
      ],
      forms: ["Jaysh al-ʻIzzah", "Jaysh al ‘Izzah", "Ǧayš al-ʿIzza", "Jaysh al-’Izzah"]),
    Name(
      spellings: [
        "Tajamu' al-'Izza", "Tajammuʻ al-ʻIzzah", "Tajamou al Ezza", "Tajammu al-Izza", "Tajamo el-Ezzeh",
        "Taǧammuʿ al-ʿIzza", "تجمع العزة",
      ],
      forms: ["Tajammuʻ al-ʻIzzah", "Tajammu‘ al ‘Izzah", "Taǧammuʿ al-ʿIzza", "Tajammu’ al-’Izzah"]),
    Name(
      spellings: [
        "Gaddafi", "Qaddafi", "Kadhafi", "Qadhdhafi", "Gheddafi", "el-Gadafi", "al-Qadhāfī", "Khadafy",
        "القذافي",
      ],
      forms: ["al-Qadhdhāfī", "Al Qadhdhāfī", "al-Qaḏḏāfī", "al-Qadhafi"]),
    Name(
      spellings: [
        "Hayat Tahrir al-Sham", "Hay'at Tahrir al Sham", "Hayʼat Taḥrīr al-Shām", "Hayet Tahrir el-Cham",
        "Haiat Tahrir Ash-Sham", "Heyet Tahrir eş-Şam", "hay2at ta7rir elsham", "هيئة تحرير الشام",
      ],
      forms: [
        "Hayʼat Taḥrīr al-Shām", "Hay’at Taḩrīr ash Shām", "Hayʾat Taḥrīr aš-Šām", "Hay’at Tahrir al-Sham",
      ]),
    Name(
      spellings: [
        "Kafr Nabl", "Kafranbel", "Kfar Nabl", "Kafranbil", "Kafr Nabel", "Kafarnabel", "Kafar Nubbul",
        "كفرنبل",
      ],
      forms: ["Kafr Nubbul", "Kafr Nubbul", "Kafr Nubbul", "Kafr Nubbul"]),
  ]

  @Test(arguments: names)
  func allSpellingsHaveOneForm(_ name: Name) throws {
    for (scheme, form) in zip(Self.schemes, name.forms) {
      let input = name.spellings.joined(separator: "\n") + "\n"
      let result = try ProgramRun().ism(
        "normalize", "--scheme", scheme, "--format", "text", "-", input: input)
      #expect(result.status == 0)
      #expect(result.lines == name.spellings.map { _ in form }, "\(scheme)")
    }
  }

  @Test func theAnswerSaysWhereItComesFrom() throws {
    let result = try ProgramRun().ism("normalize", "--format", "jsonl", "Tajamu' al-'Izza")
    #expect(
      result.output.hasPrefix(
        #"{"arabic":"تجمع العزة","input":"Tajamu' al-'Izza","keys":{"folded":"تجمع العزه","skeletons":["#))
    #expect(
      result.output.contains(
        #""normalized":"Tajammuʻ al-ʻIzzah","scheme":"ala-lc","source":"lexicon","vocalized":"تَجَمُّع العِزَّة"}"#))
  }

  @Test(arguments: [
    ("Kitāb al-ʻIbar", "Kitāb al-ʻIbar", "given"),
    ("Ḥassān ibn Thābit", "Ḥassān ibn Thābit", "lexicon"),
    ("Khaled Mustafa", "Khālid Muṣṭafá", "lexicon"),
    ("Assad, Bashar", "Bashshār al-Asad", "lexicon"),
    ("Sheikh Hassan Nasrallah", "Shaykh Ḥasan Naṣr Allāh", "lexicon"),
    ("7amza 3abd el ra7man", "Ḥamzah ʻAbd al-Raḥmān", "lexicon"),
    ("jy$ AlEzp", "Jaysh al-ʻIzzah", "lexicon"),
    ("2 جيش Ali", "2 Jaysh ʻAlī", "lexicon"),
  ])
  func wordsAreReadOneByOne(_ name: String, _ form: String, _ source: String) throws {
    let result = try ProgramRun().ism("normalize", "--format", "tsv", name)
    let fields = try #require(result.lines.dropFirst().first).split(
      separator: "\t", omittingEmptySubsequences: false)
    #expect(fields[2] == form)
    #expect(fields[4] == source)
  }

  @Test func spellingsShareTheirKeys() throws {
    let result = try ProgramRun().ism(
      "normalize", "--format", "csv", "Jaish al Izzah", "Ǧaiš al-ʿIzza", "جيش العزه")
    let keys = Set(result.lines.dropFirst().map { $0.split(separator: ",").suffix(2) })
    #expect(keys.count == 1)
  }

  @Test(arguments: ["", "()", "😀", "\u{64E}\u{651}"])
  func nothingIsExitCodeOne(_ text: String) throws {
    let result = try ProgramRun().ism("normalize", "--", text)
    #expect(result.status == 1)
    #expect(result.complaints.isEmpty)
  }
}
