/// A name as Ism compares it: normalized letters of Arabic and Latin, cut into words.
///
/// Vowel marks and the diacritics of scholarly romanization stay, as evidence; `foldedHash` ignores them. A text
/// without a letter or digit has no words, and no key finds it.
public struct NameText: Sendable {
  /// Normalized letters as UTF-16 units.
  ///
  /// Words are separated by one space; a comma is a word of its own.
  package private(set) var letters: [UInt16]
  /// The words, without commas, in the order in which they stand.
  package private(set) var words: [Word]
  /// The number of words before the first comma, or 0 when there is none or nothing follows it.
  package private(set) var wordsBeforeComma: Int

  /// One word of a name.
  package struct Word: Sendable {
    /// The place of its first letter in `letters`.
    package let start: Int
    /// The place after its last letter.
    package let end: Int
    /// Whether its first letter is Arabic.
    package let isArabic: Bool
    /// Whether it shows vowels: any Latin word, and an Arabic word with a mark.
    package let writesVowels: Bool
    /// The hash of its folded form.
    package let foldedHash: UInt64
    /// What kind of particle it is, if it is one.
    package let particle: Particle?
    /// Whether it is a title, a rank or an honorific, or belongs to one of several words.
    package fileprivate(set) var isTitle: Bool
    /// Whether it may begin a title of several words.
    fileprivate let mayStartTitle: Bool

    package var range: Range<Int> { start..<end }
  }

