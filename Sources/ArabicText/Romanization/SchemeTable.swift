internal import Synchronization

/// The rows and settings of a scheme's file.
///
/// `Lexicon/Schemes/README.md` explains them all.
final class SchemeTable: Sendable {
  let identifier: String
  let name: String
  let kind: Scheme.Kind
  let settings: SchemeSettings
  /// Whole words that are written otherwise than the letters say, by their letters.
  let words: SpellingDictionary<SchemeWord>
  /// Words that are written otherwise where they begin a name.
  let openings: SpellingDictionary<SchemeWord>
  /// Words that are written in lower case inside a text.
  let smallWords: Set<[UInt16]>
  /// Whether a row of `words` is for two words with a space between.
  let hasPairs: Bool
  /// What interscript's maps call the scheme.
  let interscript: [String]
  /// ICU's transform for the scheme.
  let icuTransform: String?
  /// Examples of the scheme.
  let examples: [SchemeExample]
  /// The rows of a letter-for-letter scheme; nothing in others.
  let letters: LetterMap
  /// The rows of a reading scheme; nothing in others.
  let reading: ReadingTable

  /// What the Latin letters of a standard scheme stand for.
  let pieces: LatinPieces

  private let pool: [UInt8]
  /// Where the Latin of each key and place is in the pool: offset and length, or `absent`.
  private let slots: [UInt32]
  /// What letters without a row are written as.
  let nearest: [UInt16: UInt16]
  /// All that rows write.
  let inventory: [Unicode.Scalar: [SchemeSpelling]]
  /// Pairs of letters which another letter is written with: in Latin they need a sign between.
  private let ambiguous: Set<UInt32>

  /// Irregular words by how the scheme writes them, made when the first one is asked for.
  private let irregularWords = Mutex<[String: String]?>(nil)

  private static let absent = UInt32.max

  init(identifier: String, rows: SchemeRows) {
    self.identifier = identifier
    name = rows.name
    kind = rows.kind
    settings = rows.settings
    examples = rows.examples
    interscript = rows.interscript
    icuTransform = rows.icuTransform
    letters = LetterMap(rows.letters)
    reading = ReadingTable(rows.readings, letters: rows.readingLetters)
    var pool: [UInt8] = []
    var slots = [UInt32](repeating: Self.absent, count: SchemeKey.count * SchemePlace.count)
    for (slot, latin) in rows.latin {
      slots[slot.key.rawValue * SchemePlace.count + slot.place.rawValue] = UInt32(
        pool.count << 8 | latin.utf8.count)
      pool += latin.utf8
    }
    for key in 0..<SchemeKey.count {
      let base = key * SchemePlace.count
      for place in 1..<SchemePlace.count where place != SchemePlace.double.rawValue {
        if slots[base + place] == Self.absent { slots[base + place] = slots[base] }
      }
    }
    nearest = rows.kind == .standard ? Self.fillIn(&slots) : [:]
    inventory = rows.kind == .standard ? SchemeSpelling.all(of: rows) : [:]
    self.pool = pool
    self.slots = slots
    words = rows.words
    openings = rows.openings
    smallWords = rows.smallWords
    pieces = LatinPieces(rows: rows)
    hasPairs = rows.words.keys.contains { $0.contains(0x20) }
    ambiguous = settings.separator.isEmpty ? [] : Self.ambiguousPairs(rows.consonants)
  }

  /// Gives letters without a row that of the nearest letter which has one.
  private static func fillIn(_ slots: inout [UInt32]) -> [UInt16: UInt16] {
    var nearest: [UInt16: UInt16] = [:]
    for code: UInt16 in 0x672...0x6FF {
      let start = SchemeKey(code).rawValue * SchemePlace.count
      guard slots[start] == absent else { continue }
      for letter in NearestLetters.chain(from: code) {
        let other = SchemeKey(letter).rawValue * SchemePlace.count
        guard slots[other] != absent else { continue }
        for place in 0..<SchemePlace.count { slots[start + place] = slots[other + place] }
        nearest[code] = letter
        break
      }
    }
    return nearest
  }

  private static func ambiguousPairs(_ consonants: [(code: UInt16, latin: String)]) -> Set<UInt32> {
    let all = Set(consonants.map(\.latin))
    var pairs: Set<UInt32> = []
    for first in consonants {
      for second in consonants where all.contains(first.latin + second.latin) {
        pairs.insert(UInt32(first.code) << 16 | UInt32(second.code))
      }
    }
    return pairs
  }

