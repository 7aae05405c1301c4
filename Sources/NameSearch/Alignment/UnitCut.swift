internal import ArabicText

/// Where a unit of a name begins and ends, and what its words are to each other.
struct UnitCut {
  /// All its words.
  let words: Range<Int>
  /// Its words without what stands before them.
  let core: Range<Int>
  /// How many letters of its core are a glued article.
  let glued: Int
  let prefix: ComparedName.Prefix?
  let isPatronymic: Bool
  let hasArticle: Bool
  /// The core with an article that stands apart, if that is all that is before it.
  let withArticle: Range<Int>
  /// How many letters of its core may be the article of the next word, which is written onto it: "Habibur Rahman".
  let lentArticle: Int
  /// How many letters of the word before may be its article.
  let borrowedArticle: Int
  let script: PairSymbols.Script
  /// How many letters of its core are the ending that makes an ordinal of digits: "9th".
  let ending: Int
  /// What the last word of its core adds to the number that the word before says: السادس عشر (al-sadis ashar), the sixteenth; else 0.
  let addend: UInt8

  /// Cuts off the unit that begins at a word.
  init(_ text: NameText, from start: Int) {
    var place = start
    var prefix: ComparedName.Prefix?
    var isPatronymic = false
    var hasArticle = false
    while place + 1 < text.words.count, let particle = text.words[place].particle {
      if particle.kind == .article, text.isArticle(place) {
        hasArticle = true
      } else if particle.kind == .nasab, prefix == nil {
        isPatronymic = true
      } else if particle.kind == .kunya || particle.kind == .servant, prefix == nil {
        prefix = ComparedName.Prefix(kind: particle.kind, group: particle.group)
        hasArticle = false
      } else {
        break
      }
      place += 1
    }
    var end = place + 1
    if prefix?.kind != .servant, let suffix = Self.suffixEnd(text, behind: place) { end = suffix }
    var addend: UInt8 = 0
    if place == start, end == place + 1, end < text.words.count {
      addend = Ordinals.addend(text.words[end].foldedHash)
      if addend > 0, !(1...9).contains(Ordinals.number(text.words[place].foldedHash)) { addend = 0 }
      if addend > 0 { end += 1 }
    }
    self.addend = addend
    let first = text.letters[text.words[place].range]
    glued = WordKey.articleLength(first)
    script = WordKey.script(first)
    ending = place + 1 == end ? Ordinals.endingLength(first) : 0
    words = start..<end
    core = place..<end
    withArticle = prefix == nil && place > start && text.isArticle(place - 1) ? place - 1..<end : core
    lentArticle = core.count == 1 && words == core ? text.lentArticleLength(place) : 0
    borrowedArticle = start > 0 && words == core ? text.lentArticleLength(start - 1) : 0
    self.prefix = prefix
    self.isPatronymic = isPatronymic
    self.hasArticle = hasArticle || glued > 0
  }

  /// The word behind "al-Din" or "Allah" when it follows a word.
  private static func suffixEnd(_ text: NameText, behind place: Int) -> Int? {
    var next = place + 1
    guard next < text.words.count else { return nil }
    if text.isArticle(next), next + 1 < text.words.count { next += 1 }
    switch text.words[next].particle?.kind {
    case .din, .allah: return next + 1
    default: return nil
    }
  }

  /// What the unit is; `isHead` says whether organizations begin with its core.
  func kind(_ text: NameText, isHead: Bool) -> ComparedName.Kind {
    let isWord = core.count == 1
    let word = text.words[core.lowerBound]
    if isWord, text.words.count > 1, word.isTitle || text.isTitleWithArticle(core.lowerBound),
      !isWhatIsOf(text)
    {
      return .title
    }
    if isHead, isWord { return .head }
    if ending > 0 || word.range.allSatisfy({ text.letters[$0] >= 0x30 && text.letters[$0] <= 0x39 }) {
      return .number
    }
    if isWord, word.range.count == 1 || isConsonantPair(text) { return .initial }
    return hasArticle && Self.nisbaEnds.contains(text.letters[word.end - 1]) ? .nisba : .plain
  }

  /// Whether it is two letters that are one consonant, beside other words: "Kh Meshaal".
  private func isConsonantPair(_ text: NameText) -> Bool {
    let range = text.words[core.lowerBound].range
    return range.count == 2 && text.words.count > 1 && words == core
      && ConsonantPairs.contains(text.letters[range.lowerBound], text.letters[range.lowerBound + 1])
  }

  /// Whether it is the end of a name and stands behind "of": in "Governorate of Hajjah" that is no title.
  private func isWhatIsOf(_ text: NameText) -> Bool {
    core.upperBound == text.words.count && words.lowerBound > 0
      && LinkWords.contains(text.words[words.lowerBound - 1].foldedHash)
  }

  /// The small number that it says, in digits, Roman ones or words; 0 for none.
  ///
  /// A name begins with none but what is surely a number: "I. Hassan", الأول (al-awwal).
  func number(_ text: NameText, _ kind: ComparedName.Kind) -> UInt8 {
    guard core.count == 1 || addend > 0, prefix == nil, kind != .title, kind != .head else { return 0 }
    let word = text.words[core.lowerBound]
    let isFirst = words.lowerBound == 0
    if addend > 0 { return isFirst ? 0 : Ordinals.number(word.foldedHash) + addend }
    if kind != .number {
      let mayBeName = word.range.count <= 2 && Ordinals.isRoman(text.letters[word.range])
      if isFirst, script == .arabic || mayBeName { return 0 }
      return Ordinals.number(word.foldedHash)
    }
    let digits = word.start..<word.end - ending
    // "25 Division" is the 25th; who is called "7" alone is not.
    guard digits.count <= 2, !isFirst || ending > 0 || core.upperBound < text.words.count else { return 0 }
    return digits.reduce(0) { $0 * 10 + UInt8(truncatingIfNeeded: text.letters[$1] - 0x30) }
  }

  /// Whether its number is from 1200 to 2099.
  func isYear(_ text: NameText) -> Bool {
    let start = text.words[core.lowerBound].start
    let hundreds = (Int(text.letters[start]) - 0x30) * 10 + Int(text.letters[start + 1]) - 0x30
    return (12...20).contains(hundreds)
  }

  /// A name with the article that ends in ي (ya) in Arabic, i or y in Latin.
  private static let nisbaEnds: [UInt16] = [0x64A, 0x6CC, 0x69, 0x79, 0x12B]

  /// Whether its core has Latin letters with diacritics.
  func hasDiacritics(_ text: NameText) -> Bool {
    guard script == .latin else { return false }
    let letters = text.words[core.lowerBound].start..<text.words[core.upperBound - 1].end
    return letters.contains { text.letters[$0] >= 0xC0 }
  }
}
