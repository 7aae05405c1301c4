import TestSupport
import Testing

@testable import ArabicText

@Suite struct BuckwalterTests {
  @Test(arguments: try CaseRow.rows("buckwalter.tsv"))
  func reads(_ row: CaseRow) {
    let expected: String? = row["arabic"].isEmpty ? nil : row["arabic"]
    let arabic = Buckwalter.arabic(from: row["latin"])
    #expect(arabic.map { Array($0.unicodeScalars) } == expected.map { Array($0.unicodeScalars) })
  }

  @Test func readsEveryLetterOfItsTable() throws {
    let scheme = try Scheme.named("buckwalter")
    for letter in scheme.table.letters.letters {
      // A dollar sign beside a letter makes a text look like Buckwalter.
      let sign = scheme.romanize(String(letter))
      #expect(Buckwalter.arabic(from: sign + "$b")?.unicodeScalars.first == letter, "\(sign)")
    }
  }
}
