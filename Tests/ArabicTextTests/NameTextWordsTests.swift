import TestSupport
import Testing

@testable import ArabicText

/// How a name is cut into words, and what is known of each.
@Suite struct NameTextWordsTests {
  @Test func knowsThePlacesOfItsWords() {
    let name = NameText("Abu, Bakr 313")
    let words = name.words.map { String(decoding: name.letters[$0.range], as: UTF16.self) }
    #expect(words == ["abu", "bakr", "313"])
    #expect(name.wordsBeforeComma == 1)
  }

  @Test(arguments: [
    ("Assad, Bashar", "bashar assad"),
    ("al-Assad, Bashar", "bashar al assad"),
    ("Assad, Bashar Hafez", "bashar hafez assad"),
    ("Assad, Bashar, Hafez", "bashar hafez assad"),
  ])
  func turnsAround(_ text: String, to expected: String) {
    #expect(NameText(text).uninverted?.normalized == expected)
  }

  @Test func turnsAroundArabic() {
    let inverted = "الأسد، بشار"
    let expected = "بشار الأسد"
    #expect(NameText(inverted).uninverted?.normalized == expected)
  }

  @Test(arguments: ["Bashar Assad", "Assad,", ", Bashar", ",", ""])
  func doesNotTurnAround(_ text: String) {
    #expect(NameText(text).uninverted == nil)
  }

  @Test(arguments: [
    (true, "Ali"),
    (true, "313"),
    (false, "علي"),
    (true, "ع\u{64E}لي"),
    (false, "علي\u{651}"),
  ])
  func knowsWhetherVowelsAreWritten(_ expected: Bool, _ text: String) {
    #expect(NameText(text).words.map(\.writesVowels) == [expected])
  }

  @Test func knowsTheScriptOfEachWord() {
    let arabic = "علي"
    #expect(NameText("Ahmad \(arabic) 3ali").words.map(\.isArabic) == [false, true, false])
  }

  @Test(arguments: [
    ("abu", Particle.Kind.kunya), ("OUMM", .kunya), ("ibn", .nasab), ("al", .article), ("Abdul", .servant),
    ("Dīn", .din), ("Allāh", .allah),
  ])
  func knowsParticles(_ text: String, _ kind: Particle.Kind) {
    #expect(NameText(text).words.first?.particle?.kind == kind)
  }

  @Test(arguments: [
    "bakr", "salman", "rahman",
    "و",
  ])
  func knowsWhatIsNoParticle(_ text: String) throws {
    let word = try #require(NameText(text).words.first)
    #expect(word.particle == nil)
  }

  @Test(arguments: [("ad Din", true), ("ad Douri", true), ("ad Hoc", false), ("al Hoc", true), ("ad", false)])
  func knowsAnArticleByTheNextWord(_ text: String, _ expected: Bool) {
    #expect(NameText(text).isArticle(0) == expected)
  }

  /// What is asked first leaves no word of the tables out, and most other words.
  @Test func wordsOfTheTablesAreAskedFor() {
    var count = 0
    for table in [DataTable.particles, DataTable.titles] {
      table.forEachRow { row in
        guard let word = NameText(row[0]).words.first else { return }
        let found = Particle.table.find(word.foldedHash)
        guard found.particle != nil || found.isTitle || Particle.table.phraseStarts[word.foldedHash] != nil
        else { return }
        count += 1
        #expect(Particle.hashes.mayHave(word.foldedHash), "\(row[0])")
      }
    }
    #expect(count > 300)
    var names = RandomNames(seed: 5)
    let others = (0..<1000).filter { _ in
      Particle.hashes.mayHave(NameText(names.word(isArabic: false, longest: 7)).foldedHash())
    }
    #expect(others.count < 150)
  }
}
