internal import ArabicText

/// Romanization by ICU's rules `Arabic-Latin; Latin-ASCII`, in lower case.
///
/// The rules know no vowels beyond those that are written.
package struct ICUBaseline: Sendable {
  /// ICU's identifier of the rules.
  package static let transform = "Arabic-Latin; Latin-ASCII"

  private let transform: TextTransform

  /// - Throws: an error of ICU's when it has no data for the rules.
  package init() throws {
    transform = try TextTransform(identifier: Self.transform)
  }

  /// Romanizes a text.
  ///
  /// A text that ICU cannot change stays as it is.
  package func romanize(_ text: String) -> String { (transform.apply(to: text) ?? text).lowercased() }

  /// One Latin word for each part of the text between whitespace.
  package func words(_ text: String) -> [String] {
    ComparisonForm.tokens(of: text).map { romanize(String($0)) }
  }

  /// The only proposal, with probability 1; into Arabic there is none.
  package func proposals(_ text: String, _ direction: ScriptDirection, _ limit: Int) -> [Proposal] {
    direction == .arabicToLatin && limit > 0 ? [(romanize(text), 1)] : []
  }

  /// Compares names by the edit distance of their ASCII letters, Arabic ones romanized; 1 is equal, 0 has nothing in
  /// common.
  package var retrieval: RetrievalMethod {
    let distance = EditDistance()
    return RetrievalMethod {
      letters(of: $0)
    } score: { (left: [Unicode.Scalar], right: [Unicode.Scalar]) in
      Self.likeness(left, right, distance)
    }
  }

  /// Compares two names as `retrieval` does.
  package var comparison: ComparisonMethod {
    let distance = EditDistance()
    return ComparisonMethod { Self.likeness(letters(of: $0), letters(of: $1), distance) }
  }

  private func letters(of name: String) -> [Unicode.Scalar] {
    Array(ComparisonForm.everyday.key(of: romanize(name)).unicodeScalars)
  }

  private static func likeness(
    _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], _ distance: EditDistance
  ) -> Double {
    let longer = max(left.count, right.count)
    return longer == 0 ? 0 : 1 - Double(distance.distance(left, right)) / Double(longer)
  }
}

/// Romanization by a table: the most frequent Latin form of each Arabic word of the training pairs.
///
/// Words are compared as written, in NFC and without vowel marks. Of forms that are equally frequent the first wins.
package struct FrequentFormBaseline: Sendable {
  private struct Form {
    var latin: String
    var count: Int
  }

  private var counts: [String: [Form]] = [:]

  package init() {}

  /// Counts the pairs of a file; names of entities are passed over.
  ///
  /// - Throws: `SourceProblem` when nothing of the file can be used.
  package mutating func add(path: String, report: (SourceProblem) -> Void) throws(SourceProblem) {
    var file = try PairFile(path: path)
    guard file.hasPairs else { return }
    while let item = try file.next() {
      switch item {
      case .pair(let pair): add(pair)
      case .problem(let problem): report(problem)
      case .name: break
      }
    }
  }

  /// Counts a pair; of names with as many words on both sides, the pairs of words.
  package mutating func add(_ pair: NamePair) {
    if pair.isTokenAligned == false { return }
    let arabic = ComparisonForm.arabic.words(of: pair.arabic)
    let latin = ComparisonForm.exact.words(of: pair.latin)
    guard arabic.count == latin.count else { return }
    for (word, form) in zip(arabic, latin) {
      var forms = counts[word] ?? []
      counts[word] = nil
      if let place = forms.firstIndex(where: { $0.latin == form }) {
        forms[place].count += pair.count
      } else {
        forms.append(Form(latin: form, count: pair.count))
      }
      counts[word] = forms
    }
  }

  /// The most frequent form of a word; nil when the training pairs do not have it.
  package func form(of word: String) -> String? {
    guard let forms = counts[ComparisonForm.arabic.word(word)], var best = forms.first else { return nil }
    for form in forms where form.count > best.count { best = form }
    return best.latin
  }

  /// One Latin word for each part of the text between whitespace, empty for an unknown one.
  package func words(_ text: String) -> [String] {
    ComparisonForm.tokens(of: text).map { form(of: String($0)) ?? "" }
  }

  /// The most frequent forms of a word with their shares; into Arabic there is none.
  package func proposals(_ text: String, _ direction: ScriptDirection, _ limit: Int) -> [Proposal] {
    guard direction == .arabicToLatin, let forms = counts[ComparisonForm.arabic.word(text)] else { return [] }
    let total = Double(forms.reduce(0) { $0 + $1.count })
    let sorted = forms.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
    return sorted.prefix(limit).map { ($0.element.latin, Double($0.element.count) / total) }
  }
}
