/// Chat spelling in Latin letters, where digits stand for Arabic letters that they look like: 3 for ع (ayn), 7 for ح (ha).
package enum Arabizi {
  /// The letters with each digit beside a Latin letter as a letter, together with an apostrophe that stands for a dot; none without such a digit.
  ///
  /// What a digit sounds like is in `Letters/latin.tsv`; the plainest Latin letter for that sound takes its place. Where there is a
  /// 2, which cities of Egypt and the Levant have for ق (qaf), or an 8, which some have for غ (ghayn), there is a second reading
  /// with q or g. Numbers with an ending, as "9th", stay.
  package static func readings(of letters: [UInt16]) -> [[UInt16]] {
    guard letters.contains(where: \.isDigit), let first = reading(of: letters) else { return [] }
    guard letters.contains(where: { other(for: $0) != nil }),
      let second = reading(of: letters, byOther: true), second != first
    else { return [first] }
    return [first, second]
  }

  /// The letter that some have a digit for and others not.
  private static func other(for digit: UInt16) -> UInt16? {
    switch digit {
    case 0x32: 0x71
    case 0x38: 0x67
    default: nil
    }
  }

  private static let apostrophe: UInt16 = 0x27

  private static func reading(of letters: [UInt16], byOther: Bool = false) -> [UInt16]? {
    var result: [UInt16] = []
    var changed = false
    for word in letters.split(separator: .space) {
      if !result.isEmpty { result.append(.space) }
      var place = word.startIndex
      if Ordinals.endingLength(word) > 0 {
        result += word
        place = word.endIndex
      }
      while place < word.endIndex {
        let found = letter(of: word, at: place)
        if found != nil { changed = true }
        let other = byOther && found?.count == 1 ? other(for: word[place]) : nil
        result.append(other ?? found?.letter ?? word[place])
        place += found?.count ?? 1
      }
    }
    return changed ? result : nil
  }

  /// The letter that a digit stands for, and how many signs it takes: an apostrophe is behind the digit, or before the first of a word.
  private static func letter(of word: ArraySlice<UInt16>, at place: Int) -> (letter: UInt16, count: Int)? {
    let next = place + 1
    if word[place] == apostrophe, place == word.startIndex, next + 1 < word.endIndex, isLatin(word[next + 1]),
      let letter = table.dotted[word[next]]
    {
      return (letter, 2)
    }
    guard word[place].isDigit else { return nil }
    let isBehindLetter = place > word.startIndex && isLatin(word[place - 1])
    if next < word.endIndex, word[next] == apostrophe,
      isBehindLetter || next + 1 < word.endIndex && isLatin(word[next + 1]),
      let letter = table.dotted[word[place]]
    {
      return (letter, 2)
    }
    guard isBehindLetter || next < word.endIndex && isLatin(word[next]) else { return nil }
    return table.plain[word[place]].map { ($0, 1) }
  }

  private static func isLatin(_ letter: UInt16) -> Bool { (0x61...0x7A).contains(letter) }

  /// For each digit a Latin letter, and for those that an apostrophe dots.
  private static let table: (plain: [UInt16: UInt16], dotted: [UInt16: UInt16]) = {
    var table: (plain: [UInt16: UInt16], dotted: [UInt16: UInt16]) = ([:], [:])
    for digit in UInt16(0x30)...0x39 {
      table.plain[digit] = plainest([digit])
      table.dotted[digit] = plainest([digit, apostrophe])
    }
    return table
  }()

  /// The plainest Latin letter for what a digit sounds like.
  private static func plainest(_ spelling: [UInt16]) -> UInt16? {
    let letters = LetterTable.shared
    let sound = letters.candidates(for: spelling[0]).lazy.map { letters.code(at: $0) }
      .first { code in
        let chunk = letters.chunks[Int(code)]
        return chunk.place == .besideLetter && chunk.count == spelling.count
          && spelling.indices.allSatisfy { chunk[$0] == spelling[$0] }
      }
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
