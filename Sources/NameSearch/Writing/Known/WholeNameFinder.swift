internal import ArabicText

/// Finds the names of a lexicon that a query spells as a whole.
///
/// Storage is kept from query to query; one value serves one thread.
struct WholeNameFinder {
  private let known: KnownWords
  private var candidates = CandidateFinder()
  private var aligner: WholeNameAligner
  private var name = NameText()
  private var letters = FormLetters()
  /// The most that a name may cost for each reading of the query, to be of interest.
  private var most: [Int] = []

  /// How many forms are read together.
  private static let together = 64

  init(known: KnownWords) {
    self.known = known
    aligner = WholeNameAligner(known: known)
  }

  /// Takes a query; what is found is of this one until the next.
  ///
  /// Names that score less than `least` may be left out.
  mutating func load(_ query: Query, atLeast least: Double) {
    candidates.load(query, known: known)
    aligner.removeAll()
    most.removeAll(keepingCapacity: true)
    for reading in query.readings { most.append(Self.most(reading, least)) }
  }

  /// Adds the entities of a lexicon that have the name; with `onlyBest`, nothing is compared that cannot be the best.
  mutating func find(
    _ query: Query, in lexicon: Lexicon, _ index: Int, onlyBest: Bool, into ranking: inout Ranking
  ) {
    candidates.find(in: lexicon)
    if candidates.isCut { ranking.isCut = true }
    let proposed = candidates.candidates
    for start in stride(from: 0, to: proposed.count, by: Self.together) {
      let some = proposed[start..<min(start + Self.together, proposed.count)]
      // Nothing is more than identical, and only the same folded form can be.
      if onlyBest, ranking.bestScore == 1, some.first?.reason == .skeleton { return }
      letters.load(some, lexicon.vocabulary)
      for place in some.indices {
        if onlyBest, ranking.bestScore == 1, some[place].reason == .skeleton { return }
        compare(query, some[place], letters.range(at: place - start), lexicon, index, into: &ranking)
      }
    }
  }

  /// Adds the entities of a form if it is the same name.
  private mutating func compare(
    _ query: Query, _ candidate: CandidateFinder.Candidate, _ range: Range<Int>, _ lexicon: Lexicon,
    _ index: Int,
    into ranking: inout Ranking
  ) {
    let reading = query.readings[candidate.reading]
    // The same letters have the same folded form, so only those need be asked; then nothing of the name is read but its letters.
    if candidate.reason == .exact, reading.letters.elementsEqual(letters.letters[range]) {
      let score = Self.score(WholeNameCost(identicalTo: reading))
      ranking.add(form: candidate.form, of: lexicon, index, score, .exact)
      return
    }
    name.load { $0.append(contentsOf: letters.letters[range]) }
    // The same folded form is a good score at any cost.
    let most = candidate.reason == .exact ? Int.max : most[candidate.reading]
    // What a word of a lexicon stands for is a name of the same entity, and a candidate too.
    guard let cost = align(query, candidate.reading, most: most, formsCompared: lexicon.knowsWords) else {
      return
    }
    ranking.add(
      form: candidate.form, of: lexicon, index, Self.score(cost), candidate.reason,
      hasOtherLetters: { !cost.isFoldedEqual && reading.foldedLetters != name.foldedLetters })
  }

  /// The score of the query and a form of a lexicon, 0 when they are not the same name.
  mutating func score(of query: Query, _ lexicon: Lexicon, form: Int) -> Double {
    lexicon.load(form: form, into: &name)
    var best = 0.0
    for reading in query.readings.indices {
      if let cost = align(query, reading) { best = max(best, Self.score(cost)) }
    }
    return best
  }

  /// The score of two names, 0 when they are not the same.
  mutating func score(of query: Query, _ other: Query) -> Double {
    aligner.removeAll()
    var best = 0.0
    for reading in other.readings {
      name = reading
      for number in query.readings.indices {
        if let cost = align(query, number) { best = max(best, Self.score(cost)) }
      }
    }
    return best
  }

  /// Aligns with the loaded name as it stands and, when it has a comma, with its words turned around.
  private mutating func align(
    _ query: Query, _ reading: Int, most: Int = .max, formsCompared: Bool = false
  ) -> WholeNameCost? {
    let text = query.readings[reading]
    let straight = aligner.compare(
      text, number: reading, with: name, most: most, formsCompared: formsCompared)
    guard let turned = name.uninverted,
      let other = aligner.compare(
        text, number: reading, with: turned, most: most, formsCompared: formsCompared)
    else { return straight }
    guard let straight, straight.cost <= other.cost else { return other }
    return straight
  }

  private static func score(_ found: WholeNameCost) -> Double {
    if found.isIdentical { return 1 }
    if found.isFoldedEqual { return max(0.9, 0.99 - 0.01 * Double(found.cost)) }
    let scale = Self.scale(letterCount: found.letterCount)
    return regular * scale / (scale + Double(found.cost))
  }

  /// The score of a regular romanization.
  private static let regular = 0.97

  /// The cost that halves the score: costs weigh less in a longer name.
  private static func scale(letterCount: Int) -> Double { 8 + Double(letterCount) / 2 }

  /// The most that a name may cost that scores at least so much, unless its folded form is the same.
  private static func most(_ query: NameText, _ least: Double) -> Int {
    guard least > 0 else { return .max }
    return Int((scale(letterCount: query.letterCount) * (regular / least - 1)).rounded(.up))
  }
}

extension NameText {
  /// The folded form without its spaces.
  var foldedLetters: String { folded.filter { $0 != " " } }
}
