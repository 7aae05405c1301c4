/// How many cells of a terminal a text fills.
package enum DisplayWidth {
  /// The cells of a text.
  ///
  /// Marks, bidi controls and other invisible characters fill none, East Asian wide and full-width ones two, all others
  /// one, as terminals have it from `wcwidth` (Markus Kuhn, https://www.cl.cam.ac.uk/~mgk25/ucs/wcwidth.c). Ligatures are
  /// not counted as one: terminals give lam-alef two cells.
  package static func of(_ text: String) -> Int {
    var width = 0
    for scalar in text.unicodeScalars { width += cells(scalar) }
    return width
  }

  /// The cells of one scalar.
  static func cells(_ scalar: Unicode.Scalar) -> Int {
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F ? 0 : 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .control: return 0
    // The soft hyphen is drawn; the signs of Arabic that stand before numbers and verses are, too.
    case .format: return scalar == "\u{AD}" || isPrependedMark(scalar) ? 1 : 0
    default: break
    }
    // Vowels and finals of Hangul are drawn into the cells of the first letter.
    if (0x1160...0x11FF).contains(scalar.value) { return 0 }
    return scalar.isWide ? 2 : 1
  }

  /// The property Prepended_Concatenation_Mark of the Arabic blocks (Unicode 15, PropList.txt).
  private static func isPrependedMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x600...0x605, 0x6DD, 0x890...0x891, 0x8E2: true
    default: false
    }
  }
}
