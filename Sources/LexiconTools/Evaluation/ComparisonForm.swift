internal import ArabicText

/// How two spellings are brought into one form before they are compared.
///
/// Words are what stands between whitespace, so an article or a prefix with a hyphen stays in its word. Signs at either
/// end of a word are dropped, and a word of signs alone is none.
package enum ComparisonForm: String, CaseIterable, Encodable, Sendable {
  /// As written, in NFC; the signs for ع (ain) are one, and so are those for ء (hamza).
  case exact
  /// As `exact`, without case.
  case scholarly
  /// Lower-case ASCII letters, digits and hyphens; marks and apostrophes are dropped.
  case everyday
  /// Arabic letters in NFC, without vowel marks and tatweel.
  case arabic

  /// The form of a whole text: the forms of its words with one space between them.
  ///
  /// `exact` keeps the signs at the ends of words here.
  package func key(of text: String) -> String {
    guard self == .exact else { return words(of: text).joined(separator: " ") }
    return Self.tokens(of: text).map { form(of: String($0)) }.joined(separator: " ")
  }

  /// The forms of the words of a text.
  package func words(of text: String) -> [String] {
    Self.tokens(of: text).map { word(String($0)) }.filter { !$0.isEmpty }
  }

  /// The form of one word; empty when it has neither letters nor digits.
  package func word(_ token: String) -> String {
    func isSign(_ scalar: Unicode.Scalar) -> Bool { !Self.isWordScalar(scalar) }
    let scalars = form(of: token).unicodeScalars
    let trimmed = scalars.drop(while: isSign)
    guard let last = trimmed.lastIndex(where: Self.isWordScalar) else { return "" }
    return String(trimmed[...last])
  }

  /// The parts of a text between whitespace.
  ///
  /// By scalars: a space with a mark behind it is one character, but it still ends a word.
  package static func tokens(of text: String) -> [Substring] {
    text.unicodeScalars.split { $0.properties.isWhitespace }.map { Substring($0) }
  }

  /// Whether a scalar makes a word: letters, their marks, digits.
  static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }

  private func form(of text: String) -> String {
    switch self {
    case .exact: composed(Self.withOneApostropheEach(text))
    case .scholarly: composed(Self.withOneApostropheEach(text).lowercased())
    case .everyday: Self.ascii(text)
    case .arabic: Self.bare(text)
    }
  }

  /// ʻ ‘ ʿ become ʻ, and ʼ ’ ʾ ' become ʼ.
  private static func withOneApostropheEach(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{2018}", "\u{2BF}": result.append("\u{2BB}")
      case "\u{2019}", "\u{2BE}", "'": result.append("\u{2BC}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private static func ascii(_ text: String) -> String {
    var result = ""
    for scalar in decomposed(text.lowercased()).unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9", "-": result.unicodeScalars.append(scalar)
      // Letters that have no decomposition.
      case "ı": result += "i"
      case "đ", "ð": result += "d"
      case "ø": result += "o"
      case "ł": result += "l"
      case "ħ": result += "h"
      case "ß": result += "ss"
      case "æ": result += "ae"
      case "œ": result += "oe"
      case "þ": result += "th"
      default: break
      }
    }
    return result
  }

  private static func bare(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in composed(text).unicodeScalars {
      switch scalar.value {
      case 0x640, 0x64B...0x652, 0x670: continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
