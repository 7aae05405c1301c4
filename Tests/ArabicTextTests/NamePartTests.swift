import TestSupport
import Testing

@testable import ArabicText

/// The parts of names, in both scripts.
@Suite struct NamePartTests {
  /// The parser once called itself for each kunya word and ran out of stack.
  @Test func aThousandKunyaWordsAreOnePart() {
    #expect(NamePart.parts(of: String(repeating: "abu ", count: 100_000)).map(\.kind) == [.kunya])
  }

  @Test(arguments: try CaseRow.rows("parts.tsv"))
  func parses(_ row: CaseRow) {
    let parts = NamePart.parts(of: row["name"]).map { "\($0.kind.rawValue) \($0.text)" }
    #expect(parts.joined(separator: "; ") == row["parts"])
  }

  @Test(arguments: try CaseRow.rows("parts.tsv"))
  func keepsEveryWordOnce(_ row: CaseRow) {
    let parts = NamePart.parts(of: row["name"])
    let together = NameText(parts.map(\.text).joined(separator: " "))
    #expect(together.folded == NameText(row["name"]).folded)
  }

  @Test func takesRandomNames() {
    var names = RandomNames(seed: 2)
    for _ in 0..<300 {
      let text = names.name(isArabic: Bool.random(using: &names.generator), longest: 4)
      let together = NameText(NamePart.parts(of: text).map(\.text).joined(separator: " "))
      #expect(together.folded == NameText(text).folded, "\(text)")
    }
  }
}
