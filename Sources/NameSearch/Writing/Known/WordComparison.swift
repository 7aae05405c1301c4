internal import ArabicText

/// Compares a few words of a query with a few words of a name: by their letters, and by what the known words say.
struct WordComparison {
  private var spelling = SpellingAligner()
  private var walk = SpellingWalk()
  /// Whether `walk` has the costs of the places where the comparison is.
  private var isWalking = false
  private let known: KnownWords
  /// Forms of the query's words, by their folded hash: the query is compared with many names.
  private var queryForms: [UInt64: [KnownWords.Form]] = [:]
  private var scratch = NameText()
  /// Compares the query with forms of a name's words.
  private var toForms = SpellingWalk()
  /// Compares forms of the query's words with names.
  private var fromForms = SpellingWalk()
  /// The forms that `fromForms` compared, each at its number there.
  private var numbers: [KnownWords.Form] = []

  /// What it costs when two words are known and are not the same word, on top of their letters.
  private static let otherWord = 5
  /// What it costs to reach a word through its known spellings.
  private static let throughKnown = 1

  init(known: KnownWords) { self.known = known }

  /// Forgets the names that were compared.
  mutating func removeAll() {
    spelling.removeAll()
    walk.removeAll()
    toForms.removeAll()
    fromForms.removeAll()
    numbers.removeAll(keepingCapacity: true)
    if !queryForms.isEmpty { queryForms.removeAll(keepingCapacity: true) }
  }

  /// Takes the places from which on a query and a name are compared, until the next are taken; `limit` is the most of all limits that
  /// are given to `cost` for what begins there.
  mutating func begin(
    _ query: NameText, _ queryWords: SpellingWalk.Words, number: Int, _ name: NameText,
    _ nameWords: SpellingWalk.Words, limit: Int
  ) {
    isWalking = walk.begin(query, queryWords, number: number, name, nameWords, limit: limit)
  }

  /// Returns the cost of reading one as the other and the reason, or nil above the limit.
  ///
  /// Both begin where `begin` said. What costs more than `most` may be left out, or cost something else that is more. When
  /// `formsCompared`, the forms that the name's words stand for are compared with the query besides.
  mutating func cost(
    _ query: NameText, _ queryWords: Range<Int>, number: Int, _ name: NameText, _ nameWords: Range<Int>,
    limit whole: Int, most: Int, formsCompared: Bool
  ) -> (cost: Int, reason: WholeNameEvidence.Reason)? {
    if queryWords.count == 1, nameWords.count == 1,
      let left = query.words[queryWords.lowerBound].particle, left.kind != .article,
      let right = name.words[nameWords.lowerBound].particle, right.group == left.group,
      right.kind == left.kind
    {
      let isEqual =
        query.words[queryWords.lowerBound].foldedHash == name.words[nameWords.lowerBound].foldedHash
      return (isEqual || left.kind != .kunya ? 0 : 1, .particle)
    }
    let limit = min(whole, most)
    let isFoldedEqual = query.isFoldedEqual(queryWords, to: name, nameWords)
    guard !known.isEmpty || isFoldedEqual else {
      return letters(query, queryWords, number: number, name, nameWords, limit: limit).map { ($0, .spelling) }
    }
    let left = formsOfQuery(query, queryWords)
    // What a word is known as matters only beside that of the other, or for its vowels.
    let needsRight = !left.isEmpty || !formsCompared || !name.words[nameWords.lowerBound].writesVowels
    let right = needsRight ? known.forms(Self.hash(name, nameWords)) : []
    let isKnown = !left.isEmpty && left.contains(where: right.contains)
    // What a bare word leaves open, its vowels decide.
    let queryIsBare = !queryWords.contains { query.words[$0].writesVowels }
    let nameIsBare = !nameWords.contains { name.words[$0].writesVowels }
    let vowelsDecide =
      (nameIsBare && !right.isEmpty && !queryIsBare) || (queryIsBare && !left.isEmpty && !nameIsBare)
    var own: Int?
    if isFoldedEqual || isKnown || !vowelsDecide {
      own = letters(query, queryWords, number: number, name, nameWords, limit: limit)
    }
    if isFoldedEqual {
      if own == 0 { return (0, .equal) }
      // Latin letters without their diacritics stand for those with them in any language: "gencler", "gençler".
      if own == nil, !query.words[queryWords.lowerBound].isArabic { own = whole }
    }
    if isKnown { return (min(own ?? Self.throughKnown, Self.throughKnown), .known) }
    if left.isEmpty, right.isEmpty { return own.map { ($0, .spelling) } }
    let extra = left.isEmpty || right.isEmpty ? 0 : Self.otherWord
    let best = vocalizedCost(
      query, queryWords, number: number, left, name, nameWords, formsCompared ? [] : right,
      letters: vowelsDecide ? nil : own,
      queryIsBare, nameIsBare, limit: limit - extra)
    return best.map { ($0 + extra, .spelling) }
  }

