/// The rows of a letter-for-letter scheme, in both directions.
struct LetterMap: Sendable {
  private var latinByLetter: [Unicode.Scalar: String] = [:]
  /// The letter that each group of Latin signs stands for.
  private var letterByLatin: [[Unicode.Scalar]: Unicode.Scalar] = [:]
  private var longest = 0
  /// Latin signs that a group begins with or has inside.
  private var signs: Set<Unicode.Scalar> = []

  /// Takes rows; where two letters are written alike, the first one is read.
  init(_ rows: [(arabic: Unicode.Scalar, latin: String)]) {
    for (arabic, latin) in rows {
      latinByLetter[arabic] = latin
      let scalars = Array(latin.unicodeScalars)
      if letterByLatin[scalars] == nil { letterByLatin[scalars] = arabic }
      longest = max(longest, scalars.count)
      signs.formUnion(scalars)
    }
  }

  /// The letters that have a row.
  var letters: [Unicode.Scalar] { latinByLetter.keys.sorted() }

  /// The letter that one sign stands for.
  func letter(for sign: Unicode.Scalar) -> Unicode.Scalar? { letterByLatin[[sign]] }

  /// Writes letter for letter; what has no row stays.
  func latin(for arabic: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in arabic.unicodeScalars {
      if let latin = latinByLetter[scalar] {
        result.append(contentsOf: latin.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Reads letter for letter, the longest groups first; nil when a Latin letter is not of the scheme.
  func arabic(for latin: String) -> String? {
    let scalars = Array(latin.unicodeScalars)
    var result = String.UnicodeScalarView()
    var place = 0
    reading: while place < scalars.count {
      for count in stride(from: min(longest, scalars.count - place), to: 0, by: -1) {
        if let letter = letterByLatin[Array(scalars[place..<(place + count)])] {
          result.append(letter)
          place += count
          continue reading
        }
      }
      let scalar = scalars[place]
      if scalar.properties.isAlphabetic || signs.contains(scalar) { return nil }
      result.append(scalar)
      place += 1
    }
    return String(result)
  }
}
