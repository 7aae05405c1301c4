/// Marks that two spellings of one Arabic word share or do not, and the article in front of it.
extension VocalizedWord {
  /// Whether a scalar is a letter or a mark of an Arabic word.
  package static func isPart(_ scalar: Unicode.Scalar) -> Bool { contains(scalar) }

  /// Whether the word has no letter.
  package var isEmpty: Bool { letters.isEmpty }
  /// How many letters it has.
  package var count: Int { letters.count }
  /// Whether it has any vowel mark or doubling.
  package var hasMarks: Bool { letters.contains { !$0.isBare } }

  /// Whether the word is a noun in ة (ta marbuta) that is usually followed by what it belongs to.
  package var isHead: Bool { Spellings.shared.isHead(codes) }

  /// The word with the "-an" that is written on another form of it, where it is adverbial or belongs to the stem: maʻnan, abadan.
  ///
  /// Such an ending is romanized (ALA-LC 2012, rule 12b).
  ///
  /// - Parameter written: the word as it stands in the text, letter for letter the same.
  /// - Returns: nil when there is no such ending, or the word has it.
  package func withEnding(of written: VocalizedWord) -> VocalizedWord? {
    guard written.letters.count == letters.count,
      let place = written.letters.lastIndex(where: { $0.mark == .fathatan }), place >= letters.count - 2,
      letters[place].mark != .fathatan
    else { return nil }
    var word = self
    word.letters[place].mark = .fathatan
    // On the alif or before it: the vowel of the consonant is that of the ending.
    if ArabicCode.isAlif(letters[place].code) || letters[place].code == ArabicCode.alifMaqsura, place > 0 {
      word.letters[place].mark = .unknown
      word.letters[place - 1].mark = .fathatan
    }
    return word
  }

  /// The word with those letters of another spelling of it that Arabic itself does not have, such as ڤ for ف; nil when there are none.
  package func withForeignLetters(of written: VocalizedWord) -> VocalizedWord? {
    guard written.letters.count == letters.count else { return nil }
    var word = self
    var isChanged = false
    for (place, letter) in written.letters.enumerated()
    where letter.code > ArabicCode.ya && letter.code != letters[place].code
      && LetterTable.shared.fold(letter.code) == LetterTable.shared.fold(letters[place].code)
    {
      word.letters[place].code = letter.code
      isChanged = true
    }
    return isChanged ? word : nil
  }

  /// The word without marks: the letters as they are usually typed.
  package static func bare(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isMark) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars where !isMark(scalar) { bytes.append(contentsOf: scalar.utf8) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x064B...0x0652, 0x0670, 0x06DF, 0x0640, 0x2060, 0x200D: true
    default: false
    }
  }

  /// Whether the marks that this word has are those of a vocalized form of it.
  ///
  /// Marks that are not written say nothing, and endings in -n are no part of a name's usual form.
  package func allows(_ form: VocalizedWord) -> Bool {
    guard hasMarks else { return true }
    guard letters.count == form.letters.count else { return false }
    for (place, (mine, other)) in zip(letters, form.letters).enumerated() {
      if mine.isDoubled, !other.isDoubled { return false }
      switch mine.mark {
      case .unknown, .fathatan, .kasratan, .dammatan: continue
      case .sukun: if other.mark != .unknown, other.mark != .sukun { return false }
      case .fatha, .kasra, .damma:
        if other.mark == mine.mark { continue }
        // A vowel on the last letter is a case ending; before a long vowel it goes without saying.
        guard other.mark == .unknown, place == letters.count - 1 || isLong(mine.mark, before: place + 1)
        else { return false }
      }
    }
    return true
  }

  private func isLong(_ mark: Mark, before place: Int) -> Bool {
    switch mark {
    case .fatha: ArabicCode.isAlif(letters[place].code) || letters[place].code == ArabicCode.alifMaqsura
    case .kasra: letters[place].code == ArabicCode.ya
    default: letters[place].code == ArabicCode.waw
    }
  }

  /// The two words that a compound consists of which is written as one: عبدالرحمن, نورالدين.
  package static func parts(ofCompound word: String) -> [String] {
    let written = VocalizedWord(word)
    let parts = Spellings.shared.words(of: written)
    guard parts.count == 2, parts[0].letters.count < written.letters.count else { return [word] }
    var (first, second) = (written, written)
    first.letters.removeSubrange(parts[0].letters.count...)
    second.letters.removeSubrange(..<parts[0].letters.count)
    return [first.text, second.text]
  }

  /// Whether the word begins with the article, written ال.
  package var beginsWithArticle: Bool {
    letters.count >= 4 && letters[0].code == ArabicCode.alif && letters[0].isBare
      && letters[1].code == ArabicCode.lam && !letters[1].isDoubled
      && (letters[1].mark == .unknown || letters[1].mark == .sukun)
  }

  /// The word behind its article, without the doubling that a sun letter has from it.
  package var withoutArticle: String {
    var word = self
    word.letters.removeFirst(2)
    if let first = word.letters.first, ArabicCode.isSun(first.code) { word.letters[0].isDoubled = false }
    return word.text
  }

  /// The word with an article in front; a sun letter of vocalized text is doubled.
  package var withArticle: String {
    var word = self
    if let first = word.letters.first, ArabicCode.isSun(first.code), hasMarks {
      word.letters[0].isDoubled = true
    }
    return "ال" + word.text
  }
}
