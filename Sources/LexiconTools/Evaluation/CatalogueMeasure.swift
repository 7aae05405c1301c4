/// Accuracy on the names of a catalogue, where words are romanized in the context of their name.
package struct CatalogueFigures: Encodable, Sendable {
  /// Words right and wrong.
  package var words = Parts(each: Tally())
  /// Names right and wrong; a name is right when all its words are.
  package var names = Tally()
  /// Words that training did not see, without their context, by the best proposals.
  package var unseenWords = GenerationFigures()
  /// Each Arabic name once: right is any of the forms that the file gives it.
  package var distinct = Class()
  /// By the classes of the file.
  package var classes: [String: Class] = [:]
  /// Rows left out, since their words do not stand for each other one by one.
  package var unalignedRows = 0
  /// Rows measured as whole names only, since the sides have different numbers of words.
  package var unequalRows = 0
  /// Rows answered with another number of words than they have; all their words count as wrong.
  package var misansweredRows = 0

  /// The figures of a class.
  package struct Class: Encodable, Sendable {
    package var words = Tally()
    package var names = Tally()
  }

  package init() {}
}

/// Measures the romanization of names against a catalogue.
///
/// Taken are rows with `token_aligned` 1. Words stand between whitespace; signs at their ends are dropped on both sides,
/// and parts without letters and digits are no words. Words without a letter, such as years, are not measured.
///
/// A catalogue that lists each spelling of a heading once counts a slip of one record as much as the form of hundreds. The
/// figures of distinct names are the accuracy of the NEWS shared tasks on transliteration (N. Chen and others, "Report of NEWS
/// 2018 Named Entity Transliteration Shared Task", 2018): a source counts once, and any of its references is right.
package struct CatalogueMeasure {
  private let form: ComparisonForm
  private let record: TrainingRecord?

  /// Makes a measure.
  ///
  /// - Parameters:
  ///   - form: in which form answer and reference are compared.
  ///   - record: what training saw; a word is seen when its Arabic spelling is in the record, so this record should be
  ///     of files in the same romanization.
  package init(form: ComparisonForm = .scholarly, record: TrainingRecord? = nil) {
    self.form = form
    self.record = record
  }

  /// Romanizes each name as a whole and compares word by word.
  ///
  /// - Parameters:
  ///   - pairs: the rows of a catalogue file.
  ///   - romanizeName: gives one Latin word for each part of the Arabic text between whitespace.
  ///   - generate: gives the best proposals for a word without context, for the words that training did not see.
  /// - Returns: the figures of the file.
  package func measure(
    _ pairs: [NamePair], romanizeName: (String) -> [String], generate: ((String, Int) -> [Proposal])? = nil
  ) -> CatalogueFigures {
    var figures = CatalogueFigures()
    var unseen: [NamePair] = []
    var sources = Sources()
    for pair in pairs {
      guard pair.isTokenAligned == true else {
        figures.unalignedRows += 1
        continue
      }
      let row = Row(pair, form)
      guard !row.references.isEmpty else { continue }
      let answer = romanizeName(pair.arabic)
      let isNameRight = answer.map(form.word).filter { !$0.isEmpty } == row.references
      figures.names.add(isNameRight)
      sources.add(row, answer.map(form.word))
      if !pair.kind.isEmpty {
        figures.classes[pair.kind, default: CatalogueFigures.Class()].names.add(isNameRight)
      }
      guard row.words.count == row.references.count else {
        figures.unequalRows += 1
        continue
      }
      let isAnswered = answer.count == row.tokenCount
      if !isAnswered { figures.misansweredRows += 1 }
      for (word, reference) in zip(row.words, row.references) where word.hasLetter {
        let isRight = isAnswered && form.word(answer[word.place]) == reference
        let isSeen = record?.containsWord(word.text)
        figures.words.update(isSeen: isSeen) { $0.add(isRight) }
        if !pair.kind.isEmpty {
          figures.classes[pair.kind, default: CatalogueFigures.Class()].words.add(isRight)
        }
        if isSeen == false { unseen.append(NamePair(arabic: word.text, latin: reference)) }
      }
    }
    sources.measure(&figures.distinct)
    if let generate {
      let measure = GenerationMeasure(direction: .arabicToLatin, form: form)
      figures.unseenWords = measure.measure(unseen, generate: generate).parts.all
    }
    return figures
  }

  /// Arabic names with all forms that the file gives them.
  private struct Sources {
    private var places: [[String]: Int] = [:]
    private var sources: [Source] = []

    private struct Source {
      let answer: [String]
      let isAnswered: Bool
      let words: [(place: Int, text: String, hasLetter: Bool)]
      var names: Set<[String]> = []
      var forms: [Set<String>]
    }

    mutating func add(_ row: Row, _ answer: [String]) {
      let key = row.words.map(\.text)
      let place = places[key] ?? sources.count
      if place == sources.count {
        places[key] = place
        let forms = Array(repeating: Set<String>(), count: row.words.count)
        let isAnswered = answer.count == row.tokenCount
        sources.append(Source(answer: answer, isAnswered: isAnswered, words: row.words, forms: forms))
      }
      sources[place].names.insert(row.references)
      guard row.words.count == row.references.count else { return }
      for (number, reference) in row.references.enumerated() {
        sources[place].forms[number].insert(reference)
      }
    }

    func measure(_ figures: inout CatalogueFigures.Class) {
      for source in sources {
        figures.names.add(source.names.contains(source.answer.filter { !$0.isEmpty }))
        for (word, forms) in zip(source.words, source.forms) where word.hasLetter && !forms.isEmpty {
          figures.words.add(source.isAnswered && forms.contains(source.answer[word.place]))
        }
      }
    }
  }

  /// The words of a row.
  private struct Row {
    let words: [(place: Int, text: String, hasLetter: Bool)]
    let references: [String]
    let tokenCount: Int

    init(_ pair: NamePair, _ form: ComparisonForm) {
      let tokens = ComparisonForm.tokens(of: pair.arabic)
      tokenCount = tokens.count
      words = tokens.enumerated().compactMap { place, token in
        let text = ComparisonForm.arabic.word(String(token))
        if text.isEmpty { return nil }
        return (place, text, text.unicodeScalars.contains { $0.properties.isAlphabetic })
      }
      references = form.words(of: pair.latin)
    }
  }
}
