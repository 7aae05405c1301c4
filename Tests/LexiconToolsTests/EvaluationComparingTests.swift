import NameSearch
import TestSupport
import Testing

@testable import LexiconTools

/// Labelled pairs, spellings without labels, and what candidates miss.
@Suite struct EvaluationComparingTests {
  private let folder = Result { try TemporaryFolder() }

  private func write(_ text: String) throws -> String {
    try folder.get().write(Array(text.utf8), to: "spellings.tsv")
  }

  private func read(_ text: String) throws -> (file: SpellingFile, problems: [String]) {
    var problems: [String] = []
    let file = try #require(try SpellingFile(path: write(text)) { problems.append($0.description) })
    return (file, problems)
  }

  @Test(arguments: [
    (
      "latin1\tlatin2\tlabel\nNur\tNour\t1\nNur\tSami\t0\n", true,
      [SpellingPair("Nur", "Nour"), SpellingPair("Nur", "Sami", isSame: false)]
    ),
    ("name1\tname2\tlang\nنور\tنُور\tar\n", false, [SpellingPair("نور", "نُور")]),
    ("name2\tname1\nb\ta\n", false, [SpellingPair("a", "b")]),
    ("latin1\tlatin2\n", false, []),
  ])
  func readsSpellings(_ text: String, _ isLabelled: Bool, _ pairs: [SpellingPair]) throws {
    let (file, problems) = try read(text)
    #expect(problems.isEmpty)
    #expect(file.isLabelled == isLabelled)
    #expect(file.pairs == pairs)
  }

  @Test(arguments: [
    ("latin1\tlatin2\tlabel\na\tb\t2\n", "spellings.tsv:2: '2' in column 'label'; give 0 or 1"),
    ("latin1\tlatin2\tlabel\na\t\t1\n", "spellings.tsv:2: nothing in column 'latin2'"),
    ("name1\tname2\n\tb\n", "spellings.tsv:2: nothing in column 'name1'"),
    ("name1\tname2\na\tb\tc\n", "spellings.tsv:2: 3 columns, the header has 2"),
    (
      "name1\tname2\na\t\(String(repeating: "b", count: SourceName.longest + 1))\n",
      "spellings.tsv:2: a name of more than"
    ),
  ])
  func reportsBrokenRowsAndGoesOn(_ text: String, _ problem: String) throws {
    let (file, problems) = try read(text + (text.hasPrefix("latin") ? "x\ty\t0\n" : "x\ty\n"))
    #expect(problems.count == 1 && problems.first?.contains(problem) == true, "\(problems)")
    #expect(file.pairs.map(\.first) == ["x"])
  }

