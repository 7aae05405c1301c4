extension Scheme {
  /// Returns how the everyday spelling of the English-language press would write what is spelled in this tradition.
  ///
  /// Letters come out in lower case, a–z, without signs for ayn and hamza; spaces, numbers and punctuation stay.
  /// `Ouahiba` in the French tradition is `wahiba`, `7amza` in Arabizi `hamza`.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  /// - Parameter text: a text in the spelling of this tradition.
  /// - Returns: nil when the scheme is not of kind `reading`.
  public func everyday(_ text: String) -> String? {
    kind == .reading ? everydayReadings(text, limit: 1).first : nil
  }

  /// Returns the everyday spellings that a text can be read as, likeliest first.
  ///
  /// Some traditions write two sounds alike: Russian `Халид` is `halid` or `khalid`. The first reading takes the
  /// likelier one everywhere, those behind it take others in as few places as they can.
  ///
  /// - Parameters:
  ///   - text: a text in the spelling of this tradition. Beyond 256 letters it has only one reading.
  ///   - limit: how many readings there may be.
  /// - Returns: nothing when the scheme is not of kind `reading`.
  public func everydayReadings(_ text: String, limit: Int) -> [String] {
    guard kind == .reading, limit > 0 else { return [] }
    let text = table.reading.text(text)
    let limit = text.scalars.count > Self.longestWord ? 1 : limit
    var readings = Readings(limit: limit)
    forEachSpelling(of: text) { row, scalar, isAgain in
      guard let row else { return readings.append(scalar) }
      // "sh" doubled is "sh", as the press has it.
      if !isAgain || row.everyday[0].utf8.count < 2 { readings.append(row.everyday) }
    }
    return readings.texts
  }

  /// Returns what is spelled in this tradition in scholarly letters, where they can tell more than everyday spelling.
  ///
  /// `7amza` in Arabizi is `ḥamza`. What the tradition does not tell apart stays as everyday spelling has it.
  ///
  /// - Parameter text: a text in the spelling of this tradition.
  /// - Returns: nil when the scheme is not of kind `reading`.
  public func scholarly(_ text: String) -> String? {
    guard kind == .reading else { return nil }
    var readings = Readings(limit: 1)
    forEachSpelling(of: table.reading.text(text)) { row, scalar, isAgain in
      guard let row else { return readings.append(scalar) }
      let latin = row.scholarly.isEmpty ? row.everyday[0] : row.scholarly
      if !isAgain || latin.unicodeScalars.count < 2 { readings.append([latin]) }
    }
    return readings.texts[0]
  }

  /// Whether digits are letters of this tradition.
  package var readsDigits: Bool { kind == .reading && table.reading.knows("3") }

  /// Words longer than this are nobody's name.
  static let longestWord = 256

  /// Calls `body` with the longest spelling at each place, or the scalar where there is none.
  private func forEachSpelling(of text: ReadingText, _ body: (ReadingRow?, Unicode.Scalar, Bool) -> Void) {
    var place = 0
    var last: (spelling: [Unicode.Scalar], end: Int)?
    while place < text.scalars.count {
      let row = table.reading.longest(text, at: place)
      let isAgain = row != nil && last?.end == place && last?.spelling == row?.spelling
      body(row, text.scalars[place], isAgain)
      place += row?.spelling.count ?? 1
      last = row.map { ($0.spelling, place) }
    }
  }
}

/// The readings of a text so far, likeliest first.
private struct Readings {
  private var all: [(text: String, rank: Int)] = [("", 0)]
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  var texts: [String] {
    var seen: Set<String> = []
    return all.map(\.text).filter { seen.insert($0).inserted }
  }

  /// Appends a sign that is not a spelling of the tradition: only ASCII, and spaces.
  mutating func append(_ scalar: Unicode.Scalar) {
    let kept = scalar.properties.isWhitespace ? " " : scalar.isASCII ? String(scalar) : ""
    for place in all.indices { all[place].text += kept }
  }

  /// Appends each alternative to each reading and keeps the likeliest.
  mutating func append(_ alternatives: [String]) {
    guard limit > 1, alternatives.count > 1 else {
      for place in all.indices { all[place].text += alternatives[0] }
      return
    }
    var longer: [(text: String, rank: Int)] = []
    for (rank, alternative) in alternatives.enumerated() {
      for reading in all { longer.append((reading.text + alternative, reading.rank + rank)) }
    }
    // Equal ranks stay in the order in which they were made: the standard library's sort is stable.
    longer.sort { $0.rank < $1.rank }
    all = Array(longer.prefix(limit))
  }
}
