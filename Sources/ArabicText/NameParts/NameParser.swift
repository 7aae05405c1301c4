/// Cuts a name in either script into its parts.
///
/// Rules are the same for both scripts; the words they look for are data (`Lexicon/Parts`, `Lexicon/Words`). The terms
/// are those of Annemarie Schimmel, Islamic Names, 1989, chapter 1.
struct NameParser {
  /// A word of the text with its place there.
  private struct Token {
    let range: Range<String.Index>
    let name: NameText
    let isCapitals: Bool
    let endsWithPeriod: Bool

    var hash: UInt64 { name.words.count == 1 ? name.words[0].foldedHash : 0 }
    var particle: Particle? { name.words.count == 1 ? name.words[0].particle : nil }
  }

  private let text: String
  private let tokens: [Token]
  private var position = 0
  private var parts: [NamePart] = []

  /// Returns the parts of `text` in their order.
  ///
  /// Every word is in one part; separators are in none.
  static func parts(of text: String) -> [NamePart] {
    var parser = NameParser(text)
    parser.parse()
    return parser.parts
  }

  private init(_ text: String) {
    self.text = text
    tokens = Self.tokens(of: text)
  }

  private static func tokens(of text: String) -> [Token] {
    var tokens: [Token] = []
    let scalars = text.unicodeScalars
    var start = scalars.startIndex
    var index = start
    func close(at end: String.Index) {
      guard start < end else { return }
      let name = NameText(String(text[start..<end]))
      guard !name.isEmpty else { return }
      let letters = scalars[start..<end]
      tokens.append(
        Token(
          range: start..<end, name: name,
          isCapitals: letters.count >= 2
            && letters.allSatisfy { $0.properties.isUppercase || $0.properties.numericType != nil },
          endsWithPeriod: end < scalars.endIndex && scalars[end] == "."))
    }
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      if scalar.properties.isWhitespace || Self.separators.contains(scalar) {
        close(at: index)
        start = next
      }
      index = next
    }
    close(at: scalars.endIndex)
    return tokens
  }

  private static let separators: Set<Unicode.Scalar> = [
    ",", "،", "-", "‐", "‑", "–", "—", ".", "/", "(", ")", "[", "]", "\"", "«", "»", "“", "”", ";", ":", "_",
  ]

  private mutating func parse() {
    if let count = headLength() { take(count, .head) }
    while position < tokens.count {
      if let (count, kind) = titleLength() {
        take(count, kind)
      } else {
        parseName()
      }
    }
  }

  private mutating func parseName() {
    if tokens[position].particle?.kind == .nasab, position + 1 < tokens.count {
      let unit = unitLength(at: position + 1)
      take(1 + unit.count, .nasab)
    } else {
      let unit = unitLength(at: position)
      take(unit.count, unit.kind)
    }
  }

  /// The count of tokens that are one unit from a place on, and what the unit is.
  private func unitLength(at place: Int) -> (count: Int, kind: NamePart.Kind) {
    let left = tokens.count - place
    switch tokens[place].particle?.kind {
    case .kunya where left > 1:
      // "Abu Abu …" is one kunya however often it is repeated.
      var next = place + 1
      while next + 1 < tokens.count, tokens[next].particle?.kind == .kunya { next += 1 }
      if tokens[next].particle?.kind == .kunya { return (next + 1 - place, .kunya) }
      return (next - place + unitLength(at: next).count, .kunya)
    case .servant where left > 1:
      return (left > 2 && isArticle(place + 1) ? 3 : 2, .compound)
    case .article where left > 1 && isArticle(place):
      return (2, Self.isNisba(tokens[place + 1].name, hasArticle: true) ? .nisba : .name)
    default:
      if let count = suffixLength(after: place) { return (1 + count, .compound) }
      return (1, singleKind(place))
    }
  }

  /// The count of tokens after `place` that are "al-Din" or "Allah", which make one unit with the word before.
  private func suffixLength(after place: Int) -> Int? {
    var next = place + 1
    guard next < tokens.count else { return nil }
    if isArticle(next), next + 1 < tokens.count { next += 1 }
    switch tokens[next].particle?.kind {
    case .din, .allah: return next - place
    default: return nil
    }
  }

  private func isArticle(_ place: Int) -> Bool {
    guard let particle = tokens[place].particle, particle.kind == .article, place + 1 < tokens.count else {
      return false
    }
    return particle.condition == nil || tokens[place + 1].name.letters.first == particle.condition
  }

  private func singleKind(_ place: Int) -> NamePart.Kind {
    let token = tokens[place]
    if token.name.letters.allSatisfy(\.isDigit) || Ordinals.endingLength(token.name.letters[...]) > 0 {
      return .number
    }
    if token.name.letters.count == 1 { return .initial }
    if place > 0, Ordinals.number(token.hash) != 0 { return .number }
    if let kind = Particle.table.gluedKind(token.name) { return kind }
    let others = tokens.contains { !$0.isCapitals }
    if token.isCapitals, token.name.letters.count <= 5, others || tokens.count == 1 { return .acronym }
    if token.name.words.first?.isArabic == true, let word = token.name.words.first {
      let hasArticle = word.range.count >= 5 && token.name.letters.starts(with: [0x627, 0x644])
      return Self.isNisba(token.name, hasArticle: hasArticle) ? .nisba : .name
    }
    return .name
  }

  /// A name with the article that ends in -i: ي (ya) in Arabic, i or y in Latin.
  private static func isNisba(_ name: NameText, hasArticle: Bool) -> Bool {
    guard hasArticle, let last = name.letters.last(where: { !$0.isArabicMark }) else { return false }
    return [0x64A, 0x6CC, 0x69, 0x79, 0x12B].contains(last)
  }

  private mutating func take(_ count: Int, _ kind: NamePart.Kind) {
    let range = tokens[position].range.lowerBound..<tokens[position + count - 1].range.upperBound
    parts.append(NamePart(text: String(text[range]), kind: kind))
    position += count
  }

  /// The longest title that begins here, of up to three words, with or without an article.
  private func titleLength() -> (Int, NamePart.Kind)? {
    for count in stride(from: min(3, tokens.count - position), through: 1, by: -1) {
      guard let kind = NameVocabulary.shared.titles[phraseHash(position, count)] else { continue }
      // The last word of a name is its name, whatever else it means; and "ambiguous" titles need a name behind them.
      if position + count == tokens.count, count == 1, !parts.isEmpty || tokens.count == 1 { continue }
      if kind == nil, !(parts.isEmpty && position + count < tokens.count && tokens[position].endsWithPeriod) {
        continue
      }
      return (count, kind ?? .title)
    }
    if position + 2 < tokens.count, isArticle(position),
      let kind = NameVocabulary.shared.titles[tokens[position + 1].hash], let kind
    {
      return (2, kind)
    }
    return nil
  }

  /// The longest organization head at the start, of up to three words, when a word follows.
  private func headLength() -> Int? {
    for count in stride(from: min(3, tokens.count - 1), through: 1, by: -1)
    where NameVocabulary.shared.heads.contains(phraseHash(0, count)) {
      return count
    }
    return nil
  }

  private func phraseHash(_ start: Int, _ count: Int) -> UInt64 {
    if count == 1, tokens[start].name.words.count == 1, tokens[start].name.isTitleWithArticle(0) {
      return NameText(letters: Array(tokens[start].name.letters.dropFirst(2))).foldedHash()
    }
    var letters: [UInt16] = []
    for token in tokens[start..<start + count] {
      if !letters.isEmpty { letters.append(.space) }
      letters += token.name.letters
    }
    return NameText(letters: letters).foldedHash()
  }
}
