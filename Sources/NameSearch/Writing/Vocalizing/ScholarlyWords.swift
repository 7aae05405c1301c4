internal import ArabicText

/// Puts the model's own romanization of words in place of what rules make of its vowels.
enum ScholarlyWords {
  /// Replaces the words of a romanized text that the model wrote.
  ///
  /// - Parameters:
  ///   - text: the text as rules write it.
  ///   - readings: its words in order.
  ///   - scheme: the scheme.
  /// - Returns: the text; as it was where its words cannot be told apart.
  static func replace(in text: String, _ readings: [WordReading], _ scheme: Scheme) -> String {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    // A word may be written as two: "ʻAbd al-Raḥmān" for one that is written together.
    let counts = readings.map { reading in
      scheme.romanize(reading.arabic).split(separator: " ", omittingEmptySubsequences: false).count
    }
    guard counts.reduce(0, +) == parts.count else { return text }
    var result: [String] = []
    var place = 0
    for (reading, count) in zip(readings, counts) {
      let written = parts[place..<place + count].joined(separator: " ")
      if let scholarly = reading.scholarly, reading.source == .model, count == 1,
        let replaced = replace(written, by: scholarly)
      {
        result.append(replaced)
      } else {
        result.append(written)
      }
      place += count
    }
    return result.joined(separator: " ")
  }

  /// Takes the capitals and the punctuation around a word over to another way to write it.
  private static func replace(_ written: String, by scholarly: String) -> String? {
    let scalars = Array(written.unicodeScalars)
    guard let first = scalars.firstIndex(where: isPart), let last = scalars.lastIndex(where: isPart),
      scalars[first...last].allSatisfy({ isPart($0) || $0 == "-" })
    else { return nil }
    let hasCapital = scalars.contains { $0.properties.isUppercase }
    let core = hasCapital ? NameCapitals.applied(to: scholarly) : scholarly
    return String(String.UnicodeScalarView(scalars[..<first])) + core
      + String(String.UnicodeScalarView(scalars[(last + 1)...]))
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.generalCategory == .modifierLetter
      || scalar.properties.generalCategory == .nonspacingMark || scalar == "ʹ"
  }
}

/// Gives romanized words the capitals of names: not the article and prefixes, but what is behind them.
enum NameCapitals {
  /// Returns a romanized word with the capitals of a name.
  ///
  /// - Parameter word: a word in lower case, with hyphens behind its article and prefixes.
  /// - Returns: the word with capitals.
  static func applied(to word: String) -> String {
    guard word.utf8.contains(where: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }) else {
      return capitalized(word)
    }
    return word.split(separator: " ", omittingEmptySubsequences: false).map { part in
      var pieces = part.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
      guard let last = pieces.indices.last else { return String(part) }
      // Hyphens behind anything else join two names.
      for place in pieces.indices where place == last || !bound.contains(pieces[place]) {
        pieces[place] = capitalized(pieces[place])
      }
      return pieces.joined(separator: "-")
    }.joined(separator: " ")
  }

  /// The article and the prefixes in the letters that the model writes.
  private static let bound: Set<String> = ["al", "el", "wa", "fa", "bi", "li", "ka", "lil"]

  /// Makes the first letter a capital; signs for ayn and hamza before it stay.
  static func capitalized(_ word: String) -> String {
    if let first = word.utf8.first, UInt8(ascii: "a")...UInt8(ascii: "z") ~= first {
      var bytes = Array(word.utf8)
      bytes[0] &= ~0x20
      return String(decoding: bytes, as: UTF8.self)
    }
    var result = String.UnicodeScalarView()
    var isDone = false
    for scalar in word.unicodeScalars {
      if !isDone, scalar.properties.isLowercase, scalar.properties.generalCategory != .modifierLetter {
        result.append(contentsOf: scalar.properties.titlecaseMapping.unicodeScalars)
        isDone = true
      } else {
        isDone = isDone || scalar.properties.isUppercase
        result.append(scalar)
      }
    }
    return String(result)
  }
}