  @Test func otherLayoutsAreNoSpellings() throws {
    #expect(try SpellingFile(path: write("arabic\tlatin\nنور\tNur\n")) { _ in } == nil)
    let list = try PairFileList([write("name1\tname2\na\tb\n")], spellings: true)
    #expect(list.paths.count == 1)
    #expect(throws: SourceProblem.self) { try PairFileList([write("name1\tname2\na\tb\n")]) }
    let problem = #expect(throws: SourceProblem.self) {
      try PairFileList([write("left\tright\n")], spellings: true)
    }
    #expect(problem?.message.contains("or name1 and name2, or latin1 and latin2 (columns here: left") == true)
  }

  @Test func rowsJoinNamesIntoEntities() throws {
    let (file, _) = try read("name1\tname2\nنور\tنُور\nسامي\tسامى\nنُور\tNur\nسامى\tسامي\n")
    #expect(
      file.names == [
        EntityName(entity: "0", script: .arabic, name: "نور"),
        EntityName(entity: "0", script: .arabic, name: "نُور"),
        EntityName(entity: "2", script: .arabic, name: "سامي"),
        EntityName(entity: "2", script: .arabic, name: "سامى"),
        EntityName(entity: "0", script: .latin, name: "Nur"),
      ])
  }

  @Test func comparesConsistentlyLabelledPairs() {
    let pairs = [
      SpellingPair("Nur", "Nour"), SpellingPair("Nur", "Sami", isSame: false),
      SpellingPair("Sami", "Samy"), SpellingPair("Basim", "Bassem"), SpellingPair("Nur", "Noor"),
      SpellingPair("Hasan", "Husayn"), SpellingPair("HUSAYN", "hasan", isSame: false),
      SpellingPair("Samir", "Sami", isSame: false),
    ]
    let scores = ["Nour": 0.9, "Samy": 0.8, "Bassem": 0.3, "Noor": 0.6]
    let method = ComparisonMethod(threshold: 0.5) { left, right in
      left == "Samir" ? 0.7 : scores[right] ?? 0
    }
    let figures = ComparisonMeasure(pairs).measure(method)
    #expect(figures.pairs == 6 && figures.same == 4 && figures.leftOut == 2)
    #expect(figures.own?.precision == 0.75 && figures.own?.recall == 0.75)
    // From 0.3 on, four of the five that are accepted are right.
    #expect(figures.best?.threshold == 0.3 && figures.best?.precision == 0.8 && figures.best?.recall == 1)
    let other = ComparisonMeasure(pairs).measure(ComparisonMethod { _, _ in 0.2 })
    #expect(other.own == nil && other.best?.recall == 1)
  }

  /// The first answers of search and scan, and whether search missed something.
  @Test(
    arguments: [
      ((0, 0.9), (0, 0.9), true, true),
      ((1, 0.9), (0, 0.9), true, true),
      ((1, 0.9 - 1e-12), (0, 0.9), true, true),
      ((1, 0.8), (0, 0.9), false, true),
      (nil, (0, 0.9), false, true),
      ((1, 0.1), (0, 0.2), false, false),
      (nil, nil, nil, false),
    ] as [((Int, Double)?, (Int, Double)?, Bool?, Bool)])
  func searchIsHeldAgainstTheScan(
    _ search: (Int, Double)?, _ scan: (Int, Double)?, _ isFound: Bool?, _ isMatch: Bool
  ) throws {
    let set = RetrievalSet(pairs: [
      NamePair(arabic: "نور", latin: "Nur"), NamePair(arabic: "سامي", latin: "Sami"),
    ])
    func first(_ answer: (Int, Double)?) -> CandidateMeasure.Search {
      { _ in answer.map { [(place: $0.0, score: $0.1)] } ?? [] }
    }
    let measure = CandidateMeasure(direction: .arabicToLatin, queries: 1)
    let (figures, candidates) = try measure.measure(set) { (names) throws(SourceProblem) in
      #expect(names == ["Nur", "Sami"])
      return (first(search), first(scan))
    }
    #expect(candidates == 2)
    let expected = Tally(count: isFound == nil ? 0 : 1, correct: isFound == true ? 1 : 0)
    #expect(figures.first == expected)
    #expect(figures.same == (isMatch ? expected : Tally()))
    // The right answer is the first name.
    let isRight = scan.map { $0.0 == 0 } ?? false
    #expect(figures.right == (isRight ? Tally(count: 1, correct: search?.0 == 0 ? 1 : 0) : Tally()))
  }

  @Test func ismIsMeasuredBesideItsScan() throws {
    let names = ["Nur Salim", "Basim Khalil", "Sami Haddad", "Nadia Mansour"]
    let (search, scan) = try EvaluatedIsm().candidates(names)
    for (query, place) in [("نور سليم", 0), ("نادية منصور", 3)] {
      #expect(search(query).first?.place == place)
      #expect(scan(query).first?.place == place)
    }
    let method = EvaluatedIsm().comparison
    #expect(method.threshold == RankingPolicy.sameThreshold)
    #expect(method.score("نادية منصور", "Nadia Mansour") > method.score("نادية منصور", "Sami Haddad"))
  }
}
