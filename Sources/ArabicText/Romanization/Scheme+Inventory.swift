/// What a scheme can write, and what it has no letters for.
extension Scheme {
  /// Whether a romanized word has only letters of this scheme.
  ///
  /// Letters that stand for sounds which Arabic does not have ("p", "v", "ch") must be written in the Arabic word as well: ALA-LC 2012
  /// romanizes what is written, and پ, ڤ, چ are letters of their own (rule 6d).
  ///
  /// - Parameters:
  ///   - latin: a romanized word, in lower case.
  ///   - arabic: the word in Arabic letters.
  /// - Returns: whether rules could have written it.
  package func canWrite(_ latin: String, for arabic: String) -> Bool {
    let scalars = Array(latin.unicodeScalars)
    var place = 0
    while place < scalars.count {
      let found = table.inventory[scalars[place]]?.first { spelling in
        scalars[place...].starts(with: spelling.latin)
          && (spelling.letters.isEmpty
            || VocalizedWord(arabic).letters.contains { spelling.letters.contains($0.code) })
      }
      if let found {
        place += found.latin.count
      } else if scalars[place] == "-" || table.settings.separator.unicodeScalars.contains(scalars[place]) {
        place += 1
      } else {
        return false
      }
    }
    return true
  }

  /// Whether each letter of a word that Arabic itself does not have is in its romanization.
  package func showsForeignLetters(of arabic: String, in latin: String) -> Bool {
    VocalizedWord(arabic).letters.allSatisfy { letter in
      guard letter.code > ArabicCode.ya,
        let written = table.latin(SchemeKey(letter.code), .any)
      else { return true }
      return latin.contains(String(decoding: written, as: UTF8.self))
    }
  }

  /// Replaces letters that this scheme has no row for by those that are nearest.
  ///
  /// The Kurdish ە inside a word is the short vowel on the letter before it.
  package func withNearestLetters(_ word: String) -> String {
    let scalars = Array(word.unicodeScalars)
    guard scalars.contains(where: { $0.value > 0x671 && $0.value < 0x780 }) else { return word }
    var result = String.UnicodeScalarView()
    for (place, scalar) in scalars.enumerated() {
      let scalar = NearestLetters.basic(for: scalar) ?? scalar
      if scalar == Self.kurdishE {
        let hasLetter = result.last.map { VocalizedWord.contains($0) && $0.properties.isAlphabetic } ?? false
        if hasLetter, result.last?.properties.generalCategory == .otherLetter { result.append("\u{64E}") }
        if place + 1 == scalars.count || !hasLetter { result.append("ه") }
      } else if !VocalizedWord.isReadAsArabic(scalar), let code = UInt16(exactly: scalar.value),
        let nearest = table.nearest[code].flatMap({ Unicode.Scalar($0) })
      {
        result.append(nearest)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static let kurdishE: Unicode.Scalar = "\u{6D5}"
}

/// What rows of a standard write.
struct SchemeSpelling: Sendable {
  let latin: [Unicode.Scalar]
  /// The letters it is for when Arabic itself has none of them; nothing when it has.
  let letters: Set<UInt16>

  /// The spellings of all rows by their first letter, the longest first.
  static func all(of rows: SchemeRows) -> [Unicode.Scalar: [SchemeSpelling]] {
    var letters: [String: Set<UInt16>] = [:]
    var isArabic: Set<String> = []
    for (slot, latin) in rows.latin where !latin.isEmpty {
      let raw = slot.key.rawValue
      if raw > 0x70, raw <= 0xFF {
        letters[latin, default: []].insert(0x600 | UInt16(raw))
      } else {
        isArabic.insert(latin)
      }
    }
    let all = isArabic.union(letters.keys).sorted()
    let spellings = all.map { latin in
      SchemeSpelling(
        latin: Array(latin.unicodeScalars), letters: isArabic.contains(latin) ? [] : letters[latin] ?? [])
    }.sorted { $0.latin.count > $1.latin.count }
    return Dictionary(grouping: spellings) { $0.latin[0] }
  }
}
