/// The rows of a letter-for-letter scheme, in both directions.
struct LetterMap: Sendable {
  private var latinByLetter: [Unicode.Scalar: Latin] = [:]
  private var finals: [Unicode.Scalar: [Unicode.Scalar]] = [:]
  /// The letter that each group of Latin signs stands for.
  private var letterByLatin: [[Unicode.Scalar]: Unicode.Scalar] = [:]
  private var longest = 0
  /// Latin signs that a group begins with or has inside.
  private var signs: Set<Unicode.Scalar> = []

  /// A row of the scheme's file.
  struct Row {
    let arabic: Unicode.Scalar
    /// The Latin signs; `-` to leave the letter out, `=` to write the letter before once more.
    let latin: String
    /// Whether it holds only at the end of words.
    let isFinal: Bool
  }

  private enum Latin {
    case signs([Unicode.Scalar])
    case omitted
    case again
  }

  /// Takes rows; where two letters are written alike, the first one is read.
  init(_ rows: [Row]) {
    for row in rows {
      let scalars = Array(row.latin.unicodeScalars)
      switch row.latin {
      case "-": latinByLetter[row.arabic] = .omitted
      case "=": latinByLetter[row.arabic] = .again
      default:
        if row.isFinal { finals[row.arabic] = scalars } else { latinByLetter[row.arabic] = .signs(scalars) }
        if letterByLatin[scalars] == nil { letterByLatin[scalars] = row.arabic }
        longest = max(longest, scalars.count)
        signs.formUnion(scalars)
      }
    }
  }

  /// The letters that have signs of their own.
  var letters: [Unicode.Scalar] {
    latinByLetter.compactMap { letter, latin in if case .signs = latin { letter } else { nil } }.sorted()
  }

  /// The letter that one sign stands for.
  func letter(for sign: Unicode.Scalar) -> Unicode.Scalar? { letterByLatin[[sign]] }

  /// Writes letter for letter; what has no row stays.
  ///
  /// - Parameters:
  ///   - arabic: the text.
  ///   - hasCapitals: whether each word begins with a capital.
  func latin(for arabic: String, hasCapitals: Bool) -> String {
    var result = String.UnicodeScalarView()
    var last: [Unicode.Scalar] = []
    var needsCapital = hasCapitals
    let scalars = Array(arabic.unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      switch latinByLetter[scalar] {
      case .signs(var latin):
        if let final = finals[scalar], place + 1 == scalars.count || latinByLetter[scalars[place + 1]] == nil
        {
          latin = final
        }
        last = latin
        if needsCapital, let capital = Self.capital(latin) {
          latin = capital
          needsCapital = false
        }
        result.append(contentsOf: latin)
      case .omitted: break
      case .again: result.append(contentsOf: last)
      case nil:
        needsCapital = hasCapitals
        last = []
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Reads letter for letter, the longest groups first; nil when a Latin letter is not of the scheme.
  func arabic(for latin: String, hasCapitals: Bool) -> String? {
    let scalars = Array((hasCapitals ? composed(latin.lowercased()) : latin).unicodeScalars)
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

  /// The signs with the first one in upper case, or nil when it has none.
  private static func capital(_ latin: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    guard let first = latin.first, first.properties.uppercaseMapping != String(first) else { return nil }
    return Array(first.properties.uppercaseMapping.unicodeScalars) + latin.dropFirst()
  }
}