  /// The Latin of a key in a place, or nil when the scheme has no row for it.
  @inline(__always)
  func latin(_ key: SchemeKey, _ place: SchemePlace) -> ArraySlice<UInt8>? {
    let slot = slots[key.rawValue * SchemePlace.count + place.rawValue]
    guard slot != Self.absent else { return nil }
    let offset = Int(slot >> 8)
    return pool[offset..<(offset + Int(slot & 0xFF))]
  }

  /// The Arabic of a word in this scheme's letters that is not spelled by rule.
  func irregular(_ latin: [Unicode.Scalar]) -> String? {
    irregularWords.withLock { words in
      if let words { return words[String(String.UnicodeScalarView(latin))] }
      var made: [String: String] = [:]
      for (word, spelling) in Spellings.shared.irregular where !self.words.keys.contains(word.codes) {
        var writer = SchemeWriter(table: self, capitals: .none)
        writer.write(VocalizedText(words: [word]))
        made[composed(String(decoding: writer.output, as: UTF8.self))] = spelling
      }
      words = made
      return made[String(String.UnicodeScalarView(latin))]
    }
  }

  /// Whether two letters in a row would be read as another one.
  func isAmbiguous(_ first: UInt16, _ second: UInt16) -> Bool {
    !ambiguous.isEmpty && ambiguous.contains(UInt32(first) << 16 | UInt32(second))
  }
}

/// A whole word of a scheme.
struct SchemeWord: Sendable {
  /// The word in lower case.
  let latin: String
  /// Whether it stays in lower case inside a name.
  let isLower: Bool
  /// Whether it is written together with the word before.
  let isJoined: Bool
}

/// What a row of a standard scheme is for.
struct SchemeKey: RawRepresentable, Hashable, Sendable {
  let rawValue: Int

  init(rawValue: Int) { self.rawValue = rawValue }

  /// The letter or mark itself, U+0600 to U+06FF.
  init(_ code: UInt16) { self.init(rawValue: Int(code & 0xFF)) }

  /// The key that a row's first column names; letters and marks behind a dotted circle, `◌ِيّ`.
  init?(_ text: String) {
    let scalars = text.unicodeScalars.filter { $0 != "\u{25CC}" }.map { UInt16(truncatingIfNeeded: $0.value) }
    if scalars.count == 1, (0x0600...0x06FF).contains(scalars[0]) {
      self.init(scalars[0])
    } else if let place = Self.sequences.firstIndex(of: scalars) {
      self.init(rawValue: 256 + place)
    } else {
      return nil
    }
  }

  static let longA = SchemeKey(rawValue: 256)
  static let longI = SchemeKey(rawValue: 257)
  static let stoppedI = SchemeKey(rawValue: 258)
  static let longU = SchemeKey(rawValue: 259)
  static let diphthongW = SchemeKey(rawValue: 260)
  static let diphthongY = SchemeKey(rawValue: 261)
  static let doubledI = SchemeKey(rawValue: 262)
  static let doubledU = SchemeKey(rawValue: 263)
  static let longTaMarbuta = SchemeKey(rawValue: 264)
  static let article = SchemeKey(rawValue: 265)
  static let maqsuraAn = SchemeKey(rawValue: 266)
  static let joiningY = SchemeKey(rawValue: 267)
  static let count = 256 + sequences.count

  /// A prefix and the article, when they have a row together.
  static func article(after prefix: UInt16) -> SchemeKey? {
    let sequence =
      prefix == ArabicCode.lam ? [prefix, ArabicCode.lam] : [prefix, ArabicCode.alif, ArabicCode.lam]
    return sequences.firstIndex(of: sequence).map { SchemeKey(rawValue: 256 + $0) }
  }

  private static let sequences: [[UInt16]] = [
    [0x064E, 0x0627], [0x0650, 0x064A], [0x0650, 0x064A, 0x0652], [0x064F, 0x0648], [0x064E, 0x0648],
    [0x064E, 0x064A], [0x0650, 0x064A, 0x0651], [0x064F, 0x0648, 0x0651], [0x0627, 0x0629], [0x0627, 0x0644],
    [0x064B, 0x0649], [0x064A, 0x0650],
    [0x0644, 0x0644], [0x0628, 0x0627, 0x0644], [0x0648, 0x0627, 0x0644], [0x0643, 0x0627, 0x0644],
    [0x0641, 0x0627, 0x0644],
  ]
}

/// Where in a word a row holds.
enum SchemePlace: Int, Sendable {
  case any, initial, medial, final, double, pause, construct

  static let count = 7

  init?(_ text: String) {
    switch text {
    case "": self = .any
    case "initial": self = .initial
    case "medial": self = .medial
    case "final": self = .final
    case "double": self = .double
    case "pause": self = .pause
    case "construct": self = .construct
    default: return nil
    }
  }
}
