/// How a vocalized word is read: its prefixes, its article, and its sounds in order.
///
/// This is Arabic grammar and the same for all schemes; a scheme says only how each part is written.
struct WordReading: Sendable {
  /// Prefixes that are written onto the word, the article not among them.
  var prefixes: [Sound] = []
  /// Whether the article stands before the word.
  var hasArticle = false
  /// The consonants, each with the vowel behind it.
  var sounds: [Sound] = []
  /// Whether a hamza sign above the last letter joins the next word.
  var hasJoiningHamza = false

  /// A consonant and the vowel behind it.
  struct Sound: Equatable {
    /// The letter, or 0 when the vowel follows another vowel.
    var letter: UInt16
    var isDoubled = false
    var vowel = Vowel.none
  }

  /// A vowel, by how it is written.
  enum Vowel: UInt8 {
    case none, a, i, u
    /// Long vowels; `maqsura` is ā written with ى, and `stoppedI` is ي with a sukun after kasra.
    case longA, maqsura, longI, stoppedI, longU
    /// Tanwin; `maqsuraAn` stands before ى.
    case an, maqsuraAn, `in`, un
  }

  /// Whether the word ends in ة (ta marbuta).
  var endsInTaMarbuta: Bool { sounds.last?.letter == ArabicCode.taMarbuta }

  /// Reads a word.
  init(_ word: VocalizedWord) {
    hasJoiningHamza = word.hasJoiningHamza
    var letters = word.letters
    if letters.contains(where: \.isSilent) { letters.removeAll(where: \.isSilent) }
    sounds.reserveCapacity(letters.count)
    let start = readPrefixes(of: letters)
    var reader = StemReader(letters: letters, start: start, followsArticle: hasArticle)
    reader.read()
    sounds = reader.sounds
  }

  /// Reads prefixes and the article, and returns where the stem begins.
  private mutating func readPrefixes(of letters: [VocalizedWord.Letter]) -> Int {
    var start = 0
    for place in letters.indices.dropLast() where letters[place].endsPrefix {
      if place == start + 1, Self.isArticle(letters, at: start, minimumStem: 1) {
        hasArticle = true
      } else {
        for letter in letters[start...place] { prefixes.append(Self.prefix(letter)) }
      }
      start = place + 1
    }
    guard !hasArticle, start < letters.count else { return start }
    if Self.isArticle(letters, at: start, minimumStem: 2) {
      hasArticle = true
      return start + 2
    }
    // "And the", "in the": a prefix with its vowel, then the article.
    guard prefixes.isEmpty, Self.isPrefix(letters[start]) else { return start }
    if Self.isBeforeInitialHamza(letters, at: start) {
      prefixes.append(Self.prefix(letters[start]))
      return start + 1
    }
    if letters[start].code == ArabicCode.lam {
      guard start + 3 < letters.count, letters[start + 1].code == ArabicCode.lam,
        letters[start + 1].mark == .sukun || letters[start + 1].mark == .unknown
          || letters[start + 1].isDoubled
      else { return start }
      prefixes.append(Self.prefix(letters[start]))
      hasArticle = true
      // Of three lams only two are written, the second with the doubling.
      return letters[start + 1].isDoubled ? start + 1 : start + 2
    }
    guard Self.isArticle(letters, at: start + 1, minimumStem: 2) else { return start }
    prefixes.append(Self.prefix(letters[start]))
    hasArticle = true
    return start + 3
  }

  private static func isArticle(_ letters: [VocalizedWord.Letter], at place: Int, minimumStem: Int) -> Bool {
    guard place + 1 + minimumStem < letters.count else { return false }
    let (alif, lam) = (letters[place], letters[place + 1])
    return ArabicCode.isAlif(alif.code) && (alif.mark == .unknown || alif.mark == .fatha) && !alif.hasDagger
      && lam.code == ArabicCode.lam && (lam.mark == .unknown || lam.mark == .sukun) && !lam.isDoubled
      && !ArabicCode.isAlif(letters[place + 2].code) || isWaslaStem(letters, at: place)
  }

  /// The article before a stem that begins with an alif without hamza.
  private static func isWaslaStem(_ letters: [VocalizedWord.Letter], at place: Int) -> Bool {
    guard place + 4 < letters.count else { return false }
    return ArabicCode.isAlif(letters[place].code) && letters[place].mark == .unknown
      && letters[place + 1].code == ArabicCode.lam && letters[place + 1].isBare
      && ArabicCode.isAlif(letters[place + 2].code)
  }

  private static func isPrefix(_ letter: VocalizedWord.Letter) -> Bool {
    guard !letter.isDoubled, !letter.hasDagger else { return false }
    switch letter.code {
    case ArabicCode.waw, ArabicCode.fa, ArabicCode.kaf:
      return letter.mark == .fatha || letter.mark == .unknown
    case ArabicCode.ba, ArabicCode.lam: return letter.mark == .kasra || letter.mark == .unknown
    default: return false
    }
  }

  /// Whether the letter behind a prefix is a hamza that begins a word.
  ///
  /// Only there alif carries it before or behind an "i": inside a word its seat is ya (Wright I, 15-17), so لِأَهْل is two
  /// words where بِئْر is one.
  private static func isBeforeInitialHamza(_ letters: [VocalizedWord.Letter], at place: Int) -> Bool {
    guard place + 2 < letters.count else { return false }
    switch letters[place + 1].code {
    case ArabicCode.alifHamzaBelow: return true
    case ArabicCode.alifHamza: return letters[place].mark == .kasra
    default: return false
    }
  }

  private static func prefix(_ letter: VocalizedWord.Letter) -> Sound {
    let vowel: Vowel =
      switch letter.mark {
      case .fatha: .a
      case .kasra: .i
      case .damma: .u
      case .unknown where letter.code == ArabicCode.ba || letter.code == ArabicCode.lam: .i
      case .unknown: .a
      default: .none
      }
    return Sound(letter: letter.code, vowel: vowel)
  }
}
