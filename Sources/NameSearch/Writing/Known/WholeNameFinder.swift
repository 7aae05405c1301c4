internal import ArabicText

/// Finds the names of a lexicon that a query spells as a whole.
///
/// Storage is kept from query to query; one value serves one thread.
struct WholeNameFinder {
  private let known: KnownWords
  private var candidates = CandidateFinder()
  private var aligner: WholeNameAligner
  private var name = NameText()

  init(known: KnownWords) {
    self.known = known
    aligner = WholeNameAligner(known: known)
  }

  /// Takes a query; what is found is of this one until the next.
  mutating func load(_ query: Query) {
    candidates.load(query, known: known)
    aligner.removeAll()
  }

  /// Adds the entities of a lexicon that have the name.
  mutating func find(_ query: Query, in lexicon: Lexicon, _ index: Int, into ranking: inout Ranking) {
    candidates.find(in: lexicon)
    if candidates.isCut { ranking.isCut = true }
    for candidate in candidates.candidates {
      let reading = query.readings[candidate.reading]
      // The same letters have the same folded form, so only those need be asked; then nothing of the name is read but its letters.
      if candidate.reason == .exact,
        lexicon.vocabulary.hasLetters(reading.letters.span, ofForm: candidate.form)
      {
        let score = Self.score(WholeNameCost(identicalTo: reading))
        ranking.add(form: candidate.form, of: lexicon, index, score, .exact)
        continue
      }
      lexicon.load(form: candidate.form, into: &name)
      guard let cost = align(query, candidate.reading) else { continue }
      ranking.add(
        form: candidate.form, of: lexicon, index, Self.score(cost), candidate.reason,
        hasOtherLetters: { !cost.isFoldedEqual && reading.foldedLetters != name.foldedLetters })
    }
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

  /// Aligns with the loaded name as it stands and, when it has a comma, with its words turned around.
  private mutating func align(_ query: Query, _ reading: Int) -> WholeNameCost? {
    let text = query.readings[reading]
    let straight = aligner.compare(text, number: reading, with: name)
    guard let turned = name.uninverted, let other = aligner.compare(text, number: reading, with: turned)
    else { return straight }
    guard let straight, straight.cost <= other.cost else { return other }
    return straight
  }

  private static func score(_ found: WholeNameCost) -> Double {
    if found.isIdentical { return 1 }
    if found.isFoldedEqual { return max(0.9, 0.99 - 0.01 * Double(found.cost)) }
    // Costs weigh less in a longer name.
    let scale = 8 + Double(found.letterCount) / 2
    return 0.97 * scale / (scale + Double(found.cost))
  }
}

extension NameText {
  /// The folded form without its spaces.
  fileprivate var foldedLetters: String { folded.filter { $0 != " " } }
}
