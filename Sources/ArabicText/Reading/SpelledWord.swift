/// A word in the spelling of a tradition, with all that its spellings can stand for, to be compared with Arabic words.
package struct SpelledWord {
  /// For each scalar of the word, what the spellings that begin there stand for, with their lengths.
  private let alternatives: [[Alternative]]
  /// Letters that need no spelling.
  private let unwritten: Set<UInt16>

  private struct Alternative {
    let length: Int
    let arabic: [UInt16]
  }

  /// Reads a word; nil when it has no letter or more than 256 of them.
  init?(_ word: String, _ table: ReadingTable) {
    // Long texts are turned away before they are folded.
    guard word.unicodeScalars.count <= Scheme.longestWord else { return nil }
    let text = table.text(word)
    guard text.isLetter.contains(true) else { return nil }
    unwritten = table.letters.unwritten
    alternatives = text.scalars.indices.map { Self.alternatives(text, at: $0, table) }
  }

  /// What the spellings at a place can stand for, with their lengths.
  private static func alternatives(_ text: ReadingText, at place: Int, _ table: ReadingTable) -> [Alternative]
  {
    guard text.isLetter[place] else { return [Alternative(length: 1, arabic: [])] }
    var result: [Alternative] = []
    for row in table.all(text, at: place) {
      let length = row.spelling.count
      for arabic in row.arabic { result.append(Alternative(length: length, arabic: arabic)) }
      if text.has(row.spelling, at: place + length) { result.append(Alternative(length: length, arabic: [])) }
    }
    return result
  }

  /// Whether the spellings can stand, in order, for the letters of an Arabic word; see `Scheme.accepts`.
  ///
  /// - Complexity: O(*n* · *m*) in the lengths of the words.
  package func accepts(_ arabic: String) -> Bool {
    guard arabic.unicodeScalars.count <= Scheme.longestWord else { return false }
    let letters = ReadingRow.folded(arabic)
    guard !letters.isEmpty else { return false }
    // Which letters of the Arabic word are used up at each place of the Latin one.
    let width = letters.count + 1
    var reached = [Bool](repeating: false, count: (alternatives.count + 1) * width)
    reached[0] = true
    for place in alternatives.indices {
      let first = place * width
      addUnwritten(to: &reached, first, letters)
      for start in 0..<width where reached[first + start] {
        for alternative in alternatives[place] {
          let end = start + alternative.arabic.count
          guard end <= letters.count, letters[start..<end].elementsEqual(alternative.arabic) else { continue }
          reached[first + alternative.length * width + end] = true
        }
      }
    }
    addUnwritten(to: &reached, alternatives.count * width, letters)
    return reached[reached.count - 1]
  }

  /// Goes on past letters that the tradition does not write.
  private func addUnwritten(to reached: inout [Bool], _ first: Int, _ letters: [UInt16]) {
    for place in letters.indices where reached[first + place] && unwritten.contains(letters[place]) {
      reached[first + place + 1] = true
    }
  }
}
