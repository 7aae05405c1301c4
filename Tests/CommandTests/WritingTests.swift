import Testing

/// `ism romanize`, `ism arabize` and `ism variants` of the real program.
@Suite struct WritingTests {
  @Test(arguments: [
    ("جيش العزة", "Jaysh al-Izza"),
    ("تجمع العزة", "Tajammu al-Izza"),
    ("هيئة تحرير الشام", "Hayat Tahrir al-Sham"),
    ("حركة", "Haraka"),
    ("كتيبة العزة", "Katibat al-Izza"),
    ("عبدالرحمن النجار", "Abd al-Rahman al-Najjar"),
    ("محمد بن سلمان", "Mohammed bin Salman"),
    ("للجيش والشعب", "lil-Jaysh wa-al-Shab"),
    ("قيادة جيش العزة، جميل الصالح", "Qiyadat Jaysh al-Izza, Jamil al-Saleh"),
    ("اللواء 313 😀 Brigade", "al-Liwa 313 😀 Brigade"),
  ])
  func romanizesAsThePressDoes(_ arabic: String, _ latin: String) throws {
    let result = try ProgramRun().ism("romanize", arabic)
    #expect(result.status == 0)
    #expect(result.output == latin + "\n")
  }

  @Test(arguments: [
    ("ala-lc", "جيش العزة", "Jaysh al-ʻIzzah"),
    ("ala-lc", "جيش العزه", "Jaysh al-ʻIzzah"),
    ("ala-lc", "مُعَمَّر بن زيد", "Muʻammar ibn Zayd"),
    ("ala-lc", "مَنَاف طْلَاس", "Manāf Ṭlās"),
    ("ala-lc", "سْتُوكْهُولْم", "Stūkʹhūlm"),
    ("din-31635", "حركة فجر الشام الإسلامية", "Ḥarakat Faǧr aš-Šām al-Islāmīya"),
    ("bgn-pcgn", "اللواء", "Al Liwā’"),
    ("odni", "عبدالرحمن", "’Abd-al-Rahman"),
    ("buckwalter", "جَيْش", "jayo$"),
    ("icao-9303", "جيش", "JYXSH"),
  ])
  func romanizesByScheme(_ scheme: String, _ arabic: String, _ latin: String) throws {
    let result = try ProgramRun().ism("romanize", "--scheme", scheme, arabic)
    #expect(result.output.lowercased() == latin.lowercased() + "\n")
  }

