/// Reads the stem of a word: which letters are consonants, and which only lengthen a vowel.
struct StemReader {
  private(set) var sounds: [WordReading.Sound] = []
  private let letters: [VocalizedWord.Letter]
  private let start: Int
  private let followsArticle: Bool
  private var place: Int

  private typealias Sound = WordReading.Sound

  /// Takes the letters from `start` on; what is before them is prefixes and the article.
  init(letters: [VocalizedWord.Letter], start: Int, followsArticle: Bool) {
    self.letters = letters
    self.start = start
    self.followsArticle = followsArticle
    place = start
    sounds.reserveCapacity(letters.count - start)
  }

  /// Reads all letters.
  mutating func read() {
    while place < letters.count {
      let letter = letters[place]
      if ArabicCode.isAlif(letter.code) {
        readAlif(letter)
      } else if letter.code == ArabicCode.alifMadda {
        readMadda()
      } else if letter.code == ArabicCode.taMarbuta, place == letters.count - 1, place > start {
        readTaMarbuta(letter)
      } else if letter.code == ArabicCode.alifMaqsura, letter.isBare || letter.hasDagger, place > start {
        // It lengthened the vowel before it, or is silent; with a dagger alif it may stand for a vowel alone.
        if letter.hasDagger, let last = sounds.indices.last, isShortA(sounds[last].vowel) {
          sounds[last].vowel = .maqsura
        }
        place += 1
      } else {
        readConsonant(letter)
      }
    }
  }

  private func isShortA(_ vowel: WordReading.Vowel) -> Bool { vowel == .a || vowel == .none }

  private mutating func readAlif(_ letter: VocalizedWord.Letter) {
    if place == start {
      var mark = letter.mark
      if mark == .unknown || mark == .sukun {
        // An alif without hamza carries "i" before two consonants: istiqlāl, but Abū.
        let next = place + 1 < letters.count ? letters[place + 1] : nil
        let isCluster = next.map {
          $0.isDoubled || ($0.mark == .unknown || $0.mark == .sukun) && !isMater($0.code)
        }
        mark = letter.hasDagger ? .fatha : isCluster == true ? .kasra : .fatha
      }
      let (vowel, count) = vowel(mark: mark, hasDagger: letter.hasDagger, at: place)
      sounds.append(Sound(letter: ArabicCode.alif, vowel: vowel))
      place += 1 + count
      return
    }
    // Any alif that lengthens a vowel was taken with its consonant. What is left is silent unless it has a vowel.
    if letter.mark != .unknown, letter.mark != .sukun, letter.mark != .fathatan {
      let (vowel, count) = vowel(mark: letter.mark, hasDagger: letter.hasDagger, at: place)
      sounds.append(Sound(letter: 0, vowel: vowel))
      place += count
    } else if letter.mark == .fathatan, let last = sounds.indices.last, isShortA(sounds[last].vowel) {
      sounds[last].vowel = .an
    }
    place += 1
  }

  private mutating func readMadda() {
    if let last = sounds.indices.last, isShortA(sounds[last].vowel), place == letters.count - 2,
      letters[place + 1].code == ArabicCode.hamza
    {
      // The sign of madda over an alif before hamza, which older spelling has: خلفآء.
      sounds[last].vowel = .longA
    } else {
      sounds.append(Sound(letter: place == start ? ArabicCode.alif : ArabicCode.hamza, vowel: .longA))
    }
    place += 1
  }

  private mutating func readTaMarbuta(_ letter: VocalizedWord.Letter) {
    var isLong = false
    if let last = sounds.indices.last {
      isLong = sounds[last].vowel == .longA || sounds[last].vowel == .maqsura
      if isShortA(sounds[last].vowel) { sounds[last].vowel = .none }
    }
    var sound = Sound(letter: ArabicCode.taMarbuta, isDoubled: isLong)
    switch letter.mark {
    case .fathatan: sound.vowel = .an
    case .kasratan: sound.vowel = .in
    case .dammatan: sound.vowel = .un
    default: break
    }
    sounds.append(sound)
    place += 1
  }

  private mutating func readConsonant(_ letter: VocalizedWord.Letter) {
    var code = letter.code
    var mark = letter.mark
    var isDoubled = letter.isDoubled
    if ArabicCode.isHamza(code) {
      if place == start, mark == .unknown {
        mark = code == ArabicCode.alifHamzaBelow ? .kasra : code == ArabicCode.alifHamza ? .fatha : .unknown
      }
      code = ArabicCode.hamza
    } else if code == ArabicCode.alifMaqsura {
      code = ArabicCode.ya
    } else if place == start, followsArticle, ArabicCode.isSun(code) {
      isDoubled = false
    }
    if letter.hasDagger, mark == .unknown, isMater(code), place + 2 == letters.count,
      letters[place + 1].code == ArabicCode.taMarbuta, let last = sounds.indices.last
    {
      // صلوٰة: the old spelling of ā before ta marbuta.
      sounds[last].vowel = .longA
      place += 1
      return
    }
    let (vowel, count) = vowel(mark: mark, hasDagger: letter.hasDagger, at: place)
    sounds.append(Sound(letter: code, isDoubled: isDoubled, vowel: vowel))
    place += 1 + count
  }

