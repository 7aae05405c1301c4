import Testing

@testable import LexiconTools

/// Accuracy of proposals, of names in context, and of probabilities.
@Suite struct EvaluationGenerationTests {
  private static let pairs = [
    NamePair(arabic: "نور", latin: "Nur", kind: "a"),
    NamePair(arabic: "نور", latin: "Nour", kind: "b"),
    NamePair(arabic: "باسم", latin: "Basim", kind: "a"),
    NamePair(arabic: "سامي", latin: "Sami"),
    NamePair(arabic: "؟", latin: "?"),
  ]

  private static func answer(_ text: String, _ limit: Int) -> [Proposal] {
    switch text {
    case "نور": [("NUR", 0.75), ("x", 0.1), ("Nour", 0.1)]
    case "باسم": [("bsm", 0.35)] + (0..<8).map { ("x\($0)", 0) } + [("Bāsim", 0)]
    default: []
    }
  }

  @Test func countsBestProposals() {
    var record = TrainingRecord()
    record.add(arabic: "نور", latin: "nur")
    let measure = GenerationMeasure(direction: .arabicToLatin, form: .everyday, record: record)
    var questions: [String] = []
    let result = measure.measure(Self.pairs) {
      questions.append($0)
      #expect($1 == 10)
      return Self.answer($0, $1)
    }
    #expect(questions == ["نور", "باسم", "سامي", "؟"])
    let all = result.parts.all
    #expect([all.count, all.best1, all.best5, all.best10] == [4, 1, 2, 3])
    // nur/nur 0, nur/nour 1 of 4, bsm/basim 2 of 5, nothing/sami 1.
    #expect(abs((all.characterErrorRate ?? 0) - (0 + 0.25 + 0.4 + 1) / 4) < 1e-12)
    #expect([result.parts.seen.count, result.parts.seen.best1, result.parts.unseen.count] == [1, 1, 3])
    #expect(all.accuracy(best: 1) == 0.25 && all.accuracy(best: 5) == 0.5 && all.accuracy(best: 10) == 0.75)
    #expect(result.classes.mapValues(\.count) == ["a": 2, "b": 1])
    #expect(result.reliability.count == 3)
  }

  @Test func readsTheOtherWay() {
    let measure = GenerationMeasure(direction: .latinToArabic, form: .arabic)
    let result = measure.measure(Self.pairs) { text, _ in text == "Nour" ? [("نُور", 1)] : [] }
    #expect([result.parts.all.count, result.parts.all.best1] == [4, 1])
    #expect(result.parts.seen.count == 0 && result.parts.unseen.count == 0)
    #expect(result.parts.unseen.accuracy(best: 1) == nil && result.parts.unseen.characterErrorRate == nil)
  }

  private static let catalogue = [
    NamePair(arabic: "ناطور، حسن", latin: "Nāṭūr, Ḥasan", kind: "person", isTokenAligned: true),
    NamePair(arabic: "حسن ؛ سامي 1990", latin: "Ḥasan; Sāmī 1990.", kind: "person", isTokenAligned: true),
    NamePair(arabic: "حسن سامي", latin: "Ḥasan Sāmī al-Nūr", kind: "place", isTokenAligned: true),
    NamePair(arabic: "حسن", latin: "Ḥasan", isTokenAligned: false),
    NamePair(arabic: "نور", latin: "Nūr", isTokenAligned: true),
  ]

  @Test func measuresWordsInContext() {
    var record = TrainingRecord()
    record.add(arabic: "حسن", latin: "Ḥasan")
    let forms = ["ناطور،": "nātūr", "حسن": "ḤASAN", "؛": ";", "سامي": "Sāmī,", "1990": "1990"]
    var questions: [String] = []
    let figures = CatalogueMeasure(record: record).measure(Self.catalogue) { name in
      questions.append(name)
      return name == "نور" ? [] : ComparisonForm.tokens(of: name).map { forms[String($0)] ?? "" }
    } generate: { word, _ in
      word == "ناطور" ? [("Nāṭūr", 0.5)] : []
    }
    #expect(questions == Self.catalogue.filter { $0.isTokenAligned == true }.map(\.arabic))
    // ناطور wrong, حسن right, حسن right, سامي right, نور wrong; the year is no word.
    #expect(figures.words.all == Tally(count: 5, correct: 3))
    #expect(figures.words.seen == Tally(count: 2, correct: 2))
    #expect(figures.words.unseen == Tally(count: 3, correct: 1))
    #expect(figures.names == Tally(count: 4, correct: 1))
    #expect([figures.unalignedRows, figures.unequalRows, figures.misansweredRows] == [1, 1, 1])
    #expect(figures.unseenWords.count == 3 && figures.unseenWords.best1 == 1)
    #expect(figures.classes["person"]?.words == Tally(count: 4, correct: 3))
    #expect(figures.classes["place"]?.names == Tally(count: 1, correct: 0))
  }

