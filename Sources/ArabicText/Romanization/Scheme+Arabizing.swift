extension Scheme {
  /// Returns the Arabic that is written in a scheme's letters.
  ///
  /// Letter-for-letter schemes are read back exactly. The others are read by rule into vocalized Arabic, as well as the
  /// scheme's letters allow: where it writes two letters alike, the more usual one is taken.
  ///
  /// - Returns: nil when a letter is not of the scheme, and for schemes that are only a list for reading.
  public func arabize(_ latin: String) -> String? {
    switch kind {
    case .letters: return table.letters.arabic(for: latin, hasCapitals: table.settings.hasCapitals)
    case .reading: return nil
    case .standard:
      var reader = SchemeReader(scheme: self)
      return reader.read(latin)
    }
  }
}

extension Scheme {
  /// Whether the scheme writes an Arabic text so, whatever the capitals and the signs for ayn and hamza.
  package func writes(_ arabic: String, as latin: String) -> Bool {
    table.pieces.canonical(romanize(arabic)) == table.pieces.canonical(latin)
  }

  /// Whether a text is what the scheme writes for an Arabic text, but that it may leave out the h of ة (ta marbuta) and
  /// each sign on letters, for ayn and for hamza that it has nowhere.
  ///
  /// Tahrir and Tahrīr are تَحْرِير in ALA-LC, and Wakālat is not وَكَالَات: it has macrons, and where it has none the vowel is
  /// short.
  package func writes(_ arabic: String, asPartly latin: String) -> Bool {
    let (full, part) = (signs(romanize(arabic)), signs(latin))
    func mayLack(_ sign: Unicode.Scalar) -> Bool {
      (sign == "'" || sign.properties.generalCategory == .nonspacingMark) && !part.contains(sign)
    }
    var place = 0
    for (index, sign) in full.enumerated() {
      if place < part.count, part[place] == sign {
        place += 1
        continue
      }
      let endsWord = index + 1 == full.count || full[index + 1] == " "
      guard mayLack(sign) || sign == "h" && endsWord else { return false }
    }
    return place == part.count
  }

  /// The letters of a text and the signs on them, with one sign for ayn and hamza and a space for each hyphen.
  private func signs(_ latin: String) -> [Unicode.Scalar] {
    decomposed(table.pieces.canonical(latin)).unicodeScalars.map { sign in
      sign == "-" ? " " : LatinPieces.isAynOrHamza(sign) ? "'" : sign
    }
  }

  /// Whether a word is an article or a prefix that the scheme writes before the next one.
  package func binds(_ word: String, to next: String, hyphen: Bool) -> Bool {
    func scalars(_ text: String) -> [Unicode.Scalar] { Array(composed(text.lowercased()).unicodeScalars) }
    return table.pieces.prefix(scalars(word), before: scalars(next), hyphen: hyphen) != nil
  }
}

/// Reads a text in the letters of a standard scheme.
struct SchemeReader {
  private let scheme: Scheme
  private let pieces: LatinPieces
  private var result = ""

  init(scheme: Scheme) {
    self.scheme = scheme
    pieces = scheme.table.pieces
  }

  /// A part of a word: the letters between hyphens and spaces, and what stands before it.
  private struct Part {
    var text: [Unicode.Scalar] = []
    var before: [Unicode.Scalar] = []
    /// Whether it begins with a capital.
    var isCapital = false
  }

  /// Where a word stands.
  private struct Surroundings {
    /// Whether the word begins a name: the text, or a name inside it, which shows by its capital.
    let isFirst: Bool
    let hasArticle: Bool
    let hasNext: Bool
    let isBeforeArticle: Bool
    let isBeforeTrailing: Bool
  }

