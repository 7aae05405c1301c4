import TestSupport
import Testing

@testable import ArabicText

/// The fast alignment must give what the slow one gives.
@Suite struct SlowAlignerTests {
  /// The cost by the rules of `SlowAligner`, from the same cuts into rows.
  private static func slowCost(_ left: NameText, _ right: NameText) -> Int? {
    if left.letters == right.letters { return 0 }
    let across = left.words[0].isArabic != right.words[0].isArabic
    return SlowAligner.cost(spelling(left, across), spelling(right, across))
  }

  private static func spelling(_ name: NameText, _ acrossScripts: Bool) -> SlowAligner.Spelling {
    var lattice = SpellingLattice()
    lattice.build(name, words: name.words.indices, acrossScripts: acrossScripts)
    let steps = (0..<lattice.count).map { place in
      lattice.edges[lattice.range(at: place)].map { edge in
        SlowAligner.Step(
          length: Int(edge.length), gap: Int(edge.gap), isShortVowel: edge.isShortVowel,
          isDouble: edge.isDouble,
          sounds: edge.isUnknown
            ? [] : LetterTable.shared.sounds[Int(edge.code)].map { ($0.sound.index, Int($0.cost)) },
          unknown: edge.isUnknown ? edge.code : nil)
      }
    }
    return SlowAligner.Spelling(steps: steps, writesVowels: name.words.contains { $0.writesVowels })
  }

  private static func compare(_ left: String, _ right: String, limit: Int, _ aligner: inout SpellingAligner) {
    let (one, other) = (NameText(left), NameText(right))
    guard !one.isEmpty, !other.isEmpty else { return }
    let slow = slowCost(one, other).flatMap { $0 <= limit ? $0 : nil }
    let fast = aligner.cost(one, one.words.indices, other, other.words.indices, limit: limit)
    #expect(fast == slow, "\(left) | \(right) | limit \(limit)")
  }

  @Test(arguments: [(false, false), (false, true), (true, false), (true, true)])
  func equalsTheTwinOnRandomWords(_ leftIsArabic: Bool, _ rightIsArabic: Bool) {
    var names = RandomNames(seed: 3 + (leftIsArabic ? 1 : 0) + (rightIsArabic ? 2 : 0))
    var aligner = SpellingAligner()
    for _ in 0..<800 {
      let left = names.word(isArabic: leftIsArabic, longest: 6)
      let right = names.word(isArabic: rightIsArabic, longest: 6)
      Self.compare(left, right, limit: Int.random(in: 0...80, using: &names.generator), &aligner)
    }
  }

  @Test(arguments: [false, true])
  func equalsTheTwinOnWordsThatDifferLittle(_ isArabic: Bool) {
    var names = RandomNames(seed: isArabic ? 11 : 12)
    var aligner = SpellingAligner()
    for _ in 0..<500 {
      let left = names.word(isArabic: isArabic, longest: 7)
      let right = names.changed(left)
      Self.compare(left, right, limit: Int.random(in: 0...20, using: &names.generator), &aligner)
    }
  }

  @Test func equalsTheTwinOnRandomNames() {
    var names = RandomNames(seed: 21)
    var aligner = SpellingAligner()
    for _ in 0..<400 {
      let left = names.name(isArabic: Bool.random(using: &names.generator), longest: 4)
      let right = names.name(isArabic: Bool.random(using: &names.generator), longest: 4)
      Self.compare(left, right, limit: Int.random(in: 0...120, using: &names.generator), &aligner)
    }
  }

  @Test(arguments: try CaseRow.rows("costs.tsv") + CaseRow.rows("skeletons.tsv"))
  func equalsTheTwinOnNames(_ row: CaseRow) {
    var aligner = SpellingAligner()
    for limit in [0, 3, 8, 200] { Self.compare(row["left"], row["right"], limit: limit, &aligner) }
  }

  @Test(arguments: try CaseRow.rows("strange.tsv"))
  func equalsTheTwinOnStrangeWords(_ row: CaseRow) throws {
    var aligner = SpellingAligner()
    let word = row["word"]
    for other in try CaseRow.rows("strange.tsv").map({ $0["word"] }) {
      Self.compare(word, other, limit: 500, &aligner)
      Self.compare(word, word + other, limit: 40, &aligner)
    }
  }
}
