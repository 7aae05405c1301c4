/// All ways to cut a spelling into rows of the letter tables.
///
/// "kh" is one row, and k and h are two; an alignment chooses. A place is cut when it is first asked for, since most spellings that are
/// compared differ soon. Storage is reused from one spelling to the next.
struct SpellingLattice {
  /// One row at a place.
  struct Edge {
    /// The letters it covers.
    let length: UInt8
    /// A row of the letter tables, or a letter that they do not have with `unknown` set.
    let code: UInt16
    let isUnknown: Bool
    /// Whether the letter is written double or has a shadda.
    let isDouble: Bool
    /// A short vowel costs nothing where the other spelling does not write vowels.
    let isShortVowel: Bool
    /// What it costs when the other spelling has nothing in its place.
    let gap: UInt8
  }

  private(set) var edges: [Edge] = []
  /// Where the rows that begin at each place lie in `edges`.
  private var ranges: [Places] = []
  private(set) var count = 0
  private var words = 0..<0
  private var acrossScripts = false
  private let table = LetterTable.shared
  private let rows = LatticeRows.shared
  private let article = SoundDistance.shared.article

  private struct Places {
    var start: Int32 = -1
    var end: Int32 = 0
  }

  /// Cuts consecutive words of a name, with the spaces between them.
  mutating func build(_ name: NameText, words: Range<Int>, acrossScripts: Bool) {
    begin(name, words: words, acrossScripts: acrossScripts)
    for place in 0..<count { _ = cut(at: place, of: name) }
  }

  /// Takes consecutive words of a name, of which no place is cut yet.
  mutating func begin(_ name: NameText, words: Range<Int>, acrossScripts: Bool) {
    self.words = words
    self.acrossScripts = acrossScripts
    edges.removeAll(keepingCapacity: true)
    count = name.words[words.upperBound - 1].end - name.words[words.lowerBound].start
    while ranges.count < count { ranges.append(Places()) }
    for place in 0..<count { ranges[place].start = -1 }
  }

  /// Which of `edges` begin at a place that was cut.
  @inline(__always) func range(at place: Int) -> Range<Int> {
    Int(ranges[place].start)..<Int(ranges[place].end)
  }

  /// Which of `edges` begin at a place of the name that `begin` took.
  @inline(__always) mutating func cut(at place: Int, of name: NameText) -> Range<Int> {
    if ranges[place].start < 0 { append(at: place, of: name) }
    return range(at: place)
  }

  private mutating func append(at place: Int, of name: NameText) {
    let start = edges.count
    let index = place + name.words[words.lowerBound].start
    // Names have few words.
    var number = words.lowerBound
    while index >= name.words[number].end, number + 1 < words.upperBound,
      index >= name.words[number + 1].start
    {
      number += 1
    }
    let word = name.words[number]
    if index >= word.end {
      edges.append(
        Edge(length: 1, code: .space, isUnknown: true, isDouble: false, isShortVowel: false, gap: 0))
    } else if index == word.start, number + 1 < words.upperBound, name.isArticle(number) {
      // The article takes the space behind it along.
      appendArticle(length: word.range.count + 1, cost: 0)
    } else {
      if index == word.end - 2, number + 1 < words.upperBound, name.endsWithArticle(number) {
        appendArticle(length: 3, cost: 0)
      }
      appendEdges(at: index, LetterContext(letters: name.letters, word: word.range))
    }
    ranges[place] = Places(start: Int32(start), end: Int32(edges.count))
  }

  private mutating func appendArticle(length: Int, cost: UInt8) {
    edges.append(
      Edge(
        length: UInt8(length), code: article, isUnknown: false, isDouble: false,
        isShortVowel: false, gap: 2 + cost))
  }

  private mutating func appendEdges(at place: Int, _ context: LetterContext) {
    let letters = context.letters
    var isKnown = false
    var lastLength = 0
    let next = place + 1 < context.word.upperBound ? letters[place + 1] : 0
    for candidate in table.candidates(for: letters[place]) {
      let row = rows.rows[candidate]
      let length = Int(row.length)
      // Most rows fail at their second letter; `holds` need not be asked. A row for a narrower place hides the row for any place.
      guard row.second == 0 || row.second == next, length != lastLength else { continue }
      if !row.isLetterAnywhere {
        guard context.holds(table.chunks[Int(row.code)], at: place),
          !row.isArticle || context.allowsArticle(at: place, count: length)
        else { continue }
      }
      lastLength = length
      isKnown = true
      append(row, length: length, isDouble: false)
      let end = place + length
      if end < context.word.upperBound, letters[end] == .shadda {
        let edge = edges[edges.count - 1]
        edges[edges.count - 1] = doubled(edge, length: length + 1, isDouble: true)
        // A sun letter is doubled by the article before it, which romanization may show there or not at all.
        if place >= context.word.lowerBound + 2, letters[place - 1] == 0x644, letters[place - 2] == 0x627 {
          edges.append(doubled(edge, length: length + 1, isDouble: false))
        }
      } else if row.mayBeDoubled, Self.repeats(context, place, length) {
        append(row, length: 2 * length, isDouble: true)
      }
    }
    if context.isAssimilatedArticle(at: place) { appendArticle(length: 1, cost: 1) }
    if !isKnown {
      edges.append(
        Edge(length: 1, code: letters[place], isUnknown: true, isDouble: false, isShortVowel: false, gap: 10))
    }
  }

  private mutating func append(_ row: LatticeRows.Row, length: Int, isDouble: Bool) {
    edges.append(
      Edge(
        length: UInt8(length), code: row.code, isUnknown: false, isDouble: isDouble,
        isShortVowel: row.isShortVowel, gap: acrossScripts ? row.gapAcrossScripts : row.gap))
  }

  private func doubled(_ edge: Edge, length: Int, isDouble: Bool) -> Edge {
    Edge(
      length: UInt8(length), code: edge.code, isUnknown: false, isDouble: isDouble,
      isShortVowel: edge.isShortVowel,
      gap: edge.gap)
  }

  /// Whether the letters at `place` stand there twice.
  private static func repeats(_ context: LetterContext, _ place: Int, _ length: Int) -> Bool {
    guard place + 2 * length <= context.word.upperBound else { return false }
    for offset in 0..<length where context.letters[place + offset] != context.letters[place + length + offset]
    {
      return false
    }
    return true
  }
}

/// What a lattice asks of the rows of the letter tables, side by side.
private final class LatticeRows: Sendable {
  static let shared = LatticeRows()

  struct Row {
    let code: UInt16
    /// Its second letter; 0 when it has one.
    let second: UInt16
    let length: UInt8
    /// Whether it is one letter that holds at any place, so that nothing more need be asked.
    let isLetterAnywhere: Bool
    let isArticle: Bool
    let isShortVowel: Bool
    let mayBeDoubled: Bool
    let gap: UInt8
    let gapAcrossScripts: UInt8
  }

  /// The rows at the places of `LetterTable.candidates`.
  let rows: [Row]

  private init() {
    let table = LetterTable.shared
    rows = (0..<table.placeCount).map { place in
      let chunk = table.chunks[Int(table.code(at: place))]
      return Row(
        code: table.code(at: place), second: chunk.count > 1 ? chunk[1] : 0, length: UInt8(chunk.count),
        isLetterAnywhere: chunk.count == 1 && chunk.place == .any && !chunk.isArticle,
        isArticle: chunk.isArticle,
        isShortVowel: chunk.isShortVowel, mayBeDoubled: !chunk.isShortVowel && chunk.gap >= 6, gap: chunk.gap,
        gapAcrossScripts: chunk.gapAcrossScripts)
    }
  }
}
