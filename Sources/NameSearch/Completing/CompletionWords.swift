internal import ArabicText

/// The words of a name as completion compares them: folded symbols, without articles that are glued to them.
///
/// Keeps its storage, so that loading one name after the other allocates nothing once the longest was seen.
struct CompletionWords {
  struct Word {
    /// Where its symbols are in `symbols`.
    let start: Int
    let end: Int
    let script: PairSymbols.Script
    /// Whether it is an article that stands apart.
    let isArticle: Bool
    /// Whether it has an article, before it or glued to it.
    let hasArticle: Bool
  }

  /// Words behind these do not count.
  static let longest = 64

  private(set) var symbols: [UInt8] = []
  private(set) var words: [Word] = []
  /// How many of them are no articles.
  private(set) var count = 0

  mutating func load(_ name: NameText) {
    symbols.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    count = 0
    for place in name.words.indices.prefix(Self.longest) {
      let letters = name.letters[name.words[place].range]
      let start = symbols.count
      let script = WordKey.append(letters, to: &symbols)
      guard symbols.count > start else { continue }
      let isArticle = name.isArticle(place)
      if !isArticle { count += 1 }
      words.append(
        Word(
          start: start, end: symbols.count, script: script, isArticle: isArticle,
          hasArticle: words.last?.isArticle == true || WordKey.articleLength(letters) > 0))
    }
  }

  /// Whether a word begins with symbols of a script.
  func begins(_ place: Int, _ script: PairSymbols.Script, _ wanted: [UInt8]) -> Bool {
    let word = words[place]
    guard word.script == script, word.end - word.start >= wanted.count else { return false }
    for index in wanted.indices where symbols[word.start + index] != wanted[index] { return false }
    return true
  }

  /// Whether a word has these symbols and no more.
  func equals(_ place: Int, _ script: PairSymbols.Script, _ wanted: [UInt8]) -> Bool {
    words[place].end - words[place].start == wanted.count && begins(place, script, wanted)
  }
}