  // MARK: Vowels

  private func isMater(_ code: UInt16) -> Bool { code == ArabicCode.waw || code == ArabicCode.ya }

  /// The vowel behind the letter at a place, and how many letters after it only lengthen it.
  private func vowel(
    mark: VocalizedWord.Mark, hasDagger: Bool, at place: Int
  ) -> (vowel: WordReading.Vowel, count: Int) {
    let next = place + 1 < letters.count ? letters[place + 1] : nil
    if hasDagger {
      if let next, next.code == ArabicCode.alifMaqsura, next.isBare { return (.maqsura, 1) }
      return (.longA, next.map { ArabicCode.isAlif($0.code) && $0.isBare } == true ? 1 : 0)
    }
    switch mark {
    case .sukun: return (.none, 0)
    case .kasratan: return (.in, next.map { isMater($0.code) && $0.isBare } == true ? 1 : 0)
    case .dammatan: return (.un, 0)
    case .fathatan:
      guard let next, place + 2 == letters.count else { return (.an, 0) }
      if ArabicCode.isAlif(next.code) { return (.an, 1) }
      return next.code == ArabicCode.alifMaqsura ? (.maqsuraAn, 1) : (.an, 0)
    case .fatha, .unknown:
      if let next, let long = longA(next, at: place + 1) { return (long, 1) }
      if mark == .fatha { return (.a, 0) }
      return unknownVowel(next, at: place)
    case .kasra:
      guard let next, lengthens(at: place + 1, ArabicCode.ya) else { return (.i, 0) }
      return (next.mark == .sukun ? .stoppedI : .longI, 1)
    case .damma:
      guard next != nil, lengthens(at: place + 1, ArabicCode.waw) else { return (.u, 0) }
      return (.longU, hasSilentAlif(at: place + 2) ? 2 : 1)
    }
  }

  private func longA(_ next: VocalizedWord.Letter, at place: Int) -> WordReading.Vowel? {
    if ArabicCode.isAlif(next.code), !next.isDoubled {
      if next.mark == .fathatan { return .an }
      if next.mark == .unknown || next.mark == .sukun { return .longA }
    }
    if next.code == ArabicCode.alifMaqsura, !next.isDoubled, place == letters.count - 1 || next.hasDagger {
      if next.mark == .fathatan { return .maqsuraAn }
      if next.mark == .unknown || next.mark == .sukun { return .maqsura }
    }
    return nil
  }

  /// Whether the letter at a place is `code` and lengthens the vowel that fits it.
  private func lengthens(at place: Int, _ code: UInt16) -> Bool {
    let letter = letters[place]
    if code == ArabicCode.ya, letter.code == ArabicCode.alifMaqsura { return letter.isBare }
    guard letter.code == code, !letter.isDoubled, !letter.hasDagger else { return false }
    if letter.mark == .sukun { return true }
    return letter.mark == .unknown && !isFollowedByVowel(place)
  }

  /// Whether the vowel behind the letter at a place is written with the next letter.
  private func isFollowedByVowel(_ place: Int) -> Bool {
    guard place + 1 < letters.count else { return false }
    let next = letters[place + 1]
    if ArabicCode.isAlif(next.code) {
      return !(letters[place].code == ArabicCode.waw && hasSilentAlif(at: place + 1))
    }
    return next.code == ArabicCode.taMarbuta || next.code == ArabicCode.alifMaqsura
  }

  /// Whether the alif at a place is the silent one at the end of verbs in the plural.
  private func hasSilentAlif(at place: Int) -> Bool {
    place == letters.count - 1 && letters[place].code == ArabicCode.alif && letters[place].isBare
  }

  /// What follows a letter without a vowel mark: و and ي between consonants are long vowels.
  private func unknownVowel(
    _ next: VocalizedWord.Letter?, at place: Int
  ) -> (vowel: WordReading.Vowel, count: Int) {
    guard let next, isMater(next.code) || next.code == ArabicCode.alifMaqsura, !next.isDoubled,
      !next.hasDagger
    else { return (.none, 0) }
    if next.mark == .sukun { return (.a, 0) }
    guard next.mark == .unknown else { return (.none, 0) }
    let isLast = place + 2 == letters.count
    // دلو, طهي: three letters, of which the first has a short vowel.
    if isLast, place == start + 1, !letters[place].isDoubled, let first = sounds.last?.vowel,
      first == .a || first == .i || first == .u
    {
      return (.none, 0)
    }
    if isFollowedByVowel(place + 1) { return (.none, 0) }
    if next.code == ArabicCode.waw { return (.longU, hasSilentAlif(at: place + 2) ? 2 : 1) }
    return (.longI, 1)
  }
}
