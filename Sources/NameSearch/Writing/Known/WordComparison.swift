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

  /// What it costs when two words are known and are not the same word, on top of their letters.
  private static let otherWord = 5
  /// What it costs to reach a word through its known spellings.
  private static let throughKnown = 1

  init(known: KnownWords) { self.known = known }

  /// Forgets the names that were compared.
  mutating func removeAll() {
    spelling.removeAll()
    walk.removeAll()
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
  /// Both begin where `begin` said.
  mutating func cost(
    _ query: NameText, _ queryWords: Range<Int>, number: Int, _ name: NameText, _ nameWords: Range<Int>,
    limit: Int
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
    var letters =
      isWalking
      ? walk.cost(query, upTo: queryWords.upperBound, name, upTo: nameWords.upperBound, most: limit)
      : spelling.cost(query, queryWords, number: number, name, nameWords, limit: limit)
    if letters ?? 0 == 0, query.isFoldedEqual(queryWords, to: name, nameWords) {
      if letters == 0 { return (0, .equal) }
      // Latin letters without their diacritics stand for those with them in any language: "gencler", "gençler".
      if !query.words[queryWords.lowerBound].isArabic { letters = limit }
    }
    if known.isEmpty { return letters.map { ($0, .spelling) } }
    let left = formsOfQuery(query, queryWords)
    let right = known.forms(Self.hash(name, nameWords))
    if !left.isEmpty, left.contains(where: right.contains) {
      return (min(letters ?? Self.throughKnown, Self.throughKnown), .known)
    }
    if left.isEmpty, right.isEmpty { return letters.map { ($0, .spelling) } }
    let extra = left.isEmpty || right.isEmpty ? 0 : Self.otherWord
    let best = vocalizedCost(
      query, queryWords, left, name, nameWords, right, letters: letters, limit: limit - extra)
    return best.map { ($0 + extra, .spelling) }
  }

  /// Compares with the vowels that the known words give to Arabic that was written without them.
  private mutating func vocalizedCost(
    _ query: NameText, _ queryWords: Range<Int>, _ left: [KnownWords.Form],
    _ name: NameText, _ nameWords: Range<Int>, _ right: [KnownWords.Form], letters: Int?, limit: Int
  ) -> Int? {
    let queryIsBare = !queryWords.contains { query.words[$0].writesVowels }
    let nameIsBare = !nameWords.contains { name.words[$0].writesVowels }
    var best = letters.flatMap { $0 <= limit ? $0 : nil }
    // What a bare word leaves open, its vowels decide.
    if (nameIsBare && !right.isEmpty && !queryIsBare) || (queryIsBare && !left.isEmpty && !nameIsBare) {
      best = nil
    }
    func keep(_ cost: Int?, _ extra: Int) {
      guard let cost, cost + extra <= min(limit, best ?? limit) else { return }
      best = cost + extra
    }
    for form in left {
      known.load(form, into: &scratch)
      let cost = spelling.cost(scratch, scratch.words.indices, name, nameWords, limit: limit)
      keep(cost, queryIsBare ? 0 : Self.throughKnown)
    }
    for form in right {
      known.load(form, into: &scratch)
      let cost = spelling.cost(query, queryWords, scratch, scratch.words.indices, limit: limit)
      keep(cost, nameIsBare ? 0 : Self.throughKnown)
    }
    return best
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
