import TestSupport
import Testing

@testable import ArabicText

/// Skeleton keys, without known words.
@Suite struct SkeletonKeyTests {
  /// Dropping alternatives once took quadratic time: this would not end within the patience of a test run.
  @Test(arguments: ["th", "x", "ج", "محمد"])
  func aMillionLettersHaveAKey(_ letters: String) {
    let name = NameText(String(repeating: letters, count: 1_000_000 / letters.utf16.count))
    #expect(SkeletonBuilder().keys(of: name, limit: 32) { _ in [] }.count <= 32)
  }

  private static func keys(_ text: String, limit: Int = 64) -> [UInt64] {
    SkeletonBuilder().keys(of: NameText(text), limit: limit) { _ in [] }
  }

  private static func skeletons(_ text: String) -> [String] {
    SkeletonBuilder().skeletons(of: NameText(text)).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: try CaseRow.rows("skeletons.tsv"))
  func sharesAKey(_ row: CaseRow) {
    let shared = Set(Self.keys(row["left"])).intersection(Self.keys(row["right"]))
    #expect(shared.isEmpty == (row["verdict"] == "different"))
  }

  @Test(arguments: [
    ("Muhammad", ["MHMMT"]),
    ("Uthman", ["TMN", "THMN"]),
    ("Ishaq", ["CK", "SHK"]),
    ("Jamal", ["JML", "ML"]),
    ("313", ["313"]),
    ("Ayya", [""]),
  ])
  func skeletonsOfAWord(_ text: String, _ expected: [String]) {
    #expect(Self.skeletons(text) == expected)
  }

  @Test(arguments: [
    "", "...", "\u{640}", "a", "ʿ", "Ayya",
    "واو",
    "ء",
  ])
  func noKeyWithoutAConsonant(_ text: String) {
    #expect(Self.keys(text).isEmpty)
  }

  @Test func aKeyStandsOnce() {
    let keys = Self.keys("Thuraya Chithe Dhith")
    #expect(Set(keys).count == keys.count)
    #expect(keys.count > 4)
  }

  @Test(arguments: [1, 2, 3, 7, 16, 32])
  func respectsTheLimit(_ limit: Int) throws {
    let all = Self.keys("Thuraya Chithe Ishaq Cemal Ghith Dhith", limit: 1 << 16)
    let some = Self.keys("Thuraya Chithe Ishaq Cemal Ghith Dhith", limit: limit)
    #expect(some.count <= limit)
    #expect(Set(some).isSubset(of: all))
    // The likeliest reading stays.
    #expect(some.first == all.first)
  }

  @Test func wordBordersDoNotCount() {
    #expect(Self.keys("Abu Bakr") == Self.keys("Abubakr"))
  }

  @Test func doublingCountsForDigitsOnly() {
    #expect(Self.keys("Hasan") == Self.keys("Hassan"))
    #expect(Self.keys("11").first != Self.keys("1").first)
  }

  @Test func knownWordsAddKeys() {
    let name = NameText("Mohd Ali")
    let hash = NameText("Mohd").foldedHash()
    let known = Array("MHMT".utf8)
    let keys = SkeletonBuilder().keys(of: name, limit: 8) { $0 == hash ? [known] : [] }
    #expect(Set(keys).isSuperset(of: Self.keys("Muhammad Ali")))
    #expect(Set(keys).isSuperset(of: Self.keys("Mohd Ali")))
  }

  @Test func titlesMayBeMissing() {
    #expect(Set(Self.keys("Sheikh Ahmad")).isSuperset(of: Self.keys("Ahmad")))
    // At the end of a name it is the name.
    #expect(Set(Self.keys("Ahmad Sheikh")).isDisjoint(with: Self.keys("Ahmad")))
  }
}
