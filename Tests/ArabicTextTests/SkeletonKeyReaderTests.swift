import TestSupport
import Testing

@testable import ArabicText

/// The keys of queries against their slow twin, `SkeletonBuilder`.
@Suite struct SkeletonKeyReaderTests {
  private static func compare(
    _ name: NameText, limit: Int, _ known: SkeletonBuilder.KnownSkeletons, _ reader: inout SkeletonKeyReader
  ) {
    // What stands in the array before stays, and is no reason to leave a key out.
    let before = SkeletonBuilder().keys(of: name, limit: 1, known: known)
    var keys = before
    reader.appendKeys(of: name, limit: limit, known: known, to: &keys)
    let expected = before + SkeletonBuilder().keys(of: name, limit: limit, known: known)
    #expect(keys == expected, "\(name.normalized), \(limit)")
  }

  @Test(arguments: 0..<8)
  func equalsTheTwinOnRandomNames(_ seed: UInt64) {
    var names = RandomNames(seed: 700 + seed)
    var reader = SkeletonKeyReader()
    for number in 0..<300 {
      let text = names.name(isArabic: Bool.random(using: &names.generator), longest: 7)
      let limit = [1, 2, 3, 8, 16, 32, 1 << 12].randomElement(using: &names.generator) ?? 1
      let known: SkeletonBuilder.KnownSkeletons = { hash in
        number % 3 == 0 && hash % 2 == 0 ? [Array("MHMT".utf8), [], Array("K".utf8)] : []
      }
      Self.compare(NameText(text), limit: limit, known, &reader)
    }
  }

  @Test(arguments: try CaseRow.rows("skeletons.tsv"))
  func equalsTheTwinOnNames(_ row: CaseRow) {
    var reader = SkeletonKeyReader()
    for text in [row["left"], row["right"]] {
      for limit in [1, 8, 32] { Self.compare(NameText(text), limit: limit, { _ in [] }, &reader) }
    }
  }

  @Test(arguments: [
    "Sheikh Ahmad", "Sheikh Mufti Ahmad Yassin", "Ziaur Rahman", "Abdul Rahman al-Sheikh", "al al", "11 1",
    "", "ء",
    "الشيخ أحمد ياسين", "عبد الرحمن", String(repeating: "th ", count: 40),
    String(repeating: "x", count: 3000),
  ])
  func equalsTheTwinOnStrangeNames(_ text: String) {
    var reader = SkeletonKeyReader()
    for limit in [1, 5, 32] { Self.compare(NameText(text), limit: limit, { _ in [] }, &reader) }
  }
}