  /// A name with several forms counts once, and any of them is right; a name of another length has no words of its own.
  @Test(arguments: [
    ("Nūr Sāmī", 2, 1), ("Nur Sāmī", 2, 1), ("Nur Samī", 1, 0), ("Nūr", 0, 0), ("Nūr Sāmī al-Ḥasan", 0, 1),
    ("", 0, 0),
  ])
  func countsEachNameOnce(_ answer: String, _ words: Int, _ names: Int) {
    let pairs = ["Nūr Sāmī", "Nūr, Sāmī", "Nur Sāmī", "Nūr Sāmī al-Ḥasan"].map {
      NamePair(arabic: "نور سامي", latin: $0, isTokenAligned: true)
    }
    let figures = CatalogueMeasure().measure(pairs) { _ in
      ComparisonForm.tokens(of: answer).map(String.init)
    }
    #expect(figures.distinct.words == Tally(count: 2, correct: words))
    #expect(figures.distinct.names == Tally(count: 1, correct: names))
    #expect(figures.names.count == 4)
  }

  @Test func binsProbabilities() throws {
    let reliability = Reliability([
      (0.05, false), (0.75, true), (0.75, false), (1, true), (1.5, true), (.nan, false), (0.1, true),
    ])
    #expect(reliability.bins.map(\.count) == [2, 1, 0, 0, 0, 0, 0, 2, 0, 2])
    #expect(reliability.bins[7].shareCorrect == 0.5 && reliability.bins[7].meanProbability == 0.75)
    #expect(reliability.bins[2].shareCorrect == nil)
    let calibration = try #require(reliability.expectedCalibrationError)
    #expect(abs(calibration - (0.05 + 0.9 + 0.5 + 0) / 7) < 1e-12)
    let brier = try #require(reliability.brierScore)
    #expect(abs(brier - (0.0025 + 0.0625 + 0.5625 + 0 + 0 + 0 + 0.81) / 7) < 1e-12)
    #expect(Reliability().brierScore == nil)
  }

  @Test(arguments: [
    ("محمد", "mhmd"), ("باسم النور", "basm alnwr"), ("", ""), ("Basim", "basim"),
  ])
  func romanizesLikeICU(_ text: String, _ expected: String) throws {
    let baseline = try ICUBaseline()
    #expect(baseline.romanize(text) == expected)
    #expect(baseline.words(text) == expected.split(separator: " ").map(String.init))
  }

  @Test(arguments: [
    ("نور", "Nour"), ("النور", "al-Nūr"), ("نُور", "Nour"), ("باسم", "Basim"), ("سامي", nil),
    ("حسن", nil),
  ])
  func givesTheMostFrequentForm(_ word: String, _ expected: String?) {
    var table = FrequentFormBaseline()
    table.add(NamePair(arabic: "نور", latin: "Nur", count: 2))
    table.add(NamePair(arabic: "نور", latin: "Nour", count: 1))
    table.add(NamePair(arabic: "نور", latin: "Nour", count: 2))
    table.add(NamePair(arabic: "باسم، النور", latin: "Basim, al-Nūr"))
    table.add(NamePair(arabic: "باسم", latin: "Bassem"))
    table.add(NamePair(arabic: "حسن نور", latin: "Hasan Nur", isTokenAligned: false))
    #expect(table.form(of: word) == expected)
    #expect(table.words(word) == [expected ?? ""])
    #expect(table.proposals(word, .arabicToLatin, 1).map(\.text) == [expected].compactMap { $0 })
    #expect(table.proposals(word, .latinToArabic, 1).isEmpty)
  }

  @Test func sharesAreProbabilities() {
    var table = FrequentFormBaseline()
    table.add(NamePair(arabic: "نور", latin: "Nur", count: 1))
    table.add(NamePair(arabic: "نور", latin: "Nour", count: 3))
    let proposals = table.proposals("نور", .arabicToLatin, 10)
    #expect(proposals.map(\.text) == ["Nour", "Nur"])
    #expect(proposals.map(\.probability) == [0.75, 0.25])
  }
}
