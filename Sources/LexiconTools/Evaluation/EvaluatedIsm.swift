package import ArabicText
package import NameSearch

/// The program itself as a system that is measured: its model, and what is made of it.
package struct EvaluatedIsm {
  /// What reports call it.
  package static let name = "ism"

  /// The model.
  package let transducer: Transducer
  /// The lexicons whose words win over the model; nil measures the model alone.
  package let lexicons: LexiconSet?
  /// How the Latin side of the files is spelled; nil for everyday spelling, or what the writer of names finds out.
  package var latinScheme: Scheme?
  private let writer: NameWriter?

  package init(transducer: Transducer = .carried, lexicons: LexiconSet? = nil) {
    self.transducer = transducer
    self.lexicons = lexicons
    writer = lexicons.map { NameWriter(lexicons: $0, transducer: transducer) }
  }

  /// All that is measured.
  package var system: EvaluatedSystem {
    var system = EvaluatedSystem(name: Self.name)
    system.generate = proposals
    system.romanizeName = words
    system.generateScholarly = scholarlyProposals
    system.retrieval = retrieval
    system.comparison = comparison
    system.candidates = candidates
    return system
  }

  /// Everyday spellings of a word or name, likeliest first; of several words the likeliest combinations.
  ///
  /// - Returns: nothing when the model knows no spelling of any word.
  package func proposals(_ text: String, _ direction: ScriptDirection, _ limit: Int) -> [Proposal] {
    if let writer { return written(text, direction, limit, by: writer) }
    var best: [Proposal] = [("", 1)]
    var isAnswered = false
    for token in ComparisonForm.tokens(of: text) {
      let word = String(token)
      let proposals =
        switch direction {
        case .arabicToLatin: transducer.romanizations(of: word, best: limit)
        case .latinToArabic: transducer.arabizations(of: latinScheme?.everyday(word) ?? word, best: limit)
        }
      if !proposals.isEmpty { isAnswered = true }
      // Digits and other scripts stay as they are.
      let spellings: [Proposal] = proposals.map { ($0.text, $0.probability) }
      best = Self.combined(best, spellings.isEmpty ? [(word, 1)] : spellings, limit)
    }
    return isAnswered ? best : []
  }

  /// What the commands `romanize` and `arabize` answer.
  private func written(
    _ text: String, _ direction: ScriptDirection, _ limit: Int, by writer: NameWriter
  ) -> [Proposal] {
    let written: Written
    switch direction {
    case .arabicToLatin:
      guard let common = try? Scheme.named("common") else { return [] }
      written = writer.romanize(text, scheme: common, best: limit)
    case .latinToArabic: written = writer.arabize(text, scheme: latinScheme, best: limit)
    }
    return written.isPassedThrough ? [] : written.outputs.map { ($0.text, $0.score) }
  }

  /// One Latin word for each part of the text between whitespace, in ALA-LC, with its vowels as they are likeliest in
  /// this name; empty where the model knows none.
  ///
  /// With lexicons it is what the command `romanize` answers.
  package func words(_ text: String) -> [String] {
    let words = ComparisonForm.tokens(of: text).map(String.init)
    if let writer, let scheme = try? Scheme.named("ala-lc") {
      let written = writer.romanize(text, scheme: scheme).outputs.first.map(\.text) ?? ""
      let parts = ComparisonForm.tokens(of: written).map(String.init)
      if parts.count == words.count { return parts }
    }
    let name = LetterFeatures.Name(words)
    return words.indices.map { transducer.vocalizations(in: name, at: $0, best: 1).first?.scholarly ?? "" }
  }

  /// Forms of a word in ALA-LC without context, likeliest first.
  package func scholarlyProposals(_ word: String, _ limit: Int) -> [Proposal] {
    transducer.vocalizations(of: [word], at: 0, best: limit).map { ($0.scholarly, $0.probability) }
  }

  /// Search over a list of names, with the words of the lexicons but without their entities.
  package var retrieval: RetrievalMethod {
    let words = lexicons?.lexicons ?? []
    return RetrievalMethod { (names) throws(SourceProblem) in
      let list = try NameListSearch(names, words: words)
      return { list.search($0, limit: 10) }
    }
  }

  /// The search of `retrieval` beside its full scan.
  package var candidates: CandidateMeasure.Method {
    let words = lexicons?.lexicons ?? []
    return { (names) throws(SourceProblem) in
      let list = try NameListSearch(names, words: words)
      // As many answers as a search gives when it is not told.
      let limit = SearchOptions().limit
      return ({ list.search($0, limit: limit) }, { list.scan($0, limit: limit) })
    }
  }

  /// What the command `compare` answers.
  package var comparison: ComparisonMethod {
    let lexicons = lexicons ?? LexiconSet([])
    return ComparisonMethod(threshold: RankingPolicy.sameThreshold) { lexicons.compare($0, $1).score }
  }

  /// The likeliest continuations; of equals those that were found first.
  static func combined(_ starts: [Proposal], _ spellings: [Proposal], _ limit: Int) -> [Proposal] {
    var texts: [Proposal] = []
    for start in starts {
      for spelling in spellings {
        let text = start.text.isEmpty ? spelling.text : start.text + " " + spelling.text
        texts.append((text, start.probability * spelling.probability))
      }
    }
    let sorted = texts.enumerated().sorted {
      ($1.element.probability, $0.offset) < ($0.element.probability, $1.offset)
    }
    return sorted.prefix(limit).map(\.element)
  }
}