  /// Normalizes a text.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public init(_ text: String) {
    self.init(letters: LetterScanner(text).letters)
  }

  /// The normalized letters of a text, as a name made of it has them.
  package static func letters(of text: String) -> [UInt16] { LetterScanner(text).letters }

  /// An empty name, to be filled by `load`.
  package init() {
    letters = []
    words = []
    wordsBeforeComma = 0
  }

  package init(letters: [UInt16]) {
    self.init()
    self.letters = letters
    cut()
  }

  /// Whether there is nothing to compare.
  public var isEmpty: Bool { words.isEmpty }

  /// The normalized letters as a string.
  public var normalized: String { String(letters: letters) }

  /// Replaces the name by normalized letters that `body` appends to an empty array.
  ///
  /// Storage is reused, so loading one name after the other allocates nothing once the longest was seen.
  package mutating func load(_ body: (inout [UInt16]) -> Void) {
    letters.removeAll(keepingCapacity: true)
    body(&letters)
    cut()
  }

  private mutating func cut() {
    words.removeAll(keepingCapacity: true)
    wordsBeforeComma = 0
    var start = 0
    let (table, particles) = (LetterTable.shared, Particle.hashes)
    let count = letters.count
    for index in 0...count where index == count || letters[index] == .space {
      if index == start + 1, letters[start] == .comma {
        if wordsBeforeComma == 0 { wordsBeforeComma = words.count }
      } else if index > start {
        words.append(Word(letters: letters.span, start: start, end: index, table, particles))
      }
      start = index + 1
    }
    if wordsBeforeComma == words.count { wordsBeforeComma = 0 }
    if words.count > 1 { markTitles() }
  }

  /// Notes titles that are not seen by one word: "ولي العهد", and "الأمير" before two words or more.
  private mutating func markTitles() {
    for place in words.indices where words[place].mayStartTitle {
      for count in stride(from: min(Particle.Table.longestTitle, words.count - place - 1), to: 1, by: -1)
      where Particle.table.phrases[foldedHash(ofWords: place..<place + count)] != nil {
        for title in place..<place + count { words[title].isTitle = true }
        break
      }
    }
    guard let first = words.indices.first(where: { !words[$0].isTitle && !isTitleWithArticle($0) }),
      first + 1 < words.count, let hash = hashBehindArticle(first)
    else { return }
    // With the article and a name behind it, what is as often a name is none; and what stands between a title and a name says
    // where it holds: "الرئيس السوري".
    let isOffice =
      first > 0 && first + 2 < words.count && letters[words[first].end - 1] == 0x64A
      && hashBehindArticle(first + 1) == nil
    // A unit has a number, and who has a title has a name: "اللواء 35".
    let isNumbered =
      letters[words[first + 1].start].isDigit || Ordinals.number(words[first + 1].foldedHash) != 0
    guard let title = Particle.table.ambiguousTitles[hash] else {
      if isOffice { words[first].isTitle = true }
      return
    }
    // "السيد حداد" may be called so, "الملك سلمان" is a king.
    let isBeforeName = first + 2 < words.count || title == 1
    if isOffice || !isNumbered && isBeforeName { words[first].isTitle = true }
  }

  /// Hashes the folded form: marks, diacritics, hamza seats and apostrophes left out, words kept apart.
  package func foldedHash() -> UInt64 { foldedHash(ofWords: words.indices) }

  /// Whether the folded forms are the same, words kept apart.
  package func isFoldedEqual(to other: NameText) -> Bool {
    isFoldedEqual(words.indices, to: other, other.words.indices)
  }

  /// Whether the folded forms of some words are the same, words kept apart.
  package func isFoldedEqual(_ range: Range<Int>, to other: NameText, _ otherRange: Range<Int>) -> Bool {
    guard range.count == otherRange.count else { return false }
    let distance = otherRange.lowerBound - range.lowerBound
    for place in range where words[place].foldedHash != other.words[place + distance].foldedHash {
      return false
    }
    return true
  }

  /// Hashes the folded form of consecutive words.
  package func foldedHash(ofWords range: Range<Int>) -> UInt64 {
    var hash = KeyHash()
    for place in range {
      if place > range.lowerBound { hash.combine(.space) }
      for letter in letters[words[place].range] { hash.combine(foldedFormOf: letter) }
    }
    return hash.value
  }

  /// The name with the words after its comma first: "Assad, Bashar" as "Bashar Assad"; nil without a comma.
  package var uninverted: NameText? {
    guard wordsBeforeComma > 0 else { return nil }
    let order = words[wordsBeforeComma...] + words[..<wordsBeforeComma]
    return NameText(letters: Array(order.map { letters[$0.range] }.joined(separator: [.space])))
  }

  /// Puts the words after the comma first, as `uninverted` does; a name without a comma stays as it is.
  ///
  /// Storage is reused as by `load`.
  package mutating func uninvert() {
    guard wordsBeforeComma > 0 else { return }
    let end = letters.count
    for place in words.indices {
      let word = words[(place + wordsBeforeComma) % words.count]
      if place > 0 { letters.append(.space) }
      for index in word.range { letters.append(letters[index]) }
    }
    letters.removeSubrange(..<end)
    cut()
  }

  /// The folded form: what two spellings that differ only in marks, case, width and letter variants have in common.
  public var folded: String {
    let units = words.enumerated().flatMap { index, word -> [UInt16] in
      (index > 0 ? [.space] : []) + letters[word.range].flatMap { Array(FoldedLetters($0)) }
    }
    return String(letters: units)
  }
}

extension NameText.Word {
  fileprivate init(
    letters: Span<UInt16>, start: Int, end: Int, _ table: LetterTable, _ particles: Particle.Hashes
  ) {
    self.start = start
    self.end = end
    isArabic = letters[start].isArabic
    var hash = KeyHash()
    var hasMark = false
    for index in start..<end {
      if letters[index].isArabicMark, letters[index] != .shadda { hasMark = true }
      if let folded = table.fold(letters[index]) { hash.combine(folded) }
    }
    writesVowels = !isArabic || hasMark
    foldedHash = hash.value
    // Most words are nothing of all this.
    guard particles.mayHave(foldedHash) else {
      (particle, isTitle, mayStartTitle) = (nil, false, false)
      return
    }
    (particle, isTitle) = Particle.table.find(foldedHash)
    mayStartTitle = Particle.table.phraseStarts[foldedHash] != nil
  }
}

/// The folded form of one letter: nothing, itself or its base letter.
struct FoldedLetters: Sequence, IteratorProtocol {
  private var letter: UInt16?

  init(_ letter: UInt16) {
    self.letter = LetterTable.shared.fold(letter)
  }

  mutating func next() -> UInt16? {
    defer { letter = nil }
    return letter
  }
}
