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

  @Test func readsEveryRowOfItsTable() {
    DataTable.buckwalter.forEachRow { row in
      // A dollar sign beside a letter makes a text look like Buckwalter.
      let letter =
        row[1].hasPrefix("U+") ? UInt32(row[1].dropFirst(2), radix: 16) : row[1].unicodeScalars.first?.value
      let read = Buckwalter.arabic(from: row[0] + "$b")?.unicodeScalars.first?.value
      #expect(read == letter, "\(row[0])")
    }
  }

  @Test func signsStandOnce() {
    var signs: Set<String> = []
    var letters: Set<String> = []
    DataTable.buckwalter.forEachRow { row in
      #expect(signs.insert(row[0]).inserted, "\(row[0])")
      #expect(letters.insert(row[1]).inserted, "\(row[1])")
    }
  }
}
