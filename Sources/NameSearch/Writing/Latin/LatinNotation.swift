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

  /// How many ways to read a tradition that writes two sounds alike are tried.
  private static let readings = 2
  /// What a word weighs that the spelling does not admit, compared with one that it does.
  private static let misfit = 0.3
  private static let digitMisfit = 0.001

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
    case .unread: SpellingTradition.unsure
    }
  }

  /// The scheme that words are read with by rule.
  var scholarly: Scheme? {
    if case .scholarly(let scheme) = self { scheme } else { nil }
  }

  /// Whether the letters say exactly which word it is.
  var isScholarly: Bool { scholarly != nil }

  /// Whether a text has letters beyond a–z, so that whoever wrote it told those apart which a–z cannot.
  static func hasSigns(_ text: String) -> Bool { !text.utf8.allSatisfy { $0 < 0x80 } }

  /// Rewrites a word in the letters that the model reads, in each way that the tradition leaves open.
  func spellings(_ word: String) -> [String] {
    guard case .reading(let scheme) = self else {
      // What the rules of a standard cannot read is read as everybody would.
      if case .reading = Self.plain { return Self.plain.spellings(word) }
      return [word.lowercased()]
    }
    // Scripts that no scheme reads go through ICU.
    let isForeign =
      scheme.identifier == SpellingTradition.unsure && WritingSystem.dominant(in: word) == .other
    let latin = isForeign ? NameText(word).normalized : word
    let spellings = scheme.everydayReadings(latin, limit: Self.readings).filter { !$0.isEmpty }
    return spellings.isEmpty ? [latin.lowercased()] : spellings
  }

  /// How well Arabic words fit a spelling: 1 for those that the tradition admits.
  func fits(_ word: String, _ arabic: [String]) -> [Double] {
    guard case .reading(let scheme) = self, scheme.kind == .reading else { return arabic.map { _ in 1 } }
    let spelled = scheme.spelled(word)
    // A digit stands for a letter that Latin does not have, so that whoever writes it means that letter.
    let misfit = word.utf8.contains { (0x30...0x39).contains($0) } ? Self.digitMisfit : Self.misfit
    return arabic.map { spelled?.accepts($0) ?? false ? 1 : misfit }
  }

  /// Whether the spellings of a word can stand for all letters of an Arabic one.
  func admits(_ word: String, as arabic: String) -> Bool {
    guard case .reading(let scheme) = self else { return false }
    return scheme.accepts(word, as: arabic)
  }

  /// Whether digits are letters.
  var hasDigits: Bool {
    if case .reading(let scheme) = self { scheme.readsDigits } else { false }
  }

  /// Whether the text is in everyday spelling.
  var isPlain: Bool { identifier == SpellingTradition.unsure }

  // MARK: Detection

  private static var plain: LatinNotation { named(SpellingTradition.unsure) ?? .unread }

  /// The notation that a text looks like.
  static func detected(in text: String) -> LatinNotation {
    let identifier = SpellingTradition.detect(text)
    if identifier != SpellingTradition.unsure, let notation = named(identifier), !notation.isBroken(by: text)
    {
      return notation
    }
    return plain
  }

  /// Whether a text has the signs of a standard and is not written by it: standards leave out the short vowels that end
  /// a noun (ALA-LC 2012, Grammatical Structure as It Affects Romanization), so the i of Qadhāfi is the long one in everyday spelling.
  private func isBroken(by text: String) -> Bool {
    guard let words = scholarly?.arabize(text)?.split(whereSeparator: \.isWhitespace) else { return false }
    return words.contains { word in
      let ending = word.unicodeScalars.suffix(3)
      return ending.count == 3 && (ending.last == "\u{650}" || ending.last == "\u{64F}")
    }
  }

  private static func named(_ identifier: String) -> LatinNotation? {
    (try? Scheme.named(identifier)).map(LatinNotation.init)
  }
}
