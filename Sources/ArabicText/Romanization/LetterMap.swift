/// The rows of a letter-for-letter scheme, in both directions.
struct LetterMap: Sendable {
  /// By scalar, from U+0600 to U+06FF.
  private var latinByLetter = [Latin?](repeating: nil, count: 0x100)
  /// What letters without a row are written with, by the nearest letter that has one.
  private var nearestByLetter = [Latin?](repeating: nil, count: 0x100)
  private var finals: [Unicode.Scalar: Signs] = [:]
  /// The groups that begin with a Latin sign, the longest first.
  private var groups: [Unicode.Scalar: [Group]] = [:]
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

  /// What a letter is written with.
  private struct Signs {
    let plain: [UInt8]
    let capital: [UInt8]
    let hasCapital: Bool

    init(_ latin: String) {
      plain = Array(latin.utf8)
      let first = latin.unicodeScalars.first
      hasCapital = first.map { $0.properties.uppercaseMapping != String($0) } ?? false
      let rest = String(latin.unicodeScalars.dropFirst())
      capital = hasCapital ? Array(((first?.properties.uppercaseMapping ?? "") + rest).utf8) : plain
    }
  }

  private enum Latin {
    case signs(Signs)
    case omitted
    case again
  }

  private struct Group {
    let scalars: [Unicode.Scalar]
    let letter: Unicode.Scalar
  }

  /// Takes rows; where two letters are written alike, the first one is read.
  init(_ rows: [Row]) {
    for row in rows {
      guard let index = Self.index(row.arabic) else { continue }
      let scalars = Array(row.latin.unicodeScalars)
      switch row.latin {
      case "-": latinByLetter[index] = .omitted
      case "=": latinByLetter[index] = .again
      default:
        let latin = Signs(row.latin)
        if row.isFinal { finals[row.arabic] = latin } else { latinByLetter[index] = .signs(latin) }
        signs.formUnion(scalars)
        guard let first = scalars.first, groups[first]?.contains(where: { $0.scalars == scalars }) != true
        else {
          continue
        }
        groups[first, default: []].append(Group(scalars: scalars, letter: row.arabic))
      }
    }
    for first in groups.keys { groups[first]?.sort { $0.scalars.count > $1.scalars.count } }
    guard !rows.isEmpty else { return }
    for index in 0x72..<0x100 where latinByLetter[index] == nil {
      nearestByLetter[index] =
        NearestLetters.chain(from: 0x600 | UInt16(index)).lazy
        .compactMap { [latinByLetter] in 0x600...0x6FF ~= $0 ? latinByLetter[Int($0) - 0x600] : nil }.first
    }
  }

  /// The letters that have signs of their own.
  var letters: [Unicode.Scalar] {
    latinByLetter.indices.compactMap { index in
      if case .signs = latinByLetter[index] { Unicode.Scalar(UInt32(0x0600 + index)) } else { nil }
    }
  }

  /// The letter that one sign stands for.
  func letter(for sign: Unicode.Scalar) -> Unicode.Scalar? {
    groups[sign]?.first { $0.scalars.count == 1 }?.letter
  }

  @inline(__always)
  private static func index(_ scalar: Unicode.Scalar) -> Int? {
    0x0600...0x06FF ~= scalar.value ? Int(scalar.value) - 0x0600 : nil
  }

  /// Writes letter for letter; what has no row stays.
  ///
  /// - Parameters:
  ///   - arabic: the text.
  ///   - hasCapitals: whether each word begins with a capital.
  /// - Returns: the Latin signs.
  func latin(for arabic: String, hasCapitals: Bool) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(arabic.utf8.count * 2)
    var last: Signs?
    var needsCapital = hasCapitals
    /// A letter that is written otherwise when the word ends with it, and where it is in the result.
    var pending: (final: Signs, start: Int)?
    func endWord() {
      if let ending = pending { result.replaceSubrange(ending.start..., with: ending.final.plain) }
      pending = nil
    }
    for scalar in arabic.unicodeScalars {
      let scalar = NearestLetters.basic(for: scalar) ?? scalar
      switch Self.index(scalar).flatMap({ latinByLetter[$0] ?? nearestByLetter[$0] }) {
      case .signs(let latin):
        pending = finals.isEmpty ? nil : finals[scalar].map { ($0, result.count) }
        last = latin
        result += needsCapital ? latin.capital : latin.plain
        if latin.hasCapital { needsCapital = false }
      case .omitted: break
      case .again: if let last { result += last.plain }
      case nil:
        endWord()
        needsCapital = hasCapitals
        last = nil
        result += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
    endWord()
    return String(decoding: result, as: UTF8.self)
  }

  /// Reads letter for letter, the longest groups first; nil when a Latin letter is not of the scheme.
  func arabic(for latin: String, hasCapitals: Bool) -> String? {
    let scalars = Array((hasCapitals ? composed(latin.lowercased()) : latin).unicodeScalars)
    var result = String.UnicodeScalarView()
    var place = 0
    while place < scalars.count {
      let scalar = scalars[place]
      if let group = groups[scalar]?.first(where: { scalars[place...].starts(with: $0.scalars) }) {
        result.append(group.letter)
        place += group.scalars.count
        continue
      }
      if signs.contains(scalar) || scalar.properties.isAlphabetic { return nil }
      result.append(scalar)
      place += 1
    }
    return String(result)
  }
}
