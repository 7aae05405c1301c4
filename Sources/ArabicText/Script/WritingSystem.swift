/// The scripts that Ism reads by itself; all others go through ICU first.
public enum WritingSystem: String, Sendable {
  /// The Arabic script, in any of its languages.
  case arabic
  /// The Latin script.
  case latin
  /// Any other script.
  case other

  /// The script of a letter, or nil for a sign that belongs to none: a mark, a digit, punctuation, a space.
  package init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2AF, 0x1D00...0x1D7F,
      0x1E00...0x1EFF, 0xFB00...0xFB06, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
      self = .latin
    case 0x620...0x63F, 0x641...0x64A, 0x66E...0x6D3, 0x6D5, 0x6E5, 0x6E6, 0x6EE, 0x6EF, 0x6FA...0x6FC, 0x6FF,
      0x750...0x77F, 0x8A0...0x8C9, 0xFB50...0xFDFB, 0xFE70...0xFEFC:
      self = .arabic
    case 0..<0x370, 0x640, 0x64B...0x65F, 0x670:
      return nil
    default:
      guard scalar.properties.isAlphabetic || scalar.properties.isIdeographic,
        scalar.properties.generalCategory != .nonspacingMark
      else { return nil }
      self = .other
    }
  }

  /// The script that most letters of `text` are in, or nil when it has no letter.
  public static func dominant(in text: String) -> WritingSystem? {
    var counts: (arabic: Int, latin: Int, other: Int) = (0, 0, 0)
    for scalar in text.unicodeScalars {
      switch WritingSystem(scalar) {
      case .arabic: counts.arabic += 1
      case .latin: counts.latin += 1
      case .other: counts.other += 1
      case nil: break
      }
    }
    let largest = max(counts.arabic, counts.latin, counts.other)
    if largest == 0 { return nil }
    if largest == counts.arabic { return .arabic }
    return largest == counts.latin ? .latin : .other
  }
}
