import Testing

/// `ism lookup --all-names` and `ism stats` as people see them.
@Suite struct LookupTableTests {
  private func prepared() throws -> ProgramRun {
    let run = try ProgramRun()
    try run.write(
      "names.tsv",
      """
      id\tname\tkind\tlanguage\trole\tfrom\tuntil\tsource
      o1\tJaysh al-Test\tarmed-group\tar-Latn\tname\t\t2025-01-29\tpress
      o1\tجَيْش التَّجْرِبَة\tarmed-group\tar\tname\t\t\t
      o1\tTajammu 12\tarmed-group\tar-Latn\tpreviousName\t2013\t2014\tpress
      o1\t試験軍\tarmed-group\tja\ttranslation\t\t\t新聞

      """)
    let compiled = try run.ism("compile", "names.tsv", "--output", "names.ism")
    try #require(compiled.status == 0)
    return run
  }

  private static let table = """
    Jaysh al-Test
      Jaysh al-Test  armed-group  o1  1.0
        as Jaysh al-Test  (ar-Latn, –2025-01-29)
        role          language  from–until   source  name
        name          ar-Latn   –2025-01-29  press   Jaysh al-Test
        name          ar                             جَيْش التَّجْرِبَة
        previousName  ar-Latn   2013–2014    press   Tajammu 12
        translation   ja                     新聞    試験軍

    """

  @Test func namesAreATable() throws {
    let result = try prepared().ism(
      "lookup", "--no-default-lexicon", "--lexicon", "names.ism", "--all-names", "Jaysh al-Test")
    #expect(result.output == Self.table)
  }

  @Test func onATerminalEachValueIsIsolated() throws {
    let run = try prepared()
    let result = try run.shell(
      "script -qec '\"$ISM\" lookup --no-default-lexicon --lexicon names.ism --all-names \"Jaysh al-Test\"' /dev/null < /dev/null"
    )
    let shown = result.output.replacing("\r\n", with: "\n")
    #expect(
      shown.contains(
        "\u{2068}name\u{2069}          \u{2068}ar\u{2069}                             \u{2068}جَيْش"))
    #expect(shown.contains("\u{2068}新聞\u{2069}    \u{2068}試験軍\u{2069}\n"))
    // NO_COLOR is set; without the isolates it is what goes to a file.
    #expect(shown.replacing("\u{2068}", with: "").replacing("\u{2069}", with: "") == Self.table)
  }

  @Test func theSourceIsNotInJSON() throws {
    let result = try prepared().ism(
      "lookup", "--no-default-lexicon", "--lexicon", "names.ism", "--all-names", "--format", "jsonl",
      "Tajammu 12")
    #expect(!result.output.contains("press"))
  }

  @Test(arguments: [
    (
      "C.UTF-8",
      """
        kinds
          armed-group  1  100.0 %  ████████████████████████████████████████
        languages
          ar-Latn  2   50.0 %  ████████████████████
          ar       1   25.0 %  ██████████
          ja       1   25.0 %  ██████████
        roles
          name          2   50.0 %  ████████████████████
          previousName  1   25.0 %  ██████████
          translation   1   25.0 %  ██████████

      """
    ),
    (
      "C",
      """
        kinds
          armed-group  1  100.0 %  ########################################
        languages
          ar-Latn  2   50.0 %  ####################
          ar       1   25.0 %  ##########
          ja       1   25.0 %  ##########
        roles
          name          2   50.0 %  ####################
          previousName  1   25.0 %  ##########
          translation   1   25.0 %  ##########

      """
    ),
  ])
  func countsAreAChart(_ locale: String, _ chart: String) throws {
    let result = try prepared().shell("LC_ALL=\(locale) \"$ISM\" stats names.ism")
    #expect(result.output.hasSuffix(chart), "\(result.output)")
    #expect(!result.output.contains("\u{1B}"))
  }

  @Test func smallSharesAreShown() throws {
    let run = try ProgramRun()
    var names = "id\tname\tlanguage\n"
    for row in 0..<1500 { names += "e\(row)\tName \(row)\t\(row == 0 ? "fa" : row < 100 ? "" : "ar-Latn")\n" }
    try run.write("names.tsv", names)
    try #require(try run.ism("compile", "names.tsv", "--output", "names.ism").status == 0)
    let result = try run.shell("LC_ALL=en_US.utf8 \"$ISM\" stats names.ism")
    #expect(
      result.output.contains(
        """
            ar-Latn   1400   93.3 %  █████████████████████████████████████▍
            und-Latn    99    6.6 %  ██▋
            fa           1    0.1 %  ▏
        """), "\(result.output)")
  }
}
