/// One Arabic word as it is written: its letters, each with its marks.
///
/// Reading it needs no particular order of the marks of a letter. Tatweel and joiners are no letters.
package struct VocalizedWord: Sendable {
  /// Whether the word is followed by what it belongs to ("the city of"); nil to decide it by rule.
  ///
  /// It matters for words that end in ة (ta marbuta).
  package var isConstruct: Bool?
  /// The letters, in logical order.
  var letters: [Letter] = []
  /// Whether a hamza sign above the last letter joins the next word, as in Persian.
  var hasJoiningHamza = false

  /// What a mark says about the vowel behind a letter.
  enum Mark: UInt8 {
    case unknown, sukun, fatha, kasra, damma, fathatan, kasratan, dammatan

    /// The mark itself.
    var scalar: Unicode.Scalar? {
      switch self {
      case .unknown: nil
      case .sukun: "\u{0652}"
      case .fatha: "\u{064E}"
      case .kasra: "\u{0650}"
      case .damma: "\u{064F}"
      case .fathatan: "\u{064B}"
      case .kasratan: "\u{064D}"
      case .dammatan: "\u{064C}"
      }
    }
  }

  /// A letter and its marks.
  struct Letter: Equatable {
    var code: UInt16
    var mark = Mark.unknown
    var isDoubled = false
    var hasDagger = false
    var isSilent = false
    /// Whether an inseparable prefix ends with this letter.
    var endsPrefix = false

    /// Whether the letter has neither a vowel nor a doubling.
    var isBare: Bool { mark == .unknown && !isDoubled && !hasDagger }
  }

  /// Reads a word.
  ///
  /// - Parameter word: letters of the Arabic script with any marks; a U+2060 stands behind an inseparable prefix.
  package init(_ word: String) {
    letters.reserveCapacity(word.utf8.count / 2)
    for scalar in word.unicodeScalars { append(scalar) }
  }

  init() {}

  /// How the word is written when its letters were replaced by what they are read as.
  var spelling: [UInt16]?

  /// The letters as they are written, without their marks.
  var codes: [UInt16] { spelling ?? letters.map(\.code) }

  /// The letters and their marks, in the order of NFC.
  package var text: String {
    var result = String.UnicodeScalarView()
    for letter in letters {
      if let scalar = Unicode.Scalar(letter.code) { result.append(scalar) }
      if let mark = letter.mark.scalar { result.append(mark) }
      if letter.isDoubled { result.append("\u{0651}") }
      if letter.hasDagger { result.append("\u{0670}") }
      if letter.endsPrefix { result.append("\u{2060}") }
    }
    return String(result)
  }

  /// Takes the next letter or mark.
  mutating func append(_ scalar: Unicode.Scalar) {
    if let last = letters.indices.last, apply(scalar, toLetter: last) { return }
    switch scalar.value {
    case ArabicCode.dagger: letters.append(Letter(code: ArabicCode.alif, mark: .fatha))
    case 0x06A9: letters.append(Letter(code: ArabicCode.kaf))
    case 0x06CC: letters.append(Letter(code: ArabicCode.ya))
    case 0x06BE, 0x06C1, 0x06D5: letters.append(Letter(code: ArabicCode.ha))
    case 0x06C0, 0x06C2:
      letters.append(Letter(code: ArabicCode.ha))
      hasJoiningHamza = true
    case 0x0621...0x063A, 0x0641...0x064A, 0x066E...0x06D3, 0x06EE...0x06FF:
      letters.append(Letter(code: UInt16(scalar.value)))
    default:
      if let basic = NearestLetters.basic(for: scalar) { append(basic) }
    }
  }

  /// Whether a letter is another form of one of Arabic, which `append` takes it for.
  static func isReadAsArabic(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x06A9, 0x06CC, 0x06BE, 0x06C0...0x06C2, 0x06D5: true
    default: false
    }
  }

  /// Whether `scalar` was a mark for a letter.
  private mutating func apply(_ scalar: Unicode.Scalar, toLetter last: Int) -> Bool {
    switch scalar.value {
    case 0x064B: letters[last].mark = .fathatan
    case 0x064C: letters[last].mark = .dammatan
    case 0x064D: letters[last].mark = .kasratan
    case 0x064E: letters[last].mark = .fatha
    case 0x064F: letters[last].mark = .damma
    case 0x0650: letters[last].mark = .kasra
    case 0x0651: letters[last].isDoubled = true
    case 0x0652: letters[last].mark = .sukun
    case ArabicCode.dagger: letters[last].hasDagger = true
    case 0x06DF: letters[last].isSilent = true
    case 0x2060: letters[last].endsPrefix = true
    case 0x0653 where letters[last].code == ArabicCode.alif: letters[last].code = ArabicCode.alifMadda
    case 0x0655 where letters[last].code == ArabicCode.alif: letters[last].code = ArabicCode.alifHamzaBelow
    case 0x0654 where letters[last].code == ArabicCode.alif: letters[last].code = ArabicCode.alifHamza
    case 0x0654 where letters[last].code == ArabicCode.waw: letters[last].code = ArabicCode.wawHamza
    case 0x0654, 0x0674: hasJoiningHamza = true
    default: return false
    }
    return true
  }

  /// Whether a scalar is a letter or a mark of an Arabic word.
  static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0621...0x063A, 0x0640...0x0655, 0x066E...0x06D3, 0x06D5, 0x06DF, 0x06EE, 0x06EF, 0x06FA...0x06FF:
      true
    case 0x2060, 0x200C, 0x200D: true
    case 0x0750...0x077F: NearestLetters.basic(for: scalar) != nil
    default: false
    }
  }
}

/// Letters that the rules of reading and spelling know by name.
enum ArabicCode {
  static let hamza: UInt16 = 0x0621
  static let alifMadda: UInt16 = 0x0622
  static let alifHamza: UInt16 = 0x0623
  static let wawHamza: UInt16 = 0x0624
  static let alifHamzaBelow: UInt16 = 0x0625
  static let yaHamza: UInt16 = 0x0626
  static let alif: UInt16 = 0x0627
  static let ba: UInt16 = 0x0628
  static let taMarbuta: UInt16 = 0x0629
  static let ta: UInt16 = 0x062A
  static let fa: UInt16 = 0x0641
  static let kaf: UInt16 = 0x0643
  static let lam: UInt16 = 0x0644
  static let ha: UInt16 = 0x0647
  static let waw: UInt16 = 0x0648
  static let alifMaqsura: UInt16 = 0x0649
  static let ya: UInt16 = 0x064A
  static let alifWasla: UInt16 = 0x0671
  static let dagger: UInt32 = 0x0670

  /// Whether a letter is a hamza, on whatever seat.
  static func isHamza(_ code: UInt16) -> Bool { (hamza...yaHamza).contains(code) && code != alifMadda }

  /// Whether a letter is an alif without hamza.
  static func isAlif(_ code: UInt16) -> Bool { code == alif || code == alifWasla }

  /// Whether the article takes the sound of a letter.
  static func isSun(_ code: UInt16) -> Bool {
    switch code {
    case 0x062A, 0x062B, 0x062F...0x0638, lam, 0x0646: true
    default: false
    }
  }
}
