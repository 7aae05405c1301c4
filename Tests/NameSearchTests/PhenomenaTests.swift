import TestSupport
import Testing

private let path = PackageFolder.shared("phenomena.tsv")
private let isThere = PackageFolder.exists(path)

/// The cases of the project's shared folder, which need not be there.
@Suite(.enabled(if: isThere, "needs phenomena.tsv in the folder that ISM_SHARED names"))
struct PhenomenaTests {
  private static let rows = Result { isThere ? try CaseRow.rows(path: path) : [] }
  private static let lexicon = Result { try PairLexicon(rows.get()) }

  /// Pairs that are not found yet, and why.
  private static let misses: [(reason: Comment, right: String, left: String)] = [
    ("a foreign name, spelled by sound; needs the trained model", "Trump", "ترامب")
  ]

  @Test(arguments: try rows.get().filter { $0["verdict"] != "possible" })
  func findsWhatIsTheSame(_ row: CaseRow) throws {
    let finds = try Self.lexicon.get().finds(row)
    let miss = Self.misses.first { $0.left == row["left"] && $0.right == row["right"] }
    if let miss {
      withKnownIssue(miss.reason) { #expect(finds == (row["verdict"] == "same")) }
    } else {
      #expect(finds == (row["verdict"] == "same"))
    }
  }

  @Test func knownMissesAreRows() throws {
    let rows = try Self.rows.get()
    for miss in Self.misses {
      #expect(rows.contains { $0["left"] == miss.left && $0["right"] == miss.right })
    }
  }
}
