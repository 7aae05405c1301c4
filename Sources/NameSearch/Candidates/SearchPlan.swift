internal import ArabicText

/// The words of one reading of a query that are searched, and words written together where they may be one.
struct SearchPlan {
  /// A word, or two that are written together.
  struct Term {
    /// None for what several words mean together, which only translations find.
    let symbols: [UInt8]
    let script: PairSymbols.Script
    /// The words of the plan it covers, as bits.
    let mask: UInt32
    /// Whether it can be two words of a name.
    let wantsHeads: Bool
    /// Whether an Arabic article stood before it.
    let hasArticle: Bool
    /// Words that mean the same.
    var translations: [WordTranslations.Word]
    /// How much it counts: little for words that belong to others.
    let share: Float
    /// Whether it is another reading of a word that has a term of its own.
    var isSecondReading = false
    /// Whether the article of the next word may be written onto it in Latin: حبيب الرحمن, "Habibur Rahman".
    var mayHaveLentArticle = false
  }

  /// The most words that are searched; later words of a longer query are only compared.
  static let longest = 16

  var terms: [Term] = []
  /// How many words the plan has.
  private(set) var count = 0
  /// How many terms are looked for by their letters.
  var spelledTerms: Int { terms.count { !$0.symbols.isEmpty } }
  /// Whether words were left out.
  private(set) var isCut = false

  init(_ name: NameText, _ translations: WordTranslations) {
    var words: [Int] = []
    for place in name.words.indices where !name.isArticle(place) {
      guard words.count < Self.longest else {
        isCut = true
        break
      }
      words.append(place)
    }
    for place in words {
      var symbols: [UInt8] = []
      let letters = name.letters[name.words[place].range]
      let script = WordKey.append(letters, to: &symbols)
      guard !symbols.isEmpty else { continue }
      terms.append(
        Term(
          symbols: symbols, script: script, mask: 1 << UInt32(count),
          wantsHeads: symbols.count >= 6 && symbols.count <= 24,
          hasArticle: WordKey.articleLength(letters) > 0,
          translations: translations.words(name, place),
          share: words.count == 1 ? 1 : Self.share(name, place),
          mayHaveLentArticle: name.hasArticle(behind: place)))
      count += 1
    }
    addJoins(name, words)
    addStems(name, words)
    addPhrases(name, words, translations)
  }

  /// Adds words without the article of the next word: "Habibur Rahman" as "Habib Rahman".
  private mutating func addStems(_ name: NameText, _ words: [Int]) {
    guard terms.count >= words.count else { return }
    for (number, place) in words.enumerated() {
      let lent = name.lentArticleLength(place)
      guard lent > 0 else { continue }
      var symbols: [UInt8] = []
      let script = WordKey.append(name.letters[name.words[place].range.dropLast(lent)], to: &symbols)
      terms.append(
        Term(
          symbols: symbols, script: script, mask: terms[number].mask, wantsHeads: false, hasArticle: false,
          translations: [], share: terms[number].share, isSecondReading: true))
    }
  }

  /// Particles, links, titles and initials find nothing by themselves.
  private static func share(_ name: NameText, _ place: Int) -> Float {
    if name.words[place].range.count == 1 { return 0.1 }
    if name.words[place].particle != nil || LinkWords.contains(name.words[place].foldedHash) { return 0.1 }
    return name.isLeadingTitle(place) && place + 1 < name.words.count ? 0.2 : 1
  }

  /// Adds pairs of neighbours as one word: "Abd al-Rahman", "Abu Bakr", "Zein Eddine".
  private mutating func addJoins(_ name: NameText, _ words: [Int]) {
    guard terms.count == words.count else { return }
    for place in 0..<max(0, words.count - 1) {
      let (left, right) = (terms[place], terms[place + 1])
      guard left.script == right.script, left.symbols.count + right.symbols.count <= 24 else { continue }
      // Initials are no word, unless they are all there is.
      if words.count > 2, left.symbols.count == 1, right.symbols.count == 1 { continue }
      guard
        left.share < 1 || right.share < 1 || left.symbols.count <= 3 || right.symbols.count <= 3
          || words.count == 2
      else { continue }
      var symbols: [UInt8] = []
      let letters = (words[place]...words[place + 1]).flatMap { name.letters[name.words[$0].range] }
      WordKey.append(letters[...], to: &symbols)
      terms.append(
        Term(
          symbols: symbols, script: left.script, mask: left.mask | right.mask, wantsHeads: false,
          hasArticle: false, translations: [],
          share: max(left.share, right.share)))
    }
  }
}

extension NameText {
  /// Whether a word that is no particle stands before an article, apart or written onto the next word.
  fileprivate func hasArticle(behind place: Int) -> Bool {
    guard place + 1 < words.count, words[place].particle == nil else { return false }
    return isArticle(place + 1) || WordKey.hasArticle(letters[words[place + 1].range])
  }
}
