internal import Glibc

/// Divides a spelling among the letters that it spells: each letter gets a chunk of none to a few units.
///
/// How likely a letter is written as a chunk is learned from the pairs alone, by expectation maximization over all
/// ways to divide each pair in order (M. Bisani and H. Ney, "Joint-sequence models for grapheme-to-phoneme
/// conversion", 2008, with chunks of one letter).
struct ChunkAligner {
  /// A letter with a chunk.
  struct Graphone: Hashable {
    var letter: UInt16
    var chunk: [UInt16]
  }

  private let longestChunk: Int
  private var probabilities: [UInt64: Double] = [:]
  /// Units by small numbers from 1, so that a letter and a chunk of six units fit 64 bits.
  private var numbers: [UInt16: UInt64] = [:]
  private static let floor = 1e-7

  /// - Parameter longestChunk: the most units of a chunk, up to 6.
  init(longestChunk: Int) { self.longestChunk = min(longestChunk, 6) }

  /// Learns from pairs; the same pairs in the same order give the same result.
  mutating func learn(_ pairs: [(letters: [UInt16], spelling: [UInt16])], rounds: Int) {
    for pair in pairs {
      for unit in pair.letters + pair.spelling where numbers[unit] == nil {
        numbers[unit] = UInt64(min(numbers.count + 1, 255))
      }
    }
    for round in 0..<rounds {
      var places: [UInt64: Int] = [:]
      var counts: [(key: UInt64, count: Double)] = []
      for pair in pairs {
        addCounts(of: pair.letters, pair.spelling, isFirst: round == 0) { key, count in
          if let place = places[key] {
            counts[place].count += count
          } else {
            places[key] = counts.count
            counts.append((key, count))
          }
        }
      }
      var totals: [UInt64: Double] = [:]
      for item in counts { totals[item.key >> 56, default: 0] += item.count }
      probabilities = [:]
      for item in counts where item.count > 0.01 {
        probabilities[item.key] = item.count / (totals[item.key >> 56] ?? 1)
      }
    }
  }

  /// Before anything is learned, chunks of one unit are likelier than longer ones and than none.
  private func firstGuess(_ count: Int) -> Double {
    switch count {
    case 0: 0.05
    case 1: 0.5
    case 2: 0.3
    default: 0.1 / Double(count)
    }
  }

  /// The numbers of units; 0 for one that was not in the pairs.
  private func numbered(_ units: [UInt16]) -> [UInt64] { units.map { numbers[$0] ?? 0 } }

  /// Letter and chunk as one number: the letter above, then how many units, then the units.
  private func keys(_ letter: UInt64, _ spelling: [UInt64], from start: Int, _ body: (Int, UInt64) -> Void) {
    var chunk: UInt64 = 0
    for length in 0...min(longestChunk, spelling.count - start) {
      if length > 0 { chunk = chunk << 8 | spelling[start + length - 1] }
      body(length, letter << 56 | UInt64(length) << 48 | chunk)
    }
  }

  /// The probability of each chunk for each letter and start: `[letter][start][length]`, flattened.
  private func table(_ letters: [UInt64], _ spelling: [UInt64], isFirst: Bool) -> [Double] {
    let width = longestChunk + 1
    var table = [Double](repeating: 0, count: letters.count * (spelling.count + 1) * width)
    for letter in letters.indices {
      for start in 0...spelling.count {
        keys(letters[letter], spelling, from: start) { length, key in
          table[(letter * (spelling.count + 1) + start) * width + length] =
            isFirst ? firstGuess(length) : probabilities[key] ?? Self.floor
        }
      }
    }
    return table
  }

  private func addCounts(
    of letterUnits: [UInt16], _ spellingUnits: [UInt16], isFirst: Bool, _ add: (UInt64, Double) -> Void
  ) {
    let (letters, spelling) = (numbered(letterUnits), numbered(spellingUnits))
    let (rows, columns, width) = (letters.count, spelling.count + 1, longestChunk + 1)
    guard rows > 0, spelling.count <= rows * longestChunk else { return }
    let table = table(letters, spelling, isFirst: isFirst)
    var forward = [Double](repeating: 0, count: (rows + 1) * columns)
    var backward = forward
    forward[0] = 1
    for row in 0..<rows {
      for start in 0..<columns where forward[row * columns + start] > 0 {
        for length in 0...min(longestChunk, spelling.count - start) {
          forward[(row + 1) * columns + start + length] +=
            forward[row * columns + start] * table[(row * columns + start) * width + length]
        }
      }
    }
    let total = forward[rows * columns + spelling.count]
    guard total > 0 else { return }
    backward[rows * columns + spelling.count] = 1
    for row in (0..<rows).reversed() {
      for start in 0..<columns {
        keys(letters[row], spelling, from: start) { length, key in
          let share =
            backward[(row + 1) * columns + start + length] * table[(row * columns + start) * width + length]
          backward[row * columns + start] += share
          let count = forward[row * columns + start] * share / total
          if count > 1e-6 { add(key, count) }
        }
      }
    }
  }

  /// Divides a spelling in the likeliest way.
  ///
  /// - Returns: a chunk for each letter, and the mean natural logarithm of the probability for each unit of the longer
  ///   side; nil when the spelling is too long for the letters.
  func align(_ letterUnits: [UInt16], _ spellingUnits: [UInt16]) -> (chunks: [[UInt16]], score: Double)? {
    let (letters, spelling) = (numbered(letterUnits), numbered(spellingUnits))
    let (rows, columns, width) = (letters.count, spelling.count + 1, longestChunk + 1)
    guard rows > 0, spelling.count <= rows * longestChunk else { return nil }
    let table = table(letters, spelling, isFirst: false)
    var best = [Double](repeating: -.infinity, count: (rows + 1) * columns)
    var from = [Int](repeating: 0, count: (rows + 1) * columns)
    best[0] = 0
    for row in 0..<rows {
      for start in 0..<columns where best[row * columns + start] > -.infinity {
        for length in 0...min(longestChunk, spelling.count - start) {
          let score = best[row * columns + start] + log(table[(row * columns + start) * width + length])
          if score > best[(row + 1) * columns + start + length] {
            best[(row + 1) * columns + start + length] = score
            from[(row + 1) * columns + start + length] = start
          }
        }
      }
    }
    var end = spelling.count
    guard best[rows * columns + end] > -.infinity else { return nil }
    let score = best[rows * columns + end] / Double(max(rows, spelling.count))
    var chunks: [[UInt16]] = []
    for row in (1...rows).reversed() {
      let start = from[row * columns + end]
      chunks.append(Array(spellingUnits[start..<end]))
      end = start
    }
    return (chunks.reversed(), score)
  }
}
