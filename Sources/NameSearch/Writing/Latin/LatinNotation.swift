internal import ArabicText

/// How a text in Latin letters, or in another script that is read through them, spells Arabic.
enum LatinNotation {
  /// Letter for letter.
  case letters(Scheme)
  /// By the rules of a standard.
  case scholarly(Scheme)
  /// By a list of spellings to accept: everyday spelling, chat alphabets, spellings of one country, Cyrillic.
  case reading(Scheme)
  /// As it stands, when there is no scheme for everyday spelling.
  case unread

  /// The scheme of digits for letters.
  private static let chat = "arabizi"
  /// The scheme of names in Cyrillic.
  private static let cyrillic = "cyrillic-ru"
  private static let buckwalter = "buckwalter"
  /// The scheme of everyday spelling.
  private static let everyday = "everyday"
  /// How many ways to read a tradition that writes two sounds alike are tried.
  private static let readings = 2
  /// What a word weighs that the spelling does not admit, compared with one that it does.
  private static let misfit = 0.3

  /// The notation that a scheme stands for.
  init(_ scheme: Scheme) {
    switch scheme.kind {
    case .letters: self = .letters(scheme)
    case .standard where scheme.identifier == NameWriter.everydayScheme: self = Self.plain
    case .standard: self = .scholarly(scheme)
    case .reading: self = .reading(scheme)
    }
  }

  /// The identifier to show.
  var identifier: String {
    switch self {
    case .letters(let scheme), .scholarly(let scheme), .reading(let scheme): scheme.identifier
    case .unread: Self.everyday
    }
  }

  /// The scheme that words are read with by rule.
  var scholarly: Scheme? {
    if case .scholarly(let scheme) = self { scheme } else { nil }
  }

  /// Whether the letters say exactly which word it is.
  var isScholarly: Bool { scholarly != nil }

  /// Rewrites a word in the letters that the model reads, in each way that the tradition leaves open.
  func spellings(_ word: String) -> [String] {
    guard case .reading(let scheme) = self else { return [word.lowercased()] }
    // Scripts that no scheme reads go through ICU.
    let isForeign = scheme.identifier == Self.everyday && WritingSystem.dominant(in: word) == .other
    let latin = isForeign ? NameText(word).normalized : word
    let spellings = scheme.everydayReadings(latin, limit: Self.readings).filter { !$0.isEmpty }
    return spellings.isEmpty ? [latin.lowercased()] : spellings
  }

  /// How well an Arabic word fits a spelling: 1 when the tradition admits it.
  func fit(_ word: String, _ arabic: String) -> Double {
    guard case .reading(let scheme) = self, scheme.kind == .reading else { return 1 }
    return scheme.accepts(word, as: arabic) ? 1 : Self.misfit
  }

  // MARK: Detection

  private static var plain: LatinNotation { named(everyday) ?? .unread }

  /// The notation that a text looks like.
  static func detected(in text: String) -> LatinNotation {
    if Buckwalter.arabic(from: text) != nil, let scheme = try? Scheme.named(buckwalter) {
      return .letters(scheme)
    }
    let signs = Signs(text)
    if signs.cyrillicCount > signs.latinCount { return named(cyrillic) ?? plain }
    if signs.isScholarly, let scheme = standard(for: text) { return .scholarly(scheme) }
    if signs.hasChatDigits { return named(chat) ?? plain }
    return plain
  }

  private static func named(_ identifier: String) -> LatinNotation? {
    (try? Scheme.named(identifier)).map(LatinNotation.init)
  }

  /// The standard that reads a text and writes it again as it was, else the first that reads it.
  private static func standard(for text: String) -> Scheme? {
    // A long text says in its first words how it is written.
    let sample = text.split(separator: " ").prefix(24).joined(separator: " ").lowercased()
    var first: Scheme?
    for identifier in Scheme.identifiers {
      guard let scheme = try? Scheme.named(identifier), scheme.kind == .standard,
        identifier != NameWriter.everydayScheme, let arabic = scheme.arabize(sample)
      else { continue }
      if scheme.romanize(arabic, capitals: .none).unicodeScalars.elementsEqual(sample.unicodeScalars) {
        return scheme
      }
      if first == nil { first = scheme }
    }
    return first
  }

  /// What is seen of a text at one glance.
  private struct Signs {
    var latinCount = 0
    var cyrillicCount = 0
    var isScholarly = false
    /// Whether a digit that stands for a letter is inside a word of Latin letters, as in "7amza"; not in "Brigade 9".
    var hasChatDigits = false

    init(_ text: String) {
      var (letters, digits, others) = (0, 0, 0)
      func close(_ hasChatDigits: inout Bool) {
        if letters > 1, digits > 0, others == 0 { hasChatDigits = true }
        (letters, digits, others) = (0, 0, 0)
      }
      for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x30...0x39:
          if "0149".unicodeScalars.contains(scalar) && scalar != "9" { others += 1 } else { digits += 1 }
        case 0x400...0x52F:
          cyrillicCount += 1
          letters += 1
        case 0x27, 0x60: break
        default:
          if WritingSystem(scalar) == .latin {
            latinCount += 1
            letters += 1
          } else if !scalar.properties.isAlphabetic {
            close(&hasChatDigits)
          }
        }
        if Self.isScholarly(scalar) { isScholarly = true }
      }
      close(&hasChatDigits)
    }

    /// Letters that spellings of the press and of other languages do not have: long vowels, dots below, ayn and hamza.
    private static func isScholarly(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar {
      case "ā", "ī", "ū", "ē", "ō", "Ā", "Ī", "Ū", "\u{304}", "\u{323}", "ʿ", "ʾ", "ʻ", "ʼ": true
      case "ḥ", "ḍ", "ṣ", "ṭ", "ẓ", "Ḥ", "Ḍ", "Ṣ", "Ṭ", "Ẓ", "ḏ", "ṯ", "ḫ", "ġ", "ǧ": true
      case "Ḏ", "Ṯ", "Ḫ", "Ġ", "Ǧ", "ḩ", "Ḩ", "ḑ", "Ḑ", "ţ", "Ţ": true
      default: false
      }
    }
  }
}
