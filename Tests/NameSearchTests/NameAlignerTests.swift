import ArabicText
import TestSupport
import Testing

@testable import NameSearch

/// Names are aligned as well as by trying all ways.
@Suite struct NameAlignerTests {
  private static let words = WordFactsCache([], known: KnownWords([]))

  private static func likelihood(_ left: NameText, _ right: NameText) -> Float {
    var comparison = UnitComparison()
    comparison.load(left, words)
    var name = ComparedName()
    name.load(right, words)
    return SlowAssignment.best(
      rows: comparison.query.units.count, columns: name.units.count,
      pair: { comparison.compare($0, name, $1)?.likelihood },
      joinedRows: { row, column in
        comparison.compare(row, name, column)?.reason == .equal
          ? nil : comparison.compareJoined(row, name, column)?.likelihood
      },
      joinedColumns: { row, column in
        comparison.compare(row, name, column)?.reason == .equal
          ? nil : comparison.compare(row, joined: name, column)?.likelihood
      })
  }

  private static func check(_ left: String, _ right: String) {
    let (query, name) = (NameText(left), NameText(right))
    var aligner = NameAligner(words: words)
    aligner.load(query)
    let fast = aligner.align(with: name)?.features[.likelihood] ?? 0
    let slow = min(4, likelihood(query, name) / 10)
    #expect(abs(fast - slow) < 1e-3, "\(left) | \(right)")
  }

  @Test(arguments: [
    ("Ali Hassan", "Hassan Ali"), ("Mohamedali Hassan", "Mohamed Ali Hassan"),
    ("Abd al-Rahman", "Abdurrahman"),
    ("Ali Ali Ali", "Ali Ali"), ("Muhammad bin Salman", "Salman bin Muhammad"),
    ("M. A. Salah", "Muhammad Ahmad Salah"),
    ("aa aa aa aa", "aaaa aaaa"), ("Brigade 313", "Brigade 314"),
  ])
  func alignsLikeAllWays(_ left: String, _ right: String) { Self.check(left, right) }

  @Test(arguments: 0..<8)
  func alignsRandomNamesLikeAllWays(_ seed: UInt64) {
    var random = RandomNames(seed: 900 + seed)
    for _ in 0..<25 {
      let left = random.name(isArabic: Bool.random(using: &random.generator), longest: 4)
      let right = random.name(isArabic: Bool.random(using: &random.generator), longest: 4)
      if NameText(left).words.count <= 6, NameText(right).words.count <= 6 { Self.check(left, right) }
    }
  }
}
