internal import CICU

extension Unicode.Scalar {
  /// Whether a terminal draws the scalar over two cells: East Asian Width W or F (Unicode Standard Annex 11).
  var isWide: Bool {
    let width = icu_eastAsianWidth(Int32(bitPattern: value))
    return width == U_EA_FULLWIDTH.rawValue || width == U_EA_WIDE.rawValue
  }
}
