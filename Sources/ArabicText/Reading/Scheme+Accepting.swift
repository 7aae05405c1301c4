extension Scheme {
  /// Returns whether the spellings of a Latin word can stand, in order, for the letters of an Arabic one.
  ///
  /// Each spelling may be read in any way that the scheme's rows list; a letter written twice may be one with shadda,
  /// and letters that the tradition leaves out (`unwritten`) need no spelling. Arabic is compared without vowel marks,
  /// hamza seats and spaces. `7mza` in Arabizi can be حمزة and cannot be همزة.
  ///
  /// - Complexity: O(*n* · *m*) in the lengths of the words.
  /// - Parameters:
  ///   - latin: a word in the spelling of this tradition.
  ///   - arabic: a word in Arabic letters.
  /// - Returns: false for words without letters or of more than 256 letters, and when the scheme is not of kind
  ///   `reading`.
  public func accepts(_ latin: String, as arabic: String) -> Bool {
    guard kind == .reading else { return false }
    // Long texts are turned away before they are folded.
    let longest = Self.longestWord
    guard latin.unicodeScalars.count <= longest, arabic.unicodeScalars.count <= longest else { return false }
    let text = table.reading.text(latin)
    let letters = ReadingRow.folded(arabic)
    guard !letters.isEmpty, text.isLetter.contains(true) else { return false }
    // Which letters of the Arabic word are used up at each place of the Latin one.
    var reached = [[Bool]](
      repeating: [Bool](repeating: false, count: letters.count + 1), count: text.scalars.count + 1)
    reached[0][0] = true
    for place in text.scalars.indices {
      addUnwritten(to: &reached[place], of: letters)
      guard reached[place].contains(true) else { continue }
      for (length, arabic) in alternatives(text, at: place) where arabic.count <= letters.count {
        for start in 0...(letters.count - arabic.count)
        where reached[place][start] && letters[start...].starts(with: arabic) {
          reached[place + length][start + arabic.count] = true
        }
      }
    }
    addUnwritten(to: &reached[text.scalars.count], of: letters)
    return reached[text.scalars.count][letters.count]
  }

  /// Goes on past letters that the tradition does not write.
  private func addUnwritten(to reached: inout [Bool], of letters: [UInt16]) {
    for place in letters.indices
    where reached[place] && table.reading.letters.unwritten.contains(letters[place]) {
      reached[place + 1] = true
    }
  }

  /// What the spellings at a place can stand for, with their lengths.
  private func alternatives(_ text: ReadingText, at place: Int) -> [(length: Int, arabic: [UInt16])] {
    guard text.isLetter[place] else { return [(1, [])] }
    let rows = table.reading.all(text, at: place)
    var result: [(length: Int, arabic: [UInt16])] = []
    for row in rows {
      let length = row.spelling.count
      for arabic in row.arabic { result.append((length, arabic)) }
      if text.has(row.spelling, at: place + length) { result.append((length, [])) }
    }
    return result
  }
}
