import NameSearch
import TestSupport
import Testing

/// The left names of a table of pairs, compiled; the right ones are looked up in it.
struct PairLexicon: Sendable {
  private let set: LexiconSet
  /// The rows whose left name could not be compiled.
  let uncompiled: [CaseRow]

  init(_ rows: [CaseRow]) throws {
    let carried = try Lexicon.carried()
    let names = rows.map { [Self.id($0), $0["left"]] }
    let small = try SmallLexicon(words: [carried], rows: [["id", "name"]] + names)
    set = LexiconSet([carried, small.lexicon])
    uncompiled = rows.filter { small.lexicon.entity(id: Self.id($0)) == nil }
    try #require(small.problems.count == uncompiled.count)
  }

  private static func id(_ row: CaseRow) -> String { "pair:\(row.line)" }

  /// Whether the right name of a row finds the left one.
  func finds(_ row: CaseRow) -> Bool {
    // Many rows have the same left name, so the limit is beyond their number.
    set.matches(for: Query(row["right"]), limit: 10_000).matches.contains { $0.entity.id == Self.id(row) }
  }
}
