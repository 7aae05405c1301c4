public import ArabicText

extension NameWriter {
  /// The most skeleton keys of a name.
  private static let keyLimit = 8

  /// Returns the standard form of a name, whatever script and spelling it is written in.
  ///
  /// A name that the lexicon knows is written as its Arabic name is; of other names each word that is known, and the model
  /// reads the rest.
  ///
  /// - Parameters:
  ///   - text: a name in any spelling.
  ///   - scheme: the scheme of the standard form; it writes, and is not only a list for reading.
  /// - Returns: the form; empty for a text without a letter.
  /// - Complexity: O(*n*) in the length of the text, and the cost of looking the name up.
  public func normalize(_ text: String, scheme: Scheme) -> NormalizedName {
    let (pieces, units) = vocalized(text)
    guard !pieces.words.isEmpty else { return finished("", "", .given) }
    let readings = units.compactMap(\.readings.first)
    let arabic = pieces.text(readings)
    let normalized: String
    if scheme.kind == .letters {
      normalized = scheme.romanize(arabic)
    } else if scheme.identifier == Self.everydayScheme {
      normalized = everyday(pieces, units, scheme, 1).first?.text ?? ""
    } else {
      normalized = standard(pieces, readings, scheme)
    }
    return finished(normalized, arabic, Self.source(of: units))
  }

  /// The vocalized reading of a name in any spelling, with up to `count` readings of each word.
  func vocalized(_ text: String, best count: Int = 1) -> (pieces: ArabicPieces, units: [Unit]) {
    let hasLatin = text.unicodeScalars.contains { scalar in
      WritingSystem(scalar).map { $0 != .arabic } ?? false
    }
    let notation: LatinNotation = hasLatin ? .detected(in: text) : .unread
    if let known = wholeName(text, in: notation) ?? knownName(text, in: notation, translated: true) {
      return vocalized(known, best: count)
    }
    return hasLatin ? readLatin(text, best: count) : readArabic(text, best: count)
  }

  /// The vocalized reading of a known name.
  func vocalized(_ known: KnownName, best count: Int = 1) -> (pieces: ArabicPieces, units: [Unit]) {
    guard Scheme.isVocalized(allWordsOf: known.arabic) else { return readArabic(known.arabic, best: count) }
    let pieces = ArabicPieces(known.arabic)
    let reading = WordReading(
      arabic: pieces.words.joined(separator: " "), probability: 1, source: .lexicon, name: known.name)
    let plain = ArabicPieces(words: pieces.words, gaps: pieces.gaps.map { $0.isEmpty ? "" : " " })
    return (plain, [Unit(words: pieces.words.indices, readings: [reading])])
  }

  private func readArabic(_ text: String, best count: Int) -> (pieces: ArabicPieces, units: [Unit]) {
    let pieces = ArabicPieces(text)
    var vocalizer = Vocalizer(book: book, transducer: transducer)
    return (pieces, vocalizer.units(of: pieces, best: count))
  }

  private func readLatin(_ text: String, best count: Int) -> (pieces: ArabicPieces, units: [Unit]) {
    let notation = LatinNotation.detected(in: text)
    if case .letters(let scheme) = notation, let arabic = scheme.arabize(text) {
      return readArabic(arabic, best: count)
    }
    let latin = LatinPieces(text, notation)
    func reader(wantsVowels: Bool) -> LatinReader {
      LatinReader(
        book: book, known: lexicons.known, transducer: transducer, notation: notation, isGiven: false,
        hasSigns: false, wantsVowels: wantsVowels, lookup: lookup)
    }
    if latin.words.count > 1 {
      // Vowels that its words lack are restored.
      var letters = reader(wantsVowels: false)
      if let organization = letters.organization(text) ?? letters.frenchOrganization(text) {
        return readArabic(organization, best: count)
      }
    }
    var reader = reader(wantsVowels: true)
    var words: [String] = []
    var gaps: [String] = []
    var units: [Unit] = []
    for unit in reader.units(of: latin, best: count) {
      guard let first = unit.readings.first else { continue }
      let parts = Vocalizer.words(of: first.arabic)
      let place = unit.words.lowerBound
      gaps.append(LatinPieces.arabicGap(latin.gaps[place], isInside: latin.follows(place)))
      gaps += [String](repeating: " ", count: max(parts.count - 1, 0))
      // The readings of one unit have the same words, or stand alone.
      let readings = unit.readings.filter { Vocalizer.words(of: $0.arabic).count == parts.count }
      units.append(Unit(words: words.count..<words.count + parts.count, readings: readings))
      words += parts
    }
    gaps.append(LatinPieces.arabicGap(latin.gaps[latin.gaps.count - 1], isInside: false))
    return (ArabicPieces(words: words, gaps: gaps), units)
  }

  private func finished(_ normalized: String, _ vocalized: String, _ source: WritingSource) -> NormalizedName
  {
    let arabic = VocalizedWord.bare(vocalized)
    let name = NameText(vocalized)
    let keys = name.isEmpty ? [] : SkeletonBuilder().keys(of: name, limit: Self.keyLimit) { _ in [] }
    return NormalizedName(
      normalized: normalized, arabic: arabic,
      vocalized: String(vocalized.unicodeScalars.filter { $0 != "\u{2060}" }),
      source: source, folded: name.folded, skeletons: keys.map(Self.hexadecimal))
  }

  private static func hexadecimal(_ key: UInt64) -> String {
    let digits = String(key, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
