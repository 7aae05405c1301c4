/// A row of a reading scheme: a spelling, and what it is read as.
struct ReadingRow: Sendable {
  /// The spelling, in lower case.
  let spelling: [Unicode.Scalar]
  /// The Arabic letters that it can stand for, folded as in `Letters/arabic.tsv`; nothing where it may not be heard.
  let arabic: [[UInt16]]
  /// How everyday spelling writes it, likeliest first.
  let everyday: [String]
  /// Where it holds.
  let place: ReadingPlace
  /// How scholarly spelling writes it, where the spelling tells more than everyday spelling can.
  let scholarly: String

  /// Reads a line; nil when it names a place that there is not.
  init?(spelling: String, arabic: String, everyday: String, place: String, scholarly: String) {
    guard let place = ReadingPlace(place), !spelling.isEmpty else { return nil }
    self.spelling = Array(spelling.unicodeScalars)
    self.arabic = arabic.split(separator: "|").map { $0 == "-" ? [] : Self.folded(String($0)) }
    let everyday = everyday.split(separator: "|").map { $0 == "-" ? "" : String($0) }
    self.everyday = everyday.isEmpty ? [""] : everyday
    self.place = place
    self.scholarly = scholarly
  }

  /// Whether the spelling has a sign that is not a letter; such a spelling is never taken apart.
  var isWhole: Bool { spelling.contains { !$0.properties.isAlphabetic } }

  /// The folded letters of an Arabic text, its spaces and marks left out.
  static func folded(_ arabic: String) -> [UInt16] {
    ICU.normalized(arabic, ICU.Normalizer.nfkcCasefold).unicodeScalars.compactMap { scalar in
      guard WritingSystem(scalar) == .arabic, scalar.value <= 0xFFFF else { return nil }
      return LetterTable.shared.fold(UInt16(scalar.value))
    }
  }
}

/// Conditions on the place of a spelling, all of which must hold.
struct ReadingPlace: OptionSet, Sendable {
  let rawValue: UInt16

  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// At the beginning of a word, at its end.
  static let initial = ReadingPlace(rawValue: 1)
  static let final = ReadingPlace(rawValue: 2)
  /// Before any vowel, a vowel of the front or back of the mouth, a consonant.
  static let beforeVowel = ReadingPlace(rawValue: 4)
  static let beforeFront = ReadingPlace(rawValue: 8)
  static let beforeBack = ReadingPlace(rawValue: 16)
  static let beforeConsonant = ReadingPlace(rawValue: 32)
  /// Before a letter that is written twice.
  static let beforeDouble = ReadingPlace(rawValue: 64)
  /// Behind any vowel, a vowel of the back of the mouth, a consonant.
  static let afterVowel = ReadingPlace(rawValue: 128)
  static let afterBack = ReadingPlace(rawValue: 256)
  static let afterConsonant = ReadingPlace(rawValue: 512)
  /// Neither at the beginning nor at the end of a word.
  static let medial = ReadingPlace(rawValue: 1024)

  private static let named: [String: ReadingPlace] = [
    "initial": .initial, "medial": .medial, "final": .final, "word": [.initial, .final],
    "before-vowel": .beforeVowel, "before-front": .beforeFront, "before-back": .beforeBack,
    "before-consonant": .beforeConsonant, "before-double": .beforeDouble,
    "after-vowel": .afterVowel, "after-back": .afterBack, "after-consonant": .afterConsonant,
    "between-vowels": [.afterVowel, .beforeVowel],
  ]

  /// Reads names with spaces between them, or returns nil when there is no such place.
  init?(_ text: String) {
    self = []
    for name in text.split(separator: " ") {
      guard let place = Self.named[String(name)] else { return nil }
      formUnion(place)
    }
  }

  /// How many conditions there are: a row with more of them goes before one with fewer.
  var narrowness: Int { rawValue.nonzeroBitCount }
}
