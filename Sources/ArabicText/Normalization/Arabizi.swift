/// Chat spelling in Latin letters, where digits stand for Arabic letters that they look like: 3 for ع (ayn), 7 for ح (ha).
package enum Arabizi {
  /// The letters with each digit beside a Latin letter as a letter; nil when there is none.
  ///
  /// What a digit sounds like is in `Letters/latin.tsv`; the plainest Latin letter for that sound takes its place.
  package static func letters(of letters: [UInt16]) -> [UInt16]? {
    guard letters.contains(where: \.isDigit) else { return nil }
    var result = letters
    var changed = false
    for place in letters.indices where letters[place].isDigit {
      let isBeside =
        place > 0 && isLatin(letters[place - 1]) || place + 1 < letters.count && isLatin(letters[place + 1])
      guard isBeside, let letter = table[Int(letters[place] - 0x30)] else { continue }
      result[place] = letter
      changed = true
    }
    return changed ? result : nil
  }

  private static func isLatin(_ letter: UInt16) -> Bool { (0x61...0x7A).contains(letter) }

  /// For each digit, a Latin letter.
  private static let table: [UInt16?] = (0..<10).map { digit in
    let letters = LetterTable.shared
    let sound = letters.candidates(for: 0x30 + UInt16(digit)).lazy.map { letters.code(at: $0) }
      .first { letters.chunks[Int($0)].place == .besideLetter && letters.chunks[Int($0)].count == 1 }
      .flatMap { letters.sounds[Int($0)].first?.sound }
    guard let sound else { return nil }
    // A sign that only scholars write says more than a digit does: its base letter is enough.
    let plain = letters.chunks.indices.first { code in
      let chunk = letters.chunks[code]
      return chunk.count == 1 && !chunk[0].isArabic && !chunk[0].isDigit && chunk.place != .besideLetter
        && letters.sounds[code].first.map { $0.sound == sound && $0.cost == 0 } == true
    }
    return plain.map { letters.chunks[$0][0] }.map { letters.fold($0) ?? $0 }
  }
}
