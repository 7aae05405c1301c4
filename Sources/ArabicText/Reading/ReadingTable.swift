/// The rows of a reading scheme, for finding those that a text has at a place.
struct ReadingTable: Sendable {
  /// What the file says about letters.
  let letters: ReadingLetters
  /// Rows by the first scalar of their spelling: the longest first, then the narrowest.
  private let rows: [Unicode.Scalar: [ReadingRow]]

  /// Takes rows; of two for the same spelling and place, the first holds.
  init(_ rows: [ReadingRow], letters: ReadingLetters) {
    var letters = letters
    var byFirst: [Unicode.Scalar: [ReadingRow]] = [:]
    for row in rows {
      letters.addSigns(of: row.spelling)
      if let first = row.spelling.first { byFirst[first, default: []].append(row) }
    }
    for first in byFirst.keys {
      // The places break ties, so that the file's order means nothing.
      byFirst[first]?.sort { left, right in
        if left.spelling.count != right.spelling.count { return left.spelling.count > right.spelling.count }
        if left.place.narrowness != right.place.narrowness {
          return left.place.narrowness > right.place.narrowness
        }
        return left.place.rawValue < right.place.rawValue
      }
    }
    self.letters = letters
    self.rows = byFirst
  }

  /// Whether a spelling begins with a letter.
  func knows(_ scalar: Unicode.Scalar) -> Bool { rows[scalar] != nil }

  /// A text as this scheme's rows can be looked up in it.
  ///
  /// Letters that no row has become plain ones, all signs for ayn and hamza apostrophes.
  func text(_ text: String) -> ReadingText {
    ReadingText(
      String(
        String.UnicodeScalarView(
          composed(text).unicodeScalars.map { knownLetter($0) })),
      letters: letters)
  }

  private func knownLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "ʿ", "ʻ", "ʽ", "‛", "ʾ", "ʼ", "ˈ", "’", "‘", "′", "ʹ", "`", "´": return "'"
    case _ where scalar.isASCII: return scalar
    default: break
    }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    if rows[lower] != nil || !lower.properties.isAlphabetic { return scalar }
    let base = decomposed(String(lower)).unicodeScalars.first ?? lower
    if base.isASCII { return base }
    guard lower.value <= 0xFFFF, let fold = LetterTable.shared.fold(UInt16(lower.value)), fold < 0x80 else {
      return scalar
    }
    return Unicode.Scalar(fold) ?? scalar
  }

  /// The longest spelling at a place, by its narrowest row.
  func longest(_ text: ReadingText, at place: Int) -> ReadingRow? {
    rows[text.scalars[place]]?.first { holds($0, text, place) }
  }

  /// All spellings at a place, each by its narrowest row; only the longest when it is never taken apart.
  func all(_ text: ReadingText, at place: Int) -> [ReadingRow] {
    var found: [ReadingRow] = []
    for row in rows[text.scalars[place]] ?? [] {
      if found.last?.spelling.count == row.spelling.count || !holds(row, text, place) { continue }
      found.append(row)
      if row.isWhole { break }
    }
    return found
  }

  private func holds(_ row: ReadingRow, _ text: ReadingText, _ place: Int) -> Bool {
    text.has(row.spelling, at: place)
      && (text.isLetter[place] || row.spelling[0] == "-")
      && text.holds(row.place, for: place..<(place + row.spelling.count))
  }
}
