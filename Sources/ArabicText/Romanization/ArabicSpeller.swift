/// Writes sounds in vocalized Arabic: the seats of hamza, long vowels, doubled letters.
enum ArabicSpeller {
  private typealias Sound = WordReading.Sound
  private typealias Vowel = WordReading.Vowel

  /// Returns the spelling of a word.
  ///
  /// - Parameters:
  ///   - sounds: its sounds; the first is alif when it begins with a vowel.
  ///   - hasArticle: whether the article is before it, after which a sun letter is doubled.
  /// - Returns: the word, without the article.
  static func spell(_ sounds: [WordReading.Sound], hasArticle: Bool) -> String {
    var result = String.UnicodeScalarView()
    for (place, sound) in sounds.enumerated() {
      let next = place + 1 < sounds.count ? sounds[place + 1] : nil
      var letter = sound.letter
      var vowel = sound.vowel
      var isDoubled = sound.isDoubled
      if place == 0, letter == ArabicCode.alif || letter == ArabicCode.hamza {
        letter = initialLetter(sounds)
        isDoubled = false
      } else if letter == ArabicCode.hamza {
        letter = seat(of: sound, after: place > 0 ? sounds[place - 1] : nil, isLast: next == nil)
      } else if place == 0, hasArticle, ArabicCode.isSun(letter) {
        isDoubled = true
      }
      if letter == ArabicCode.alifMadda { vowel = .none }
      if next?.letter == ArabicCode.taMarbuta, vowel == .none, letter != ArabicCode.alifMadda { vowel = .a }
      append(letter, to: &result)
      if let mark = mark(vowel) {
        result.append(mark)
      } else if next != nil, !isDoubled, letter != ArabicCode.alifMadda {
        result.append("\u{0652}")
      }
      if isDoubled { result.append("\u{0651}") }
      // The sound of á is ā inside a word.
      let isInside = vowel == .maqsura && next != nil
      if let long = lengthening(isInside ? .longA : vowel) { append(long, to: &result) }
    }
    return String(result)
  }

  /// Doubles the first letter of a stem behind the article when it is a sun letter.
  static func doublingSunLetter(_ stem: String) -> String {
    var word = VocalizedWord(stem)
    guard let first = word.letters.first, ArabicCode.isSun(first.code) else { return stem }
    word.letters[0].isDoubled = true
    return word.text
  }

  private static func append(_ code: UInt16, to result: inout String.UnicodeScalarView) {
    if let scalar = Unicode.Scalar(code) { result.append(scalar) }
  }

  private static func mark(_ vowel: WordReading.Vowel) -> Unicode.Scalar? {
    switch vowel {
    case .none: nil
    case .a, .longA, .maqsura: "\u{064E}"
    case .i, .longI, .stoppedI: "\u{0650}"
    case .u, .longU: "\u{064F}"
    case .an, .maqsuraAn: "\u{064B}"
    case .in: "\u{064D}"
    case .un: "\u{064C}"
    }
  }

  private static func lengthening(_ vowel: WordReading.Vowel) -> UInt16? {
    switch vowel {
    case .longA, .an: ArabicCode.alif
    case .maqsura, .maqsuraAn: ArabicCode.alifMaqsura
    case .longI, .stoppedI: ArabicCode.ya
    case .longU: ArabicCode.waw
    case .none, .a, .i, .u, .in, .un: nil
    }
  }

  /// The letter for a vowel at the beginning: alif with hamza, or without it in verbal nouns ("istiqlāl").
  private static func initialLetter(_ sounds: [WordReading.Sound]) -> UInt16 {
    switch sounds[0].vowel {
    case .longA, .maqsura: return ArabicCode.alifMadda
    case .longI, .stoppedI: return ArabicCode.alifHamzaBelow
    case .i: break
    case .none, .a, .u, .longU, .an, .maqsuraAn, .in, .un: return ArabicCode.alifHamza
    }
    guard sounds.count > 3 else { return ArabicCode.alifHamzaBelow }
    let (first, second) = (sounds[1], sounds[2])
    let takesI = second.vowel == .i || second.vowel == .longI
    // Forms VII to X: infiʿāl, iftiʿāl, istifʿāl; ittiḥād has its t doubled.
    if first.letter == ArabicCode.ta, first.isDoubled, first.vowel == .i { return ArabicCode.alif }
    let isForm = second.letter == ArabicCode.ta && sounds.count > 4 || first.letter == 0x0646
    return first.vowel == .none && takesI && isForm ? ArabicCode.alif : ArabicCode.alifHamzaBelow
  }

  /// The seat of a hamza inside or at the end of a word.
  private static func seat(
    of sound: WordReading.Sound, after soundBefore: WordReading.Sound?, isLast: Bool
  ) -> UInt16 {
    let before = soundBefore?.vowel ?? .none
    if isLast, sound.vowel == .none {
      switch before {
      case .a: return ArabicCode.alifHamza
      case .i: return ArabicCode.yaHamza
      case .u: return ArabicCode.wawHamza
      default: return ArabicCode.hamza
      }
    }
    let isOwnI = sound.vowel == .i || sound.vowel == .longI || sound.vowel == .stoppedI
    let isOwnU = sound.vowel == .u || sound.vowel == .longU
    if isOwnI || before == .i || before == .longI || before == .stoppedI { return ArabicCode.yaHamza }
    // Behind ya the seat is a ya: هَيْئَة, سَيْئُون.
    if soundBefore?.letter == ArabicCode.ya, before == .none { return ArabicCode.yaHamza }
    if isOwnU { return ArabicCode.wawHamza }
    if before == .u { return ArabicCode.wawHamza }
    if before == .longU || before == .longA { return ArabicCode.hamza }
    // The alif of ā is one with that of the hamza; ى stays beside it: رَأَى.
    let hasAlif = sound.vowel == .longA || sound.vowel == .maqsura && !isLast
    return hasAlif ? ArabicCode.alifMadda : ArabicCode.alifHamza
  }
}
