internal import ArabicText

/// The letters of one direction with the chunks that each can be written as, numbered as in a transducer's file.
struct LetterInventory {
  /// The letters, ascending.
  private(set) var letters: [UInt16] = []
  /// For each letter its first graphone; one more at the end.
  private(set) var graphoneStart: [Int] = [0]
  /// For each graphone the number of its chunk.
  private(set) var chunkOfGraphone: [Int] = []
  /// All chunks.
  private(set) var chunks: [[UInt16]] = []
  private var letterNumbers: [UInt16: Int] = [:]
  private var graphoneNumbers: [ChunkAligner.Graphone: Int] = [:]

  /// Takes the graphones of aligned words.
  ///
  /// - Parameters:
  ///   - words: letters and their chunks.
  ///   - rarest: how often a graphone must have been seen, unless it is its letter's most frequent one.
  init(_ words: [(letters: [UInt16], chunks: [[UInt16]])], rarest: Int) {
    var counts: [ChunkAligner.Graphone: Int] = [:]
    for word in words {
      for (letter, chunk) in zip(word.letters, word.chunks) {
        counts[ChunkAligner.Graphone(letter: letter, chunk: chunk), default: 0] += 1
      }
    }
    var byLetter: [UInt16: [(chunk: [UInt16], count: Int)]] = [:]
    for (graphone, count) in counts { byLetter[graphone.letter, default: []].append((graphone.chunk, count)) }
    var chunkNumbers: [[UInt16]: Int] = [:]
    for letter in byLetter.keys.sorted() {
      let ordered = (byLetter[letter] ?? []).sorted { left, right in
        left.count == right.count ? left.chunk.lexicographicallyPrecedes(right.chunk) : left.count > right.count
      }
      letterNumbers[letter] = letters.count
      letters.append(letter)
      for (place, item) in ordered.prefix(LetterModel.chunkLimit).enumerated() where place == 0 || item.count >= rarest {
        let chunk = chunkNumbers[item.chunk] ?? chunks.count
        if chunk == chunks.count {
          chunkNumbers[item.chunk] = chunk
          chunks.append(item.chunk)
        }
        graphoneNumbers[ChunkAligner.Graphone(letter: letter, chunk: item.chunk)] = chunkOfGraphone.count
        chunkOfGraphone.append(chunk)
      }
      graphoneStart.append(chunkOfGraphone.count)
    }
  }

  var graphoneCount: Int { chunkOfGraphone.count }

  /// The number of a letter.
  func letter(_ unit: UInt16) -> Int? { letterNumbers[unit] }

  /// The graphones of a letter.
  func graphones(of letter: Int) -> Range<Int> { graphoneStart[letter]..<graphoneStart[letter + 1] }

  /// The graphones of an aligned word; nil when one of them was too rare to be taken.
  func graphones(_ letters: [UInt16], _ chunks: [[UInt16]]) -> [Int]? {
    var graphones: [Int] = []
    for (letter, chunk) in zip(letters, chunks) {
      guard let number = graphoneNumbers[ChunkAligner.Graphone(letter: letter, chunk: chunk)] else { return nil }
      graphones.append(number)
    }
    return graphones
  }
}
