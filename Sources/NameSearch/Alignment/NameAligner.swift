internal import ArabicText

/// Aligns the units of a query with the units of names, in any order, and says what it found.
///
/// The alignment is the one whose pairs are together the likeliest; among equal ones the one that keeps the order. A unit
/// stands for one unit, or for two that are written together or apart. A value serves one thread.
struct NameAligner {
  private var query = NameText()
  private var units = UnitComparison()
  /// The form that is compared, and the keys of its words in its lexicon.
  private var form = NameText()
  private var keys: [UInt32] = []
  private var name = ComparedName()
  private var words: WordFactsCache
  private var findings = UnitFindings()
  private var assignment = UnitAssignment()
  private var pairs: [Pair] = []

  /// Two aligned groups of units.
  struct Pair {
    var query: Range<Int>
    var name: Range<Int>
    var finding: UnitComparison.Finding
  }

  /// Up to so many units of the query every assignment is tried; longer ones are matched unit by unit.
  static let exactLimit = 8

  init(words: WordFactsReader) { self.words = WordFactsCache(words) }

  /// Takes the query that names are compared with; what is known of it is kept when it is the same as before.
  mutating func load(_ query: NameText) {
    guard !isLoaded(query) else { return }
    self.query = query
    units.load(query, &words)
  }

  private func isLoaded(_ text: NameText) -> Bool {
    text.letters == query.letters && text.wordsBeforeComma == query.wordsBeforeComma
      && text.words.elementsEqual(query.words) { $0.range == $1.range && $0.isTitle == $1.isTitle }
  }

  /// Compares the query with a name.
  ///
  /// - Returns: the evidence, or nil when no word of one stands for a word of the other.
  mutating func align(with text: NameText) -> Evidence? {
    guard !units.query.units.isEmpty, !text.isEmpty else { return nil }
    name.load(text, &words)
    guard var evidence = evidence(text) else { return nil }
    evidence.addPieces(units.query, name, pairs)
    return evidence
  }

  /// Compares the query with a form of a lexicon, the words after its comma first.
  ///
  /// Nothing is allocated once the longest form was seen.
  ///
  /// - Returns: the evidence without its pieces, or nil when no word of one stands for a word of the other.
  mutating func compare(withForm place: Int, ofLexicon lexicon: Int) -> Evidence? {
    let vocabulary = words.reader.lexicons[lexicon].vocabulary
    form.load { vocabulary.appendLetters(ofForm: place, to: &$0) }
    guard !units.query.units.isEmpty, !form.isEmpty else { return nil }
    keys.removeAll(keepingCapacity: true)
    if form.wordsBeforeComma > 0 {
      form.uninvert()
    } else {
      vocabulary.forEachWord(ofForm: place) { if let word = $0 { keys.append(vocabulary.key(ofWord: word)) } }
    }
    name.load(form, keys: keys, of: lexicon, &words)
    return evidence(form)
  }

  /// The evidence of the loaded names, without its pieces.
  private mutating func evidence(_ text: NameText) -> Evidence? {
    let (rows, columns) = (units.query.units.count, name.units.count)
    findings.fill(rows, columns, &units, name)
    if rows <= Self.exactLimit, columns <= 3 * Self.exactLimit {
      findings.fillJoins(&units, name)
      assignment.assign(findings, &pairs)
    } else {
      findings.assignInTurn(&pairs)
    }
    // Places of the query differ, so any way to sort gives one order.
    pairs.sort { $0.query.lowerBound < $1.query.lowerBound }
    guard !pairs.isEmpty else { return nil }
    return Evidence(
      query: units.query, name: name, pairs: pairs, isIdentical: query.letters == text.letters,
      isFoldedEqual: query.isFoldedEqual(to: text), rarest: words.reader.rarest)
  }
}