  @Test func theJSONOfRomanize() throws {
    let result = try ProgramRun().ism(
      "romanize", "--scheme", "ala-lc", "--format", "jsonl", "جيش العزة", "😀 abc")
    #expect(
      result.lines == [
        #"{"input":"جيش العزة","outputs":[{"score":1,"text":"Jaysh al-ʻIzzah"}],"scheme":"ala-lc","source":"lexicon"}"#,
        #"{"input":"😀 abc","outputs":[{"score":1,"text":"😀 abc"}],"passedThrough":true,"scheme":"ala-lc","source":"given"}"#,
      ])
  }

  /// The letters of a standard that is named say which of the known names it is.
  @Test(arguments: [
    ("Ḥusayn", "حسين"),
    ("Ḥusayn ibn ʻAlī", "حسين بن علي"),
    ("Āl Mubārak", "آل مبارك"),
    ("Samāʼ", "سماء"),
    ("Bin ʻUmar", "بن عمر"),
    ("Ibn ʻUmar", "ابن عمر"),
    ("Rifʻat al-Asad", "رفعت الأسد"),
    ("Jaysh al-Izza", "جيش العزة"),
    ("Jaysh al-Izzah", "جيش العزة"),
    ("Finlandah", "فنلندة"),
    ("Āl al-Qāsimī", "آل القاسمي"),
    ("al-Jabhah al-Waṭanīyah li-Inqādh Lībiyā", "الجبهة الوطنية لإنقاذ ليبيا"),
  ])
  func arabizesByANamedStandard(_ latin: String, _ arabic: String) throws {
    let result = try ProgramRun().ism("arabize", "--scheme", "ala-lc", latin)
    #expect(result.output == arabic + "\n")
  }

  @Test(arguments: [
    ("Jaysh al-Izza", "everyday", "جيش العزة"),
    ("Khaled Mustafa al-Najjar", "everyday", "خالد مصطفى النجار"),
    ("Abd el-Rahman", "everyday", "عبد الرحمن"),
    ("Abdulrahman bin Ali", "everyday", "عبد الرحمن بن علي"),
    ("Assad, Bashar", "everyday", "بشار الأسد"),
    ("Brigade 9", "everyday", ""),
    ("ta7rir elsham", "arabizi", "تحرير الشام"),
    ("3abd el 7amid", "arabizi", "عبد الحميد"),
    ("jy$ AlEzp", "buckwalter", "جيش العزة"),
    ("Kitāb al-ʻIbar", "ala-lc", "كتاب العبر"),
    ("wa-al-Kitāb", "ala-lc", "والكتاب"),
    ("Maṭbaʻat Zuqāq Ṭalʻat", "ala-lc", "مطبعة زقاق طلعت"),
    ("Saʻādah", "ala-lc", "سعادة"),
    ("Wakālat Aʻmāq al-Ikhbārīyah", "ala-lc", "وكالة أعماق الإخبارية"),
    ("Hay'at Tahrir al-Shām", "ala-lc", "هيئة تحرير الشام"),
    ("Qadhāfi", "everyday", "القذافي"),
    ("Gaddāfi", "everyday", "القذافي"),
    ("Taǧammuʿ al-ʿIzza", "din-31635", "تجمع العزة"),
    ("Джамиль Халид", "cyrillic-ru", "جميل خالد"),
  ])
  func arabizes(_ latin: String, _ scheme: String, _ arabic: String) throws {
    let result = try ProgramRun().ism("arabize", "--format", "tsv", latin)
    let fields = try #require(result.lines.dropFirst().first).split(
      separator: "\t", omittingEmptySubsequences: false)
    #expect(fields[1] == scheme)
    if !arabic.isEmpty { #expect(fields[2] == arabic) }
  }

  @Test func arabizeCanWriteVowels() throws {
    #expect(try ProgramRun().ism("arabize", "--vowels", "Jaysh al-Izza").output == "جَيْش العِزَّة\n")
    #expect(
      try ProgramRun().ism("arabize", "--scheme", "ala-lc", "--vowels", "Kitāb").output == "كِتَاب\n")
  }

  @Test func whatASchemeDoesNotHaveIsNotFound() throws {
    let result = try ProgramRun().ism("arabize", "--scheme", "buckwalter", "--format", "jsonl", "čć")
    #expect(result.status == 1)
    #expect(result.output == #"{"input":"čć","outputs":[],"scheme":"buckwalter"}"# + "\n")
  }

  @Test(arguments: ["romanize", "arabize", "normalize", "variants"])
  func linesAreAnsweredInOrder(_ command: String) throws {
    let bytes = Array("Hamas\n".utf8) + [0xFF, 0x0A] + Array("جيش العزة\n".utf8)
    let result = try ProgramRun().ism([command, "-"], inputBytes: bytes)
    #expect(result.status == 2)
    #expect(result.lines.count == 3)
    #expect(result.lines[0].contains(#""input":"Hamas""#))
    #expect(result.lines[1].contains("not UTF-8"))
    #expect(result.lines[2].contains(#""input":"جيش العزة""#))
    #expect(result.complaints.contains("standard input:2: not UTF-8"))
  }

  /// Several threads answer the lines of a pipe, as one answers arguments.
  @Test(arguments: ["romanize", "arabize", "normalize", "variants"])
  func aStreamIsAnsweredAsArgumentsAre(_ command: String) throws {
    let words = ["Hassan", "محمد", "Qaddafi", "نزار", "Zaynab", "جيش العزة", "Bouteflika", "?"]
    let texts = (0..<90).map { "\(words[$0 % words.count]) \(words[$0 / words.count % words.count])" }
    let ofArguments = try ProgramRun().ism([command, "--format", "jsonl"] + texts, inputBytes: [])
    let ofStream = try ProgramRun().ism(
      [command, "-"], inputBytes: Array(texts.joined(separator: "\n").utf8))
    #expect(ofStream.status == ofArguments.status)
    #expect(ofStream.lines.count == texts.count)
    #expect(ofStream.lines == ofArguments.lines)
  }

  @Test(arguments: [
    ["romanize", "--scheme", "ala_lc", "جيش"], ["normalize", "--scheme", "nothing", "x"],
    ["arabize", "--scheme", "ALA-LC", "x"],
  ])
  func anUnknownSchemeNamesTheKnownOnes(_ arguments: [String]) throws {
    let result = try ProgramRun().ism(arguments, inputBytes: [])
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.complaints.hasPrefix("ism: unknown scheme '\(arguments[2])'; known schemes: ala-lc, "))
    #expect(result.complaints.split(separator: "\n").count == 1)
  }

  @Test(arguments: [
    ["romanize"], ["romanize", "--best", "0", "x"], ["arabize", "--best", "-1", "x"],
    ["variants", "--script", "greek", "x"], ["variants", "--limit", "0", "x"],
    ["normalize", "--no-default-lexicon", "x"], ["romanize", "--scheme", "arabizi", "جيش"],
  ])
  func wrongUseIsExitCodeTwo(_ arguments: [String]) throws {
    let result = try ProgramRun().ism(arguments, inputBytes: [])
    #expect(result.status == 2)
    #expect(result.complaints.split(separator: "\n").count == 1)
    #expect(result.output.isEmpty)
  }

  @Test(arguments: ["Jaysh al-Izza", "جيش العزة", "Army of Glory"])
  func variantsOfAKnownName(_ name: String) throws {
    let result = try ProgramRun().ism("variants", "--format", "tsv", name)
    let rows = result.lines.dropFirst().map { $0.split(separator: "\t").map(String.init) }
    let texts = rows.map { $0[1] }
    #expect(rows.count == 20)
    #expect(texts.prefix(2) == ["جيش العزة", "Jaysh al-Izza"])
    for spelling in ["Jaish al-Izza", "Jeish al-Izza", "Jaysh el-Izza", "جيش العزه"] {
      #expect(texts.contains(spelling), "\(spelling)")
    }
    #expect(Set(texts.map { $0.lowercased() }).count == texts.count)
    let scores = rows.compactMap { Double($0[3]) }
    #expect(scores == scores.sorted(by: >))
    #expect(scores.allSatisfy { (0...1).contains($0) })
  }

  @Test func variantsOfOneScript() throws {
    let arabic = try ProgramRun().ism("variants", "--script", "arabic", "--format", "tsv", "Ahmad al-Najjar")
    #expect(arabic.lines.dropFirst().allSatisfy { $0.split(separator: "\t")[2] == "arabic" })
    #expect(arabic.lines.contains { $0.contains("احمد النجار") })
    let latin = try ProgramRun().ism("variants", "--script", "latin", "--limit", "5", "أحمد النجار")
    #expect(latin.lines.count == 5)
    #expect(latin.lines.contains("Ahmad al-Najjar"))
  }
}
