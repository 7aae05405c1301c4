import Testing

@testable import LexiconTools

@Suite struct NameBatchTests {
  private func batch(_ names: [String], id: String = "a", role: String = "name") -> NameBatch {
    var batch = NameBatch()
    for (place, name) in names.enumerated() {
      batch.add(
        SourceName(id: id, kind: "person", name: name, language: "ar", role: role, line: place + 1),
        source: "list")
    }
    return batch
  }

  /// A name that is its own form is not kept twice; the marks of a letter may stand in any order.
  @Test(arguments: [
    ("حسن", true), ("hasan", true), ("Hasan", false), ("حسـن", false), ("hasan ", false), ("", true),
    ("é", true),
    ("e\u{301}", true), ("É", false), ("ن\u{651}\u{64E}", true), ("ن\u{64E}\u{651}", true),
    ("ن\u{64E}", true),
  ])
  func knowsWhatIsWrittenAsItsForm(_ name: String, _ isAsForm: Bool) {
    #expect(batch([name]).rows[0].isAsForm == isAsForm)
  }

  @Test func sharesFactsOfNeighbours() {
    let batch = batch(["حسن", "علي"])
    #expect(batch.rows.map(\.facts) == [0, 0])
    #expect(batch.facts[0].source == "list")
    #expect(batch.rows.map(\.line) == [1, 2])
    #expect(String(decoding: batch.bytes[batch.rows[1].name], as: UTF8.self) == "علي")
    #expect(batch.letters[batch.rows[1].form] == ArraySlice("علي".utf16))
  }
}
