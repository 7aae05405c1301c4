import ArabicText
import TestSupport
import Testing

@testable import NameSearch

/// Names are aligned as well as by trying all ways.
@Suite struct NameAlignerTests {
  private static let words = WordFactsReader([], known: KnownWords([]))

  private static func likelihood(_ left: NameText, _ right: NameText) -> Float {
    var comparison = UnitComparison()
    var cache = WordFactsCache(words)
    comparison.load(left, &cache)
    var name = ComparedName()
    name.load(right, &cache)
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

  /// A form of a lexicon is compared like its text, though less is read and nothing is said of it.
  @Test func comparesFormsLikeTexts() throws {
    var random = RandomNames(seed: 31)
    func name() -> String {
      let name = random.name(isArabic: Bool.random(using: &random.generator), longest: 4)
      return Int.random(in: 0..<4, using: &random.generator) == 0
        ? name.replacing(" ", with: ", ", maxReplacements: 1) : name
    }
    let names = (0..<60).map { _ in name() } + ["Assad, Bashar", "Muhammad bin Salman", "الأسد، بشار"]
    let lexicons = [try Lexicon.carried(), try SmallLexicon(names: names).lexicon]
    let reader = WordFactsReader(lexicons, known: KnownWords(lexicons))
    var (fast, slow) = (NameAligner(words: reader), NameAligner(words: reader))
    for query in names {
      fast.load(NameText(query))
      slow.load(NameText(query))
      for form in 0..<lexicons[1].formCount {
        let text = NameText(lexicons[1].formText(form))
        let (left, right) = (
          fast.compare(withForm: form, ofLexicon: 1), slow.align(with: text.uninverted ?? text)
        )
        #expect(left?.features == right?.features && left?.isIdentical == right?.isIdentical)
        #expect(left?.pieces.isEmpty != false)
      }
    }
  }

  /// A long query is matched unit by unit, the likeliest pair first.
  @Test func matchesLongNamesInTurn() {
    var random = RandomNames(seed: 32)
    for _ in 0..<20 {
      let words = (0..<10).map { _ in random.word(isArabic: false, longest: 3) }
      var comparison = UnitComparison()
      var cache = WordFactsCache(Self.words)
      comparison.load(NameText(words.joined(separator: " ")), &cache)
      var name = ComparedName()
      name.load(NameText(words.shuffled(using: &random.generator).joined(separator: " ")), &cache)
      let (rows, columns) = (comparison.query.units.count, name.units.count)
      var findings = UnitFindings()
      findings.fill(rows, columns, &comparison, name)
      var open = findings.single.indices.filter { findings.single[$0] != nil }.sorted {
        let (left, right) = (findings.single[$0]?.likelihood ?? 0, findings.single[$1]?.likelihood ?? 0)
        return left == right ? $0 < $1 : left > right
      }
      var slow: [Int] = []
      while let place = open.first {
        slow.append(place)
        open.removeAll { $0 / columns == place / columns || $0 % columns == place % columns }
      }
      var pairs: [NameAligner.Pair] = []
      findings.assignInTurn(&pairs)
      #expect(pairs.map { $0.query.lowerBound * columns + $0.name.lowerBound } == slow)
    }
  }
}