  /// What it costs to read the letters of one as those of the other, whatever is known of the words.
  private mutating func letters(
    _ query: NameText, _ queryWords: Range<Int>, number: Int, _ name: NameText, _ nameWords: Range<Int>,
    limit: Int
  ) -> Int? {
    isWalking
      ? walk.cost(query, upTo: queryWords.upperBound, name, upTo: nameWords.upperBound, most: limit)
      : spelling.cost(query, queryWords, number: number, name, nameWords, limit: limit)
  }

  /// Compares with the vowels that the known words give to Arabic that was written without them.
  private mutating func vocalizedCost(
    _ query: NameText, _ queryWords: Range<Int>, number: Int, _ left: [KnownWords.Form],
    _ name: NameText, _ nameWords: Range<Int>, _ right: [KnownWords.Form], letters: Int?,
    _ queryIsBare: Bool, _ nameIsBare: Bool, limit: Int
  ) -> Int? {
    var best = letters.flatMap { $0 <= limit ? $0 : nil }
    func keep(_ cost: Int?, _ extra: Int) {
      guard let cost, cost + extra <= min(limit, best ?? limit) else { return }
      best = cost + extra
    }
    for form in left {
      known.load(form, into: &scratch)
      let cost = Self.cost(
        scratch, scratch.words.indices, number: self.number(of: form), name, nameWords,
        limit: min(limit, best ?? limit), &fromForms, &spelling)
      keep(cost, queryIsBare ? 0 : Self.throughKnown)
    }
    for form in right {
      known.load(form, into: &scratch)
      // With the vowels it is written with it was compared as a whole.
      if !nameIsBare, name.hasLetters(of: scratch, nameWords) { continue }
      let cost = Self.cost(
        query, queryWords, number: number, scratch, scratch.words.indices, limit: min(limit, best ?? limit),
        &toForms, &spelling)
      keep(cost, nameIsBare ? 0 : Self.throughKnown)
    }
    return best
  }

  /// Compares words letter by letter.
  private static func cost(
    _ left: NameText, _ leftWords: Range<Int>, number: Int, _ right: NameText, _ rightWords: Range<Int>,
    limit: Int, _ walk: inout SpellingWalk, _ spelling: inout SpellingAligner
  ) -> Int? {
    guard limit >= 0 else { return nil }
    let isWalking = walk.begin(
      left, SpellingWalk.Words(leftWords, firstEnd: leftWords.upperBound), number: number, right,
      SpellingWalk.Words(rightWords, firstEnd: rightWords.upperBound), limit: limit)
    guard isWalking else { return spelling.cost(left, leftWords, right, rightWords, limit: limit) }
    return walk.cost(left, upTo: leftWords.upperBound, right, upTo: rightWords.upperBound, most: limit)
  }

  /// The number of a form of the query.
  private mutating func number(of form: KnownWords.Form) -> Int {
    if let number = numbers.firstIndex(of: form) { return number }
    numbers.append(form)
    return numbers.count - 1
  }

  private mutating func formsOfQuery(_ query: NameText, _ words: Range<Int>) -> [KnownWords.Form] {
    let hash = Self.hash(query, words)
    if let forms = queryForms[hash] { return forms }
    let forms = known.forms(hash)
    queryForms[hash] = forms
    return forms
  }

  private static func hash(_ name: NameText, _ words: Range<Int>) -> UInt64 {
    words.count == 1 ? name.words[words.lowerBound].foldedHash : name.foldedHash(ofWords: words)
  }
}

extension NameText {
  /// Whether some words have the letters of another name.
  fileprivate func hasLetters(of other: NameText, _ words: Range<Int>) -> Bool {
    letters[self.words[words.lowerBound].start..<self.words[words.upperBound - 1].end]
      .elementsEqual(other.letters)
  }
}
