internal import ArabicText

/// A text cut into Arabic words and what stands between them.
struct ArabicPieces {
  /// The words, with their marks.
  private(set) var words: [String] = []
  /// What stands before each word, and behind the last one.
  private(set) var gaps: [String] = []
  /// For each word, the places of the words of its name: words with only spaces or hyphens between them.
  private(set) var names: [Range<Int>] = []

  /// Cuts a text.
  ///
  /// A mark that stands on no letter belongs to no word. Compounds that are written as one word are two. Letters that Arabic standards do
  /// not have are the nearest that they have, and an article alone is written onto what follows it: الـ BBC.
  init(_ text: String) {
    var word = String.UnicodeScalarView()
    var gap = String.UnicodeScalarView()
    func close(_ words: inout [String], _ gaps: inout [String]) {
      guard !word.isEmpty else { return }
      if VocalizedWord(String(word)).isEmpty {
        gap.append(contentsOf: word)
      } else {
        let text = Self.standard?.withNearestLetters(String(word)) ?? String(word)
        for (place, part) in VocalizedWord.parts(ofCompound: text).enumerated() {
          words.append(part)
          gaps.append(place == 0 ? String(gap) : " ")
        }
        gap = String.UnicodeScalarView()
      }
      word = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      if VocalizedWord.isPart(scalar) {
        word.append(scalar)
      } else {
        close(&words, &gaps)
        gap.append(scalar)
      }
    }
    close(&words, &gaps)
    gaps.append(String(gap))
    for place in words.indices where Self.isArticle(words[place]) {
      let gap = gaps[place + 1]
      if gap.hasPrefix(" "), gap.utf8.count > 1 { gaps[place + 1] = String(gap.dropFirst()) }
    }
    findNames()
  }

  private static let standard = try? Scheme.named(NameWriter.scholarlyScheme)

  /// The article alone, with its vowel.
  static let article = "ا\u{64E}ل"

  /// Whether a word is the article alone, as الـ is written before foreign words and numbers.
  static func isArticle(_ word: String) -> Bool { VocalizedWord.bare(word) == "ال" }

  private mutating func findNames() {
    var start = 0
    for place in 1..<max(words.count, 1) where !Self.joins(gaps[place]) {
      names.append(start..<place)
      start = place
    }
    if !words.isEmpty { names.append(start..<words.count) }
  }

  /// Whether a comma stands behind the first name.
  var isTurned: Bool {
    guard names.count > 1 else { return false }
    let gap = gaps[names[1].lowerBound].filter { $0 != " " }
    return gap == "،" || gap == ","
  }

  private static func joins(_ gap: String) -> Bool {
    gap.unicodeScalars.allSatisfy { $0 == " " || $0 == "\u{A0}" || $0 == "-" }
  }

  /// Takes words that were cut before.
  ///
  /// - Parameters:
  ///   - words: the words.
  ///   - gaps: what stands before each of them, and behind the last one.
  init(words: [String], gaps: [String]) {
    self.words = words
    self.gaps = gaps
    findNames()
  }

  /// Writes readings that say whether they are in construct; nil where rules decide that for all.
  func constructText(_ readings: [WordReading], _ scheme: Scheme) -> String? {
    guard readings.contains(where: { $0.isConstruct != nil }) else { return nil }
    var words: [VocalizedWord] = []
    for reading in readings {
      let parts = Vocalizer.words(of: reading.arabic).map { VocalizedWord($0) }
      words += parts
      if !parts.isEmpty { words[words.count - 1].isConstruct = reading.isConstruct }
    }
    guard words.count == self.words.count else { return nil }
    return scheme.romanize(words: words, gaps: gaps)
  }

  /// Writes "and" onto the next word where it stands apart, as it is often typed: و المقطم is والمقطم, and standards write a
  /// prefix with a hyphen (ALA-LC 2012, rules 16b and 20b).
  ///
  /// - Parameter readings: the readings of the words.
  /// - Returns: the text with fewer words, and a reading for each.
  func joiningPrefixes(_ readings: [WordReading]) -> (ArabicPieces, [WordReading]) {
    guard words.contains(where: Self.isAnd) else { return (self, readings) }
    var joined: (words: [String], gaps: [String], readings: [WordReading]) = ([], [], [])
    var place = 0
    var isBound = false
    for reading in readings {
      let count = Vocalizer.words(of: reading.arabic).count
      guard place + count <= words.count else { return (self, readings) }
      let end = place + count
      let isAnd = count == 1 && Self.isAnd(words[place]) && end < words.count && gaps[end] == " "
      if !isBound { joined.gaps.append(gaps[place]) }
      joined.gaps += gaps[(place + 1)..<end]
      joined.words += words[place..<end]
      if isBound {
        joined.words.remove(at: joined.words.count - 1 - count)
        joined.words[joined.words.count - count] = Self.and + joined.words[joined.words.count - count]
        joined.readings[joined.readings.count - 1] = reading.prefixed(with: Self.and)
      } else {
        joined.readings.append(reading)
      }
      isBound = isAnd
      place = end
    }
    guard place == words.count else { return (self, readings) }
    return (ArabicPieces(words: joined.words, gaps: joined.gaps + [gaps[words.count]]), joined.readings)
  }

  /// The same with units, each with all of its readings.
  func joiningPrefixes(_ units: [Unit]) -> (ArabicPieces, [Unit]) {
    let firsts = units.compactMap(\.readings.first)
    guard firsts.count == units.count else { return (self, units) }
    let (pieces, joined) = joiningPrefixes(firsts)
    guard joined.count < units.count else { return (self, units) }
    var result: [Unit] = []
    var rest = units[...]
    var place = 0
    for reading in joined {
      guard var unit = rest.popFirst() else { break }
      var readings = unit.readings
      if let next = rest.first, reading.arabic == Self.and + next.readings[0].arabic {
        unit = next
        readings = next.readings.map { $0.prefixed(with: Self.and) }
        rest.removeFirst()
      }
      result.append(Unit(words: place..<place + unit.words.count, readings: readings))
      place += unit.words.count
    }
    return (pieces, result)
  }

  private static let and = "و\u{64E}\u{2060}"

  private static func isAnd(_ word: String) -> Bool { VocalizedWord.bare(word) == "و" }

  /// Puts readings in place of the words of the text.
  func text(_ readings: [WordReading]) -> String {
    let replacements = readings.flatMap { Vocalizer.words(of: $0.arabic) }
    guard replacements.count == words.count else { return replacements.joined(separator: " ") }
    var result = ""
    for (place, word) in replacements.enumerated() {
      result += gaps[place]
      result += word
    }
    return result + gaps[gaps.count - 1]
  }
}
