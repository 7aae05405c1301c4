import TestSupport
import Testing

@testable import ArabicText

/// Comparing for several ends at once against its slow twin, `SpellingAligner`, which compares for one.
@Suite struct SpellingWalkTests {
  /// Where units end: an article belongs to the word behind it.
  private static func ends(_ name: NameText) -> [Int] {
    name.words.indices.filter { !name.isArticle($0) }.map { $0 + 1 }
  }

  /// Compares from each unit of two names on, up to each end within three units.
  private static func compare(
    _ left: NameText, number: Int, _ right: NameText, limit: Int, _ walk: inout SpellingWalk
  ) {
    guard !left.isEmpty, !right.isEmpty else { return }
    var twin = SpellingAligner()
    let (ends, otherEnds) = (ends(left), ends(right))
    for (first, start) in ([0] + ends.dropLast()).enumerated() {
      for (otherFirst, otherStart) in ([0] + otherEnds.dropLast()).enumerated() {
        let (some, others) = (ends[first...].prefix(3), otherEnds[otherFirst...].prefix(3))
        let words = SpellingWalk.Words(start..<(some.last ?? 0), firstEnd: ends[first])
        let otherWords = SpellingWalk.Words(otherStart..<(others.last ?? 0), firstEnd: otherEnds[otherFirst])
        let isUsable = walk.begin(left, words, number: number, right, otherWords, limit: limit)
        #expect(
          isUsable || Set(left.words.map(\.writesVowels)).count == 2
            || Set(right.words.map(\.writesVowels)).count == 2)
        guard isUsable else { continue }
        for end in some {
          for otherEnd in others {
            for most in [limit, limit / 2] {
              let cost = walk.cost(left, upTo: end, right, upTo: otherEnd, most: most)
              let slow = twin.cost(left, start..<end, right, otherStart..<otherEnd, limit: most)
              #expect(
                cost == slow,
                "\(left.normalized) \(start..<end) | \(right.normalized) \(otherStart..<otherEnd) | \(most)")
            }
          }
        }
      }
    }
  }

  @Test(arguments: 0..<6)
  func equalsTheTwinOnRandomNames(_ seed: UInt64) {
    var names = RandomNames(seed: 400 + seed)
    var walk = SpellingWalk()
    for round in 0..<20 {
      walk.removeAll()
      let (one, other) = (names.longName(), names.longName())
      let lefts = [one, other].map { NameText($0) }
      for _ in 0..<12 {
        let changed = names.changed(Bool.random(using: &names.generator) ? one : other)
        let right = Bool.random(using: &names.generator) ? changed : names.longName()
        let limit = round == 0 ? 190 : Int.random(in: 0...30, using: &names.generator)
        // Two names take turns; their lattices are kept.
        for number in lefts.indices {
          Self.compare(lefts[number], number: number, NameText(right), limit: limit, &walk)
        }
      }
    }
  }

  @Test(arguments: try CaseRow.rows("costs.tsv") + CaseRow.rows("skeletons.tsv"))
  func equalsTheTwinOnNames(_ row: CaseRow) {
    var walk = SpellingWalk()
    for limit in [0, 3, 8, 60] {
      Self.compare(NameText(row["left"]), number: 0, NameText(row["right"]), limit: limit, &walk)
      // So many names that none is kept.
      Self.compare(NameText(row["right"]), number: 1000, NameText(row["left"]), limit: limit, &walk)
    }
  }

  @Test func namesAreCutWhereTheTwinStops() {
    var walk = SpellingWalk()
    for count in [1, 95, 96, 97, 200] {
      let long = NameText(String(repeating: "ba", count: (count + 1) / 2).prefix(count) + " ali al ali")
      let other = NameText(String(repeating: "ba", count: (count + 1) / 2).prefix(count) + "a ali")
      Self.compare(long, number: 0, other, limit: 100, &walk)
      Self.compare(long, number: 0, long, limit: 8, &walk)
      walk.removeAll()
    }
  }
}

extension RandomNames {
  /// A name of up to six words in one script or both.
  fileprivate mutating func longName() -> String {
    let isArabic = Bool.random(using: &generator)
    let first = name(isArabic: isArabic, longest: 5)
    guard Bool.random(using: &generator) else { return first }
    let comma = Int.random(in: 0..<8, using: &generator) == 0 ? ", " : " "
    return first + comma
      + name(isArabic: Int.random(in: 0..<6, using: &generator) == 0 ? !isArabic : isArabic, longest: 4)
  }
}
