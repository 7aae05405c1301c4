import TestSupport
import Testing

@testable import ArabicText

/// What it costs to read one spelling as another.
@Suite struct SpellingAlignerTests {
  private static func cost(_ left: String, _ right: String, limit: Int = 100) -> Int? {
    let (left, right) = (NameText(left), NameText(right))
    var aligner = SpellingAligner()
    return aligner.cost(left, left.words.indices, right, right.words.indices, limit: limit)
  }

  @Test(arguments: try CaseRow.rows("costs.tsv"))
  func costs(_ row: CaseRow) throws {
    let bound = row["cost"].split(separator: " ")
    let number = try #require(bound.last.flatMap { Int($0) })
    let cost = Self.cost(row["left"], row["right"])
    switch bound.first {
    case ">": #expect(Self.cost(row["left"], row["right"], limit: number) == nil)
    case "<=": #expect(try #require(cost) <= number)
    default: #expect(cost == number)
    }
  }

  @Test(arguments: try CaseRow.rows("costs.tsv"))
  func costsTheSameBothWays(_ row: CaseRow) {
    #expect(Self.cost(row["left"], row["right"]) == Self.cost(row["right"], row["left"]))
  }

  @Test(arguments: try CaseRow.rows("costs.tsv"))
  func givesNothingAboveTheLimit(_ row: CaseRow) throws {
    guard let cost = Self.cost(row["left"], row["right"]), cost > 0 else { return }
    #expect(Self.cost(row["left"], row["right"], limit: cost) == cost)
    #expect(Self.cost(row["left"], row["right"], limit: cost - 1) == nil)
  }

  @Test func comparesSomeOfTheWords() {
    let (left, right) = (NameText("Sheikh Ahmad Yassin"), NameText("Ahmed"))
    var aligner = SpellingAligner()
    #expect(aligner.cost(left, 1..<2, right, 0..<1, limit: 3) != nil)
    #expect(aligner.cost(left, 0..<2, right, 0..<1, limit: 3) == nil)
  }

  @Test(arguments: try CaseRow.rows("costs.tsv"))
  func costsTheSameWithKeptLattices(_ row: CaseRow) {
    let (left, right) = (NameText(row["left"]), NameText(row["right"]))
    var aligner = SpellingAligner()
    for other in [right, left, right] {
      let cost = aligner.cost(left, left.words.indices, number: 1, other, other.words.indices, limit: 100)
      #expect(cost == Self.cost(left.normalized, other.normalized))
    }
  }

  /// A number is given again once the names were forgotten, and more lattices are asked for than are kept.
  @Test func numbersAreGivenAgain() throws {
    let words = try CaseRow.rows("costs.tsv").flatMap { [$0["left"], $0["right"]] }.map { NameText($0) }
    let other = NameText("Muhammad")
    var aligner = SpellingAligner()
    for _ in 0..<3 {
      aligner.removeAll()
      for (number, word) in words.enumerated() {
        let cost = aligner.cost(
          word, word.words.indices, number: number, other, other.words.indices, limit: 100)
        #expect(cost == Self.cost(word.normalized, "Muhammad"), "\(word.normalized)")
      }
      aligner.removeAll()
      for word in words.reversed() {
        aligner.removeAll()
        let cost = aligner.cost(word, word.words.indices, number: 0, other, other.words.indices, limit: 100)
        #expect(cost == Self.cost(word.normalized, "Muhammad"), "\(word.normalized)")
      }
    }
  }

  @Test func longSpellingsMustBeEqual() {
    let longest = String(repeating: "ba", count: SpellingAligner.longest / 2)
    #expect(Self.cost(longest, longest.replacing("ba", with: "be", maxReplacements: 1)) != nil)
    #expect(Self.cost(longest + "b", longest + "p") == nil)
    #expect(Self.cost(longest + "bb", longest + "bb") == 0)
  }

  @Test func lettersOutsideTheTablesEqualThemselves() {
    #expect(Self.cost("𐌰b", "𐌰p") == Self.cost("b", "p"))
    #expect(Self.cost("𐌰", "𐌱") == 20)
  }
}