  /// Returns the text in vocalized Arabic, or nil when a letter is not of the scheme.
  mutating func read(_ latin: String) -> String? {
    let parts = Self.parts(of: composed(latin), pieces)
    var place = 0
    var isBound = false
    var isFirst = true
    var hasArticle = false
    while place < parts.count {
      let part = parts[place]
      let next = place + 1 < parts.count ? parts[place + 1] : nil
      if !isBound { append(gap: part.before, isWord: !part.text.isEmpty) }
      isBound = false
      if part.text.isEmpty { break }
      if let next, let prefix = pieces.prefix(part.text, before: next.text, hyphen: next.before == ["-"]) {
        result += prefix
        isBound = true
        hasArticle = prefix.unicodeScalars.last == "ل" || hasArticle
      } else {
        let afterNext = place + 2 < parts.count ? parts[place + 2] : nil
        let isBeforeArticle = pieces.isArticle(next?.text ?? [], before: afterNext?.text ?? [])
        let surroundings = Surroundings(
          isFirst: isFirst || part.isCapital, hasArticle: hasArticle,
          hasNext: next.map { !$0.text.isEmpty || Self.beginsWithNumber($0.before) } ?? false,
          isBeforeArticle: isBeforeArticle,
          isBeforeTrailing: next.map { isTrailing($0.text) } ?? false)
        guard let word = word(part.text, surroundings) else { return nil }
        result += word
        hasArticle = false
      }
      isFirst = false
      place += 1
    }
    return result
  }

  /// Whether a number is next, as in "the year 1948".
  private static func beginsWithNumber(_ gap: [Unicode.Scalar]) -> Bool {
    gap.count > 1 && gap[0] == " " && ("0"..."9").contains(gap[1])
  }

  private mutating func append(gap: [Unicode.Scalar], isWord: Bool) {
    // The hyphens of compounds are spaces in Arabic.
    if gap == ["-"], isWord {
      result += " "
    } else {
      result.unicodeScalars.append(contentsOf: gap)
    }
  }

  private func word(_ text: [Unicode.Scalar], _ surroundings: Surroundings) -> String? {
    let hasArticle = surroundings.hasArticle
    // Behind the article "ibn" has its alif too: جورج بوش الابن.
    if let fixed = pieces.word(text, isFirst: surroundings.isFirst || hasArticle)
      ?? irregular(text, hasArticle: hasArticle)
    {
      return hasArticle ? ArabicSpeller.doublingSunLetter(fixed) : fixed
    }
    guard var sounds = pieces.sounds(of: text) else { return nil }
    pieces.restoreTaMarbuta(&sounds, beforeArticle: surroundings.isBeforeArticle && !hasArticle)
    if surroundings.hasNext, !hasArticle {
      restoreHead(&sounds, isBeforeTrailing: surroundings.isBeforeTrailing)
    }
    return ArabicSpeller.spell(sounds, hasArticle: hasArticle)
  }

  /// A word that is not spelled by rule; behind the article only one whose letters show how it is read.
  private func irregular(_ text: [Unicode.Scalar], hasArticle: Bool) -> String? {
    scheme.table.irregular(text).flatMap { hasArticle && !VocalizedWord($0).hasMarks ? nil : $0 }
  }

  /// Gives a noun that begins a construct, as "the city of", its ة back, which is written "t" there.
  private func restoreHead(_ sounds: inout [WordReading.Sound], isBeforeTrailing: Bool) {
    guard let last = sounds.last, last.letter == ArabicCode.ta, last.vowel == .none, !last.isDoubled else {
      return
    }
    var head = sounds
    head[head.count - 1] = WordReading.Sound(letter: ArabicCode.taMarbuta)
    let codes = VocalizedWord(ArabicSpeller.spell(head, hasArticle: false)).codes
    guard isBeforeTrailing || Spellings.shared.isHead(codes) else { return }
    sounds = head
  }

  /// Whether a word makes one name with any word before it, as Allah does.
  private func isTrailing(_ text: [Unicode.Scalar]) -> Bool {
    guard let word = scheme.table.irregular(text) else { return false }
    return Spellings.shared.role(of: VocalizedWord(word).codes) == .trailing
  }

  private static func parts(of text: String, _ pieces: LatinPieces) -> [Part] {
    var parts = [Part()]
    for scalar in text.unicodeScalars {
      let lower = Array(scalar.properties.lowercaseMapping.unicodeScalars)
      if lower.allSatisfy(pieces.isLetter) {
        if parts[parts.count - 1].text.isEmpty { parts[parts.count - 1].isCapital = lower != [scalar] }
        parts[parts.count - 1].text += lower
      } else {
        if !parts[parts.count - 1].text.isEmpty { parts.append(Part()) }
        parts[parts.count - 1].before.append(scalar)
      }
    }
    return parts
  }
}
