import LexiconTools
import TestSupport
import Testing

/// Search does not get worse on the frozen list.
@Suite struct EvaluationSearchFloorTests {
  @Test func frozenNamesAreFoundFirst() throws {
    let rows = try CaseRow.rows("frozen-search.tsv")
    let list = try NameListSearch(rows.map { $0["name"] })
    #expect(list.count == rows.count)
    var figures = RetrievalFigures()
    for (place, row) in rows.enumerated() {
      let found = list.search(row["query"], limit: 20)
      let score = found.first { $0.place == place }?.score
      figures.add(
        rank: score.map { score in 1 + found.count { $0.score >= score && $0.place != place } } ?? .max)
    }
    let floors = try CaseRow.rows("floors.tsv")
    let floor = try #require(floors.first { $0["list"] == "frozen-search" })
    let share = try #require(figures.recallAt1)
    #expect(try share >= #require(Double(floor["floor"])))
  }
}
