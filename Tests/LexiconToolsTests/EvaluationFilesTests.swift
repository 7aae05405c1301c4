import TestSupport
import Testing

@testable import LexiconTools

/// Files of pairs and of entities, and what training saw of them.
@Suite struct EvaluationFilesTests {
  private let folder = Result { try TemporaryFolder() }

  private func write(_ text: String, to name: String = "rows.tsv") throws -> String {
    try folder.get().write(Array(text.utf8), to: name)
  }

  private func read(_ text: String) throws -> (rows: PairFile.Rows, problems: [SourceProblem]) {
    var problems: [SourceProblem] = []
    let rows = try PairFile.rows(path: write(text)) { problems.append($0) }
    return (rows, problems)
  }

  private static let basim = NamePair(arabic: "باسم", latin: "Basim")

  @Test(arguments: [
    ("arabic\tlatin\nباسم\tBasim\n", [basim]),
    ("latin\tother\tarabic\nBasim\tx\tباسم\n", [basim]),
    ("arabic\tlatin\tcount\nباسم\tBasim\t7\n", [NamePair(arabic: "باسم", latin: "Basim", count: 7)]),
    ("arabic\tlatin\tfreq\nباسم\tBasim\t8\n", [NamePair(arabic: "باسم", latin: "Basim", count: 8)]),
    (
      "arabic\tlatin\tclass\ttoken_aligned\nباسم\tBasim\tperson\t1\n",
      [NamePair(arabic: "باسم", latin: "Basim", kind: "person", isTokenAligned: true)]
    ),
    ("arabic\tlatin\n", []),
  ])
  func readsPairs(_ text: String, _ expected: [NamePair]) throws {
    let (rows, problems) = try read(text)
    #expect(problems == [])
    guard case .pairs(let pairs) = rows else {
      Issue.record("not read as pairs")
      return
    }
    #expect(pairs == expected)
  }

  @Test func readsEntities() throws {
    let text =
      "entity_id\tscript\tname\tname_kind\n1\tArab\tباسم\tprimary\n1\tLatn\tBasim\t\n1\tCyrl\tБасим\t\n"
    let (rows, problems) = try read(text)
    #expect(problems == [])
    guard case .names(let names) = rows else {
      Issue.record("not read as entities")
      return
    }
    #expect(
      names == [
        EntityName(entity: "1", script: .arabic, name: "باسم", kind: "primary"),
        EntityName(entity: "1", script: .latin, name: "Basim"),
      ])
  }

  @Test(arguments: [
    ("arabic\tlatin\nباسم\n", "rows.tsv:2: nothing in column 'latin'"),
    ("arabic\tlatin\n\tBasim\n", "rows.tsv:2: nothing in column 'arabic'"),
    ("arabic\tlatin\na\tb\tc\n", "rows.tsv:2: 3 columns, the header has 2"),
    ("arabic\tlatin\tcount\na\tb\tmany\n", "rows.tsv:2: 'many' in column 'count' is no count"),
    ("arabic\tlatin\tcount\na\tb\t-1\n", "rows.tsv:2: '-1' in column 'count' is no count"),
    ("arabic\tlatin\ttoken_aligned\na\tb\tyes\n", "rows.tsv:2: 'yes' in column 'token_aligned'"),
    ("entity_id\tscript\tname\n\tArab\tباسم\n", "rows.tsv:2: nothing in column 'entity_id'"),
    ("entity_id\tscript\tname\n1\t\tباسم\n", "rows.tsv:2: nothing in column 'script'"),
    ("entity_id\tscript\tname\n1\tArab\n", "rows.tsv:2: nothing in column 'name'"),
  ])
  func reportsBrokenRowsAndGoesOn(_ text: String, _ problem: String) throws {
    let good = text.hasPrefix("entity") ? "2\tArab\tنور\n" : "نور\tNur"
    let columns = text.prefix { $0 != "\n" }.split(separator: "\t").count
    let (rows, problems) = try read(
      text + good + (columns == 3 && !text.hasPrefix("entity") ? "\t1\n" : "\n"))
    #expect(problems.count == 1)
    #expect(try #require(problems.first).description.contains(problem))
    switch rows {
    case .pairs(let pairs): #expect(pairs.count == 1)
    case .names(let names): #expect(names.count == 1)
    }
  }

  @Test(arguments: ["name1\tname2\na\tb\n", "arabic\nباسم\n", "entity_id\tname\n1\tباسم\n"])
  func aHeaderOfNeitherLayoutIsAnError(_ text: String) throws {
    let path = try write(text)
    let error = #expect(throws: SourceProblem.self) { try PairFile.rows(path: path) { _ in } }
    let message = try #require(error).description
    #expect(message.hasPrefix("\(path):1: "))
    #expect(message.contains("arabic and latin, or entity_id, script and name"))
  }

  private func record() throws -> TrainingRecord {
    let pairs = try write("arabic\tlatin\nأحمد النور\tAhmad al-Nur\nفاطمة\tFatima\n", to: "pairs.tsv")
    let entities = try write(
      "entity_id\tscript\tname\n1\tArab\tسامي\n2\tLatn\tBasim\n1\tLatn\tSami\n1\tLatn\tSamy\n",
      to: "entities.tsv")
    return try TrainingRecord(paths: [pairs, entities]) { Issue.record("\($0)") }
  }

  @Test(arguments: [
    ("أحمد النور", "Ahmad al-Nur", true),
    ("احمد النور", "Aḥmad al-Nūr", true),
    ("النور", "al-Nur", true),
    ("أحمد", "al-Nur", false),
    ("فاطمة", "Fatimah", false),
    ("فاطمه", "FATIMA", true),
    ("سامي", "Sami", true),
    ("سامي", "Samy", true),
    ("سامي", "Basim", false),
    ("باسم", "Basim", false),
    ("", "", false),
  ])
  func knowsWhatTrainingSaw(_ arabic: String, _ latin: String, _ isSeen: Bool) throws {
    #expect(try record().containsPair(arabic: arabic, latin: latin) == isSeen)
  }

  @Test(arguments: [
    ("احمد", true), ("النُّور", true), ("نور", false), ("سامي", true), ("", false), ("،", false),
  ])
  func knowsTheWordsOfTraining(_ word: String, _ isSeen: Bool) throws {
    #expect(try record().containsWord(word) == isSeen)
  }

  @Test func leavesOutWhatIsMeasured() throws {
    let path = try write("arabic\tlatin\nأحمد\tAhmad\nباسم النور\tBasim al-Nur\n")
    let heldOut = try HeldOutPairs(paths: [path]) { _ in }
    let pairs = [
      NamePair(arabic: "احمد", latin: "AHMAD"), NamePair(arabic: "أحمد", latin: "Ahmed"),
      NamePair(arabic: "باسم", latin: "Basim"), NamePair(arabic: "باسم النور", latin: "Basim al-Nur"),
    ]
    #expect(heldOut.allowed(of: pairs) == Array(pairs[1...2]))
  }
}
