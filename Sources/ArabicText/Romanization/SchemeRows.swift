/// What a scheme's file says, and before it the file that it builds on.
struct SchemeRows {
  var name = ""
  var kind = Scheme.Kind.standard
  var settings = SchemeSettings()
  var latin: [SlotName: String] = [:]
  var words = SpellingDictionary<SchemeWord>()
  /// Words that are written otherwise where they begin a name.
  var openings = SpellingDictionary<SchemeWord>()
  /// Words that are written in lower case inside a text.
  var smallWords: Set<[UInt16]> = []
  /// What interscript's maps call the scheme.
  var interscript: [String] = []
  /// ICU's transform for the scheme.
  var icuTransform: String?
  var examples: [SchemeExample] = []
  var letters: [LetterMap.Row] = []
  /// The rows of a reading scheme.
  var readings: [ReadingRow] = []
  var readingLetters = ReadingLetters()
  /// The first thing in the file that could not be understood.
  var problem: String?

  /// A key and a place.
  struct SlotName: Hashable {
    let key: SchemeKey
    let place: SchemePlace
  }

  /// Reads the file of the scheme at a place of `DataTable`.
  init(place: Int) {
    let table = DataTable.scheme(place)
    var base: Int?
    table.forEachSetting { key, row in if key == "base" { base = Scheme.place(of: row[0]) } }
    if let base { self = SchemeRows(place: base) }
    examples = []
    interscript = []
    icuTransform = nil
    table.forEachSetting { key, row in take(key, row) }
    let ofBase = readings
    readings = []
    table.forEachRow { take($0) }
    // A spelling that the file has is read as it says, wherever it stands.
    let spellings = Set(readings.map(\.spelling))
    readings += ofBase.filter { !spellings.contains($0.spelling) }
  }

  /// The consonants, for finding those that could be mistaken for another.
  var consonants: [(code: UInt16, latin: String)] {
    latin.compactMap { slot, text in
      guard slot.place == .any, (0x21...0x4A).contains(slot.key.rawValue) || slot.key.rawValue > 0x70,
        slot.key.rawValue < 0xFF, slot.key.rawValue != 0x29, !text.isEmpty
      else { return nil }
      return (0x0600 | UInt16(slot.key.rawValue), text)
    }
  }

  private mutating func take(_ key: String, _ row: DataTable.Row) {
    switch key {
    case "name": name = row[0]
    case "interscript": interscript.append(row[0])
    case "icu": icuTransform = row[0]
    case "source", "base", "note", "detect": break
    case "example": examples.append(SchemeExample(arabic: row[0], latin: row[1], everyday: row[2]))
    case "kind":
      guard let kind = Scheme.Kind(rawValue: row[0]) else { return report("kind \(row[0])") }
      self.kind = kind
      if kind == .letters { settings.hasCapitals = false }
    default:
      let isKnown =
        kind == .reading ? readingLetters.set(key, to: row[0]) : settings.set(key, to: row[0])
      if !isKnown { report("setting \(key) \(row[0])") }
    }
  }

  private mutating func take(_ row: DataTable.Row) {
    if kind == .reading { return takeReading(row) }
    let (arabic, latin, place) = (row[0], row[1], row[2])
    if kind == .letters {
      guard let scalar = Self.scalar(arabic) else { return report("letter \(arabic)") }
      letters.append(LetterMap.Row(arabic: scalar, latin: latin, isFinal: place == "final"))
    } else if place == "small" {
      smallWords.insert(VocalizedWord(arabic).codes)
    } else if place == "word" || place == "lower" || place == "joined" || place == "opening" {
      let parts = arabic.split(separator: " ").map { VocalizedWord(String($0)).codes }
      let codes = Array(parts.joined(separator: [0x20]))
      let word = SchemeWord(latin: latin, isLower: place == "lower", isJoined: place == "joined")
      if place == "opening" { openings[codes] = word } else { words[codes] = word }
    } else if let key = SchemeKey(arabic), let place = SchemePlace(place) {
      self.latin[SlotName(key: key, place: place)] = latin
    } else {
      report("row \(arabic) \(place)")
    }
  }

  private mutating func takeReading(_ row: DataTable.Row) {
    let reading = ReadingRow(
      spelling: row[0], arabic: row[1], everyday: row[2], place: row[3], scholarly: row[4])
    guard let reading else { return report("row \(row[0]) \(row[3])") }
    readings.append(reading)
  }

  private mutating func report(_ text: String) { if problem == nil { problem = text } }

  /// The scalar that a column has, as itself or as U+064E.
  private static func scalar(_ text: String) -> Unicode.Scalar? {
    if text.hasPrefix("U+") { return UInt32(text.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init) }
    return text.unicodeScalars.first
  }
}

/// An example in a scheme's file.
struct SchemeExample: Sendable {
  let arabic: String
  let latin: String
  /// How everyday spelling has it; only in reading schemes.
  let everyday: String
}

/// Rules of a scheme that its letters cannot say.
struct SchemeSettings: Sendable {
  /// When the article has a capital letter.
  enum ArticleCapital: String { case never, first, always }

  /// What stands between the article and its word.
  var article = "-"
  /// Whether the article takes the sound of a sun letter.
  var assimilates = false
  var articleCapital = ArticleCapital.never
  /// Whether the article loses its vowel behind a vowel.
  var elides = false
  /// What stands between a prefix and its word.
  var prefix = "-"
  /// What stands inside compounds of names.
  var compound = " "
  /// What stands between letters that would be read as another letter; nothing when there is no such sign.
  var separator = ""
  /// Whether names have capital letters.
  var hasCapitals = true

  /// Sets what a header line says, or returns false when it means nothing.
  mutating func set(_ key: String, to value: String) -> Bool {
    switch key {
    case "article": article = Self.sign(value)
    case "assimilation": assimilates = value == "yes"
    case "article-capital":
      guard let capital = ArticleCapital(rawValue: value) else { return false }
      articleCapital = capital
    case "elision": elides = value == "yes"
    case "prefix": prefix = Self.sign(value)
    case "compound": compound = Self.sign(value)
    case "separator": separator = Self.sign(value)
    case "capitals": hasCapitals = value == "yes"
    default: return false
    }
    return true
  }

  private static func sign(_ value: String) -> String {
    switch value {
    case "hyphen": "-"
    case "space": " "
    case "none": ""
    default: value
    }
  }
}
