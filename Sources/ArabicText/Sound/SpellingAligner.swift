/// Compares spellings letter by letter, in and across scripts.
///
/// The cost is the cheapest way to read both spellings as the same sounds: a row of the letter tables against a row
/// that shares a sound with it, or against nothing. 0 is the same spelling or a regular romanization of it; 10 is a
/// letter that cannot be the same. Short vowels are free where the other spelling does not write vowels, but not two
/// in a row. A value keeps its tables from call to call and is used by one thread.
package struct SpellingAligner {
  /// The lattice of a name that is compared once, and behind it those that are kept.
  private var lefts = [SpellingLattice()]
  private var left = 0
  private var right = SpellingLattice()
  private var costs: [Int32] = []
  /// Lattices of the words of one name that is compared with many.
  private var kept: [KeptWords] = []

  private struct KeptWords: Equatable {
    let name: Int
    let words: Range<Int>
    let acrossScripts: Bool
  }

  /// Spellings with more letters than this are only the same when they are equal.
  package static let longest = 96
  /// What a second vowel in a row costs when the other spelling has none.
  static let secondVowel: Int32 = 6

  /// The most lattices that are kept.
  private static let mostKept = 256

  package init() {}

  /// Forgets the names that were compared, so that their numbers can be given again.
  package mutating func removeAll() { kept.removeAll(keepingCapacity: true) }

  /// Computes what it costs to read words of one name as words of another.
  ///
  /// - Parameters:
  ///   - name: one name.
  ///   - words: its words to compare.
  ///   - number: a number for `name` that no other name compared by this value has, so that its lattices are kept; nil
  ///     for a name that is compared once.
  ///   - other: the other name.
  ///   - otherWords: its words to compare.
  ///   - limit: the most that is of interest.
  /// - Returns: the cost, or nil above `limit`.
  /// - Complexity: O(*n* · *m*) in the letters of both, with a factor for the rows that begin at each letter.
  package mutating func cost(
    _ name: NameText, _ words: Range<Int>, number: Int? = nil, _ other: NameText, _ otherWords: Range<Int>,
    limit: Int
  ) -> Int? {
    let leftRange = name.words[words.lowerBound].start..<name.words[words.upperBound - 1].end
    let rightRange = other.words[otherWords.lowerBound].start..<other.words[otherWords.upperBound - 1].end
    if leftRange.count == rightRange.count,
      zip(leftRange, rightRange).allSatisfy({ name.letters[$0] == other.letters[$1] })
    {
      return 0
    }
    guard leftRange.count <= Self.longest, rightRange.count <= Self.longest else { return nil }
    let acrossScripts = name.words[words.lowerBound].isArabic != other.words[otherWords.lowerBound].isArabic
    buildLeft(name, words, number, acrossScripts)
    right.build(other, words: otherWords, acrossScripts: acrossScripts)
    let leftWrites = words.contains { name.words[$0].writesVowels }
    let rightWrites = otherWords.contains { other.words[$0].writesVowels }
    return align(leftWritesVowels: leftWrites, rightWritesVowels: rightWrites, limit: Int32(limit))
  }

  private mutating func buildLeft(
    _ name: NameText, _ words: Range<Int>, _ number: Int?, _ acrossScripts: Bool
  ) {
    guard let number else {
      left = 0
      return lefts[0].build(name, words: words, acrossScripts: acrossScripts)
    }
    let key = KeptWords(name: number, words: words, acrossScripts: acrossScripts)
    // Most often it is the one that was asked for last.
    if left > 0, left <= kept.count, kept[left - 1] == key { return }
    if let place = kept.firstIndex(of: key) {
      left = place + 1
      return
    }
    left = kept.count < Self.mostKept ? kept.count + 1 : 0
    if left > 0 { kept.append(key) }
    if left == lefts.count { lefts.append(SpellingLattice()) }
    lefts[left].build(name, words: words, acrossScripts: acrossScripts)
  }

  /// Dynamic programming over both lattices.
  ///
  /// The third index of a cell says whether the last step skipped a vowel.
  private mutating func align(leftWritesVowels: Bool, rightWritesVowels: Bool, limit: Int32) -> Int? {
    let (left, right) = (lefts[left], right)
    let (rows, columns) = (left.count + 1, right.count + 1)
    let unreachable = Int32.max / 2
    costs.removeAll(keepingCapacity: true)
    costs.append(contentsOf: repeatElement(unreachable, count: rows * columns * 2))
    costs[0] = 0
    let distance = SoundDistance.shared
    for row in 0..<rows {
      for column in 0..<columns {
        let cell = (row * columns + column) * 2
        let best = min(costs[cell], costs[cell + 1])
        guard best <= limit else { continue }
        if row < left.count {
          for index in left.range(at: row) {
            let edge = left.edges[index]
            let target = ((row + Int(edge.length)) * columns + column) * 2
            skip(edge, from: cell, to: target, otherWritesVowels: rightWritesVowels)
            guard column < right.count else { continue }
            for otherIndex in right.range(at: column) {
              let other = right.edges[otherIndex]
              guard var cost = Self.match(edge, other, distance) else { continue }
              // Arabic without vowels does not write doubling either.
              if leftWritesVowels, rightWritesVowels, edge.isDouble != other.isDouble { cost += 1 }
              let match = target + Int(other.length) * 2
              costs[match] = min(costs[match], best + cost)
            }
          }
        }
        if column < right.count {
          for index in right.range(at: column) {
            let edge = right.edges[index]
            skip(edge, from: cell, to: cell + Int(edge.length) * 2, otherWritesVowels: leftWritesVowels)
          }
        }
      }
    }
    let last = (rows * columns - 1) * 2
    let total = min(costs[last], costs[last + 1])
    return total <= limit ? Int(total) : nil
  }

  private mutating func skip(
    _ edge: SpellingLattice.Edge, from cell: Int, to target: Int, otherWritesVowels: Bool
  ) {
    guard edge.isShortVowel else {
      costs[target] = min(costs[target], min(costs[cell], costs[cell + 1]) + Int32(edge.gap))
      return
    }
    let gap = otherWritesVowels ? Int32(edge.gap) : 0
    let cost = min(costs[cell] + gap, costs[cell + 1] + gap + Self.secondVowel)
    costs[target + 1] = min(costs[target + 1], cost)
  }

  private static func match(
    _ left: SpellingLattice.Edge, _ right: SpellingLattice.Edge, _ distance: SoundDistance
  ) -> Int32? {
    if left.isUnknown || right.isUnknown {
      return left.isUnknown && right.isUnknown && left.code == right.code ? 0 : nil
    }
    let cost = distance.cost(left.code, right.code)
    guard cost < SoundDistance.impossible else { return nil }
    return Int32(cost)
  }
}
