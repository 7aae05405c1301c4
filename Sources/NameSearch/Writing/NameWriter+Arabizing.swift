public import ArabicText

extension NameWriter {
  /// What a known name is worth beside other ways to read a text.
  private static let knownWeight = 0.9

  /// Writes text in Latin letters, or in another script, in Arabic.
  ///
  /// Text in Arabic, digits and punctuation pass through.
  ///
  /// - Parameters:
  ///   - text: a text, of one or more lines.
  ///   - scheme: how it spells Arabic; nil to find out: letter for letter, by the rules of a standard, with digits for
  ///     letters, or in everyday spelling.
  ///   - count: the most outputs to return; of long texts and of several lines there is one.
  ///   - vowels: whether to write vowel marks.
  /// - Returns: the ways to write it, likeliest first; none when a letter-for-letter scheme does not have its signs.
  /// - Complexity: O(*n*) in the length of the text, times the count.
  public func arabize(
    _ text: String, scheme: Scheme? = nil, best count: Int = 1, vowels: Bool = false
  ) -> Written {
    let notation = scheme.map(LatinNotation.init) ?? .detected(in: text)
    func written(_ outputs: [Written.Output], _ source: WritingSource, isPassed: Bool = false) -> Written {
      Written(outputs: outputs, scheme: notation.identifier, source: source, isPassedThrough: isPassed)
    }
    if case .letters(let scheme) = notation {
      guard let arabic = scheme.arabize(text) else { return written([], .given) }
      return written([.init(text: vowels ? arabic : VocalizedWord.bare(arabic), score: 1)], .given)
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      LatinPieces(String($0), notation)
    }
    guard lines.contains(where: { $0.words.contains(where: \.isLatin) }) else {
      return written([.init(text: text, score: 1)], .given, isPassed: true)
    }
    let wordCount = lines.reduce(0) { $0 + $1.words.count }
    let count = lines.count > 1 || wordCount > Self.longestForSeveral ? 1 : max(count, 1)
    var reader = LatinReader(
      book: book, known: lexicons.known, transducer: transducer, notation: notation, isGiven: scheme != nil,
      hasSigns: LatinNotation.hasSigns(text), wantsVowels: vowels, lookup: lookup)
    var source = WritingSource.given
    let answers = zip(lines, text.split(separator: "\n", omittingEmptySubsequences: false)).map {
      line, text in
      let known = knownName(String(text), notation, isGiven: scheme != nil)
      let translated =
        known == nil && scheme == nil
        ? reader.organization(String(text)) ?? reader.frenchOrganization(String(text)) : nil
      return arabize(line, known?.arabic ?? translated, &reader, count, vowels, &source)
    }
    if answers.count == 1 { return written(answers[0], source) }
    let score = answers.reduce(1) { $0 * ($1.first?.score ?? 1) }
    let joined = answers.map { $0.first?.text ?? "" }.joined(separator: "\n")
    return written([.init(text: joined, score: score)], source)
  }

  private func arabize(
    _ pieces: LatinPieces, _ known: String?, _ reader: inout LatinReader, _ count: Int, _ vowels: Bool,
    _ source: inout WritingSource
  ) -> [Written.Output] {
    func finished(_ arabic: String) -> String { vowels ? arabic : VocalizedWord.bare(arabic) }
    var outputs: [(text: String, weight: Double)] = []
    if let known, !isUnvocalized(known, vowels) {
      outputs.append((finished(known), Self.knownWeight))
      source = max(source, .lexicon)
      if count == 1 { return [.init(text: outputs[0].text, score: 1)] }
    }
    let units = reader.units(of: pieces, best: count)
    let share = outputs.isEmpty ? 1 : 1 - Self.knownWeight
    if outputs.isEmpty { source = max(source, Self.source(of: units)) }
    let combinations = BestCombinations.find(units.map { $0.readings.map(\.probability) }, count: count)
    for (choices, weight) in combinations {
      let readings = zip(units, choices).map { $0.readings[$1] }
      outputs.append((finished(pieces.arabic(units, readings)), weight * share))
    }
    return Array(Self.distinct(outputs).prefix(count))
  }

  /// The name of the lexicon that a text spells: in a standard, one that the standard writes so, or would but for signs
  /// that are left out.
  private func knownName(_ text: String, _ notation: LatinNotation, isGiven: Bool) -> KnownName? {
    guard let standard = notation.scholarly else {
      // One word may be a name that happens to mean something in English.
      let isOneWord = !text.contains(" ")
      return wholeName(text, in: notation)
        ?? (isOneWord ? nil : knownName(text, in: notation, translated: true))
    }
    if let exact = knownName(text, accepting: { standard.writes($0, as: text) }) { return exact }
    guard standard.arabize(text) != nil else { return knownName(text) }
    let hasSigns = LatinNotation.hasSigns(text)
    // Whoever names the standard and uses its signs leaves none out.
    if isGiven, hasSigns { return nil }
    guard isGiven || hasSigns else { return knownName(text) }
    return knownName(text, accepting: { standard.writes($0, asPartly: text) })
  }

  private func isUnvocalized(_ arabic: String, _ vowels: Bool) -> Bool {
    vowels && !Scheme.isVocalized(allWordsOf: arabic)
  }
}

extension LatinPieces {
  /// Puts Arabic words in the places of units.
  func arabic(_ units: [Unit], _ readings: [WordReading]) -> String {
    var result = ""
    for (unit, reading) in zip(units, readings) {
      result += Self.arabicGap(gaps[unit.words.lowerBound], isInside: follows(unit.words.lowerBound))
      result += reading.arabic
    }
    return result + Self.arabicGap(gaps[gaps.count - 1], isInside: false)
  }

  /// What stands between words in Arabic: a space for a hyphen, and Arabic signs.
  static func arabicGap(_ gap: String, isInside: Bool) -> String {
    if isInside { return " " }
    return String(
      String.UnicodeScalarView(
        gap.unicodeScalars.map { scalar in
          switch scalar {
          case ",": "،"
          case ";": "؛"
          case "?": "؟"
          default: scalar
          }
        }))
  }
}
