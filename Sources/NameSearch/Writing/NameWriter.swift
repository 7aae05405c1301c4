public import ArabicText

/// Writes names in the other script and in standard forms.
///
/// The lexicon wins over the model: a name or a word that it knows is written as it says, and the model fills in the
/// rest. Only a single word inside a text gives way, where the model is sure of another. Each answer says where it comes from.
public struct NameWriter: Sendable {
  /// The lexicons that are asked.
  public let lexicons: LexiconSet
  let transducer: Transducer
  let book: WordBook
  let spelledNames: SpelledNames

  /// The scheme that writes names as the press does; the model's everyday spellings are of this kind.
  public static let everydayScheme = "common"
  /// The scheme in which the model restores vowels.
  static let scholarlyScheme = "ala-lc"
  /// Beyond this count of words only the likeliest way to write a text is looked for.
  static let longestForSeveral = 64

  /// Makes a writer.
  ///
  /// - Parameters:
  ///   - lexicons: what is known.
  ///   - transducer: the model for what is not.
  public init(lexicons: LexiconSet, transducer: Transducer = .carried) {
    self.lexicons = lexicons
    self.transducer = transducer
    book = WordBook(lexicons.lexicons)
    spelledNames = SpelledNames(lexicons)
  }

  /// Writes Arabic text in Latin letters.
  ///
  /// Vowels that are not written are restored. Text in other scripts, digits and punctuation pass through. Schemes that
  /// go letter for letter are applied to the text as it stands.
  ///
  /// - Parameters:
  ///   - text: a text, of one or more lines.
  ///   - scheme: a scheme that writes, and is not only a list for reading.
  ///   - count: the most outputs to return; of long texts there is one.
  /// - Returns: the ways to write it, likeliest first.
  /// - Complexity: O(*n*) in the length of the text, times the count.
  public func romanize(_ text: String, scheme: Scheme, best count: Int = 1) -> Written {
    let pieces = ArabicPieces(text)
    guard !pieces.words.isEmpty else {
      // Digits and punctuation have Latin twins.
      let written = scheme.kind == .letters ? text : scheme.romanize(text)
      return Written(
        outputs: [.init(text: written, score: 1)], scheme: scheme.identifier, source: .given,
        isPassedThrough: written == text)
    }
    if scheme.kind == .letters {
      let output = Written.Output(text: scheme.romanize(text), score: 1)
      return Written(outputs: [output], scheme: scheme.identifier, source: .given, isPassedThrough: false)
    }
    let count = pieces.words.count > Self.longestForSeveral ? 1 : max(count, 1)
    var vocalizer = Vocalizer(book: book, transducer: transducer)
    let units = vocalizer.units(of: pieces, best: count)
    let outputs =
      scheme.identifier == Self.everydayScheme
      ? everyday(pieces, units, scheme, count) : standard(pieces, units, scheme, count)
    return Written(
      outputs: outputs, scheme: scheme.identifier, source: Self.source(of: units), isPassedThrough: false)
  }

  static func source(of units: [Unit]) -> WritingSource {
    units.reduce(.given) { max($0, $1.readings.first?.source ?? .given) }
  }

  // MARK: By rule

  private func standard(
    _ pieces: ArabicPieces, _ units: [Unit], _ scheme: Scheme, _ count: Int
  ) -> [Written.Output] {
    let combinations = BestCombinations.find(units.map { $0.readings.map(\.probability) }, count: count)
    return Self.distinct(
      combinations.map { choices, weight in
        let readings = zip(units, choices).map { $0.readings[$1] }
        return (standard(pieces, readings, scheme), weight)
      })
  }

  /// Writes one reading of a text.
  func standard(_ pieces: ArabicPieces, _ readings: [WordReading], _ scheme: Scheme) -> String {
    var (pieces, readings) = pieces.joiningPrefixes(readings)
    if scheme.identifier == Self.scholarlyScheme { asHeading(pieces, &readings) }
    let text = pieces.constructText(readings, scheme) ?? scheme.romanize(pieces.text(readings))
    let isScholarly = scheme.identifier == Self.scholarlyScheme && readings.contains { $0.scholarly != nil }
    return isScholarly ? ScholarlyWords.replace(in: text, readings, scheme) : text
  }

  /// Takes the article from a family name that stands before the given names, as the headings of libraries have it: المصري، علي
  /// is Miṣrī, ʻAlī (Arabic NACO Manual, References).
  ///
  /// What stands behind the comma must be a known part of names of persons, so places in a row keep theirs.
  private func asHeading(_ pieces: ArabicPieces, _ readings: inout [WordReading]) {
    guard pieces.names.count > 1, let first = readings.first, VocalizedWord(first.arabic).beginsWithArticle,
      pieces.isTurned
    else { return }
    var place = 0
    for reading in readings {
      if place == pieces.names[1].lowerBound {
        guard isPersonal(reading) else { return }
        break
      }
      place += Vocalizer.words(of: reading.arabic).count
    }
    guard place == pieces.names[1].lowerBound else { return }
    readings[0] = first.withoutArticle
  }

  /// Whether a name of a person can begin so: with a part of such names, a known person, or with Abu, Abd or Ibn.
  private func isPersonal(_ reading: WordReading) -> Bool {
    if let name = reading.name, book.isPersonal(name) || book.isPerson(name) { return true }
    switch NameText(reading.arabic).words.first?.particle?.kind {
    case .kunya, .nasab, .servant: return true
    case .article, .din, .allah, .prefix, nil: return false
    }
  }

  /// Outputs in the order of their scores, equal ones added up.
  static func distinct(_ outputs: [(text: String, weight: Double)]) -> [Written.Output] {
    var order: [String] = []
    var weights: [String: Double] = [:]
    for (text, weight) in outputs {
      if weights[text] == nil { order.append(text) }
      weights[text, default: 0] += weight
    }
    return order.map { Written.Output(text: $0, score: min(weights[$0] ?? 0, 1)) }
      .enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }.map(\.element)
  }
}
