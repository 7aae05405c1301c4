internal import ArabicText

/// What a transducer is trained on: pairs of words for everyday spelling, and words of catalogues in their names.
///
/// Files are told apart by their columns (see `PairFile`): words that are counted (`freq`) and rows of catalogues
/// (`token_aligned`) are in ALA-LC; other pairs and entities are everyday spelling, of places when the file has
/// countries, else of persons.
package struct TrainingCorpus {
  /// A word in both scripts, as the transducer reads them.
  package struct WordPair: Hashable {
    var arabic: [UInt16]
    var latin: [UInt16]
    var domain: LetterNetwork.Domain
  }

  /// A word of a catalogue, with the name it stands in; nil for a word of a table.
  struct CatalogueWord {
    var latin: [UInt16]
    var name: Int?
    var place: Int
    var arabic: [UInt16]
    var count: Int
  }

  /// Pairs with their weights, in the order in which they were first met.
  private(set) var pairs: [(pair: WordPair, weight: Float)] = []
  private var places: [WordPair: Int] = [:]
  private(set) var names: [LetterFeatures.Name] = []
  private(set) var words: [CatalogueWord] = []
  private var heldOut: Set<WordPair> = []

  /// Words longer than this are not trained on.
  private static let longestWord = 24

  package init() {}

  /// Leaves out the pairs of words of a file from what is added later.
  package mutating func holdOut(path: String, report: (SourceProblem) -> Void) throws(SourceProblem) {
    var other = TrainingCorpus()
    try other.add(path: path, report: report)
    for item in other.pairs {
      for domain in LetterNetwork.Domain.allCases {
        heldOut.insert(WordPair(arabic: item.pair.arabic, latin: item.pair.latin, domain: domain))
      }
    }
  }

  /// Adds the rows of a file.
  package mutating func add(path: String, report: (SourceProblem) -> Void) throws(SourceProblem) {
    var file = try PairFile(path: path)
    var entity = Entity()
    while let item = try file.next() {
      switch item {
      case .problem(let problem): report(problem)
      case .pair(let pair):
        if file.hasAlignment {
          addCatalogueRow(pair)
        } else if file.hasCounts {
          addTableWord(pair)
        } else {
          add(pair.arabic, pair.latin, .names, weight: 1)
        }
      case .name(let name):
        let domain: LetterNetwork.Domain = file.hasCountries ? .places : .names
        if name.entity != entity.id {
          addPairs(of: entity, domain)
          entity = Entity(id: name.entity)
        }
        if name.script == .arabic { entity.arabic.append(name.name) } else { entity.latin.append(name.name) }
        entity.domain = domain
      }
    }
    addPairs(of: entity, entity.domain)
  }

  private struct Entity {
    var id = ""
    var arabic: [String] = []
    var latin: [String] = []
    var domain = LetterNetwork.Domain.names
  }

  private mutating func addPairs(of entity: Entity, _ domain: LetterNetwork.Domain) {
    guard !entity.arabic.isEmpty else { return }
    let weight = 1 / Float(entity.arabic.count)
    for arabic in entity.arabic {
      for latin in entity.latin { add(arabic, latin, domain, weight: weight) }
    }
  }

  /// Adds the words of a name that stand for each other one by one; names that do not divide alike are passed over.
  private mutating func add(_ arabic: String, _ latin: String, _ domain: LetterNetwork.Domain, weight: Float) {
    for pair in Self.words(arabic, latin, domain) where !heldOut.contains(pair) {
      if let place = places[pair] {
        pairs[place].weight += weight
      } else {
        places[pair] = pairs.count
        pairs.append((pair, weight))
      }
    }
  }

  /// The Latin articles that gazetteers write as words of their own (BGN/PCGN 1956, note 11, with its assimilations).
  private static let articles: Set<String> = [
    "al", "el", "ul", "il", "as", "ash", "ad", "adh", "ar", "an", "at", "ath", "az",
  ]

  private static func words(_ arabic: String, _ latin: String, _ domain: LetterNetwork.Domain) -> [WordPair] {
    let isBreak: (Character) -> Bool = { $0.isWhitespace || "-،,.()/".contains($0) }
    let arabicWords = arabic.split(whereSeparator: isBreak).map { word in
      var letters: [UInt16] = []
      TransducerText.appendArabic(word, to: &letters)
      return letters
    }.filter { !$0.isEmpty }
    var latinWords: [(letters: [UInt16], hasArticle: Bool)] = []
    var sawArticle = false
    for word in latin.split(whereSeparator: isBreak) {
      var letters: [UInt16] = []
      TransducerText.appendLatin(word, to: &letters)
      if letters.isEmpty { continue }
      if !sawArticle, articles.contains(String(decoding: letters, as: UTF16.self)) {
        sawArticle = true
      } else {
        latinWords.append((letters, sawArticle))
        sawArticle = false
      }
    }
    if sawArticle { return [] }
    guard arabicWords.count == latinWords.count else { return [] }
    var pairs: [WordPair] = []
    for (arabic, latin) in zip(arabicWords, latinWords) {
      var letters = arabic
      if latin.hasArticle {
        guard letters.starts(with: article), letters.count > 3 else { return [] }
        letters.removeFirst(2)
      }
      guard letters.count <= longestWord, latin.letters.count <= longestWord else { return [] }
      pairs.append(WordPair(arabic: letters, latin: latin.letters, domain: domain))
    }
    return pairs
  }

  /// ال (alif, lam)
  private static let article: [UInt16] = [0x627, 0x644]

  // MARK: ALA-LC

  private mutating func addTableWord(_ pair: NamePair) {
    var letters: [UInt16] = []
    TransducerText.appendArabic(pair.arabic, to: &letters)
    // Words with signs or digits inside are none.
    guard letters.count == pair.arabic.utf16.count, letters.count <= Self.longestWord else { return }
    words.append(
      CatalogueWord(
        latin: TransducerText.scholarly(pair.latin), name: nil, place: 0, arabic: letters, count: pair.count))
  }

  private mutating func addCatalogueRow(_ pair: NamePair) {
    guard pair.isTokenAligned == true else { return }
    let arabic = ComparisonForm.tokens(of: pair.arabic)
    let latin = ComparisonForm.tokens(of: pair.latin)
    guard arabic.count == latin.count else { return }
    let name = LetterFeatures.Name(arabic)
    for place in arabic.indices {
      let letters = name.words[place]
      let scholarly = TransducerText.scholarly(Self.trimmed(latin[place]))
      guard !letters.isEmpty, !scholarly.isEmpty, letters.count <= Self.longestWord else { continue }
      words.append(CatalogueWord(latin: scholarly, name: names.count, place: place, arabic: letters, count: 1))
    }
    names.append(name)
  }

  /// A token without the punctuation at its ends.
  private static func trimmed(_ token: Substring) -> Substring {
    let signs: Set<Character> = [
      ".", ",", ";", ":", "(", ")", "[", "]", "{", "}", "\"", "“", "”", "«", "»", "?", "!", "/", "\\", "-", "–", "…",
    ]
    var token = token
    while let last = token.last, signs.contains(last) { token.removeLast() }
    while let first = token.first, signs.contains(first) { token.removeFirst() }
    return token
  }
}
