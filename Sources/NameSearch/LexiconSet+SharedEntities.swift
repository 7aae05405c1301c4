internal import ArabicText

/// Names that a known entity has, in a list that knows nothing of it: "Party of God" finds a list's حزب الله.
extension LexiconSet {
  /// A form of a list that a known entity has too, beside the query.
  struct SharedForm {
    let lexicon: Int
    let form: Int
    /// How surely the entity has the query as a name, 0…1.
    let share: Double
  }

  /// From this score of `wholeNames` on an entity is taken to have a name.
  static let sureName = 0.9

  /// How surely a known entity has both names, 0…1; nil when none has.
  func sharedEntity(_ left: Query, _ right: Query) -> Double? {
    var (first, second) = (Ranking(), Ranking())
    lookUp(left, into: &first)
    guard first.bestScore >= Self.sureName else { return nil }
    lookUp(right, into: &second)
    guard first.sharedScore(second) >= Self.sureName else { return nil }
    keepOwn(left, &first)
    keepOwn(right, &second)
    let score = first.sharedScore(second)
    return score >= Self.sureName ? score : nil
  }

  /// Whether a known entity has both names as they are written, each of several words: "Saint Joseph" and القديس يوسف (al-Qiddis Yusuf), though
  /// nobody called Joseph is called يوسف.
  func mayBeWrittenEntity(_ left: Query, _ right: Query, _ evidence: Evidence) -> Bool {
    guard !evidence.isIdentical, !evidence.hasOtherWord, evidence.features[.numbers] < 1 else { return false }
    let first = written(left)
    guard !first.isEmpty else { return false }
    let second = written(right)
    return first.contains { second.contains($0) }
  }

  /// The entities that have a name of several words as it is written but for marks.
  private func written(_ query: Query) -> [[Int]] {
    var found: [[Int]] = []
    for reading in query.readings where reading.words.count > 1 {
      let hash = reading.foldedHash()
      for (index, lexicon) in lexicons.enumerated() where lexicon.knowsWords {
        lexicon.exact.forEach(hash) { form in
          lexicon.forEachName(ofForm: Int(form)) { name in
            if lexicon.knownRole(ofName: name) != .weakAlias {
              found.append([index, lexicon.entity(ofName: name)])
            }
            return true
          }
          return true
        }
      }
    }
    return found
  }

  /// Leaves out entities whose name a query of one word only spells loosely, where it is written like that of another: "Saleh" is صالح
  /// (Salih), though "Salah" may be spelled so; and those whose vowels it contradicts, as "Ḥāmid" those of حَمِيد (Hamid).
  private func keepOwn(_ query: Query, _ ranking: inout Ranking) {
    let names = query.readings.filter { name in name.words.indices.count { !name.isArticle($0) } == 1 }
    guard names.count == query.readings.count else { return }
    let hashes = names.map { $0.foldedHash() }
    var text = NameText()
    func isWritten(_ candidate: Ranking.Candidate) -> Bool {
      lexicons[candidate.lexicon].load(form: candidate.form, into: &text)
      return hashes.contains(text.foldedHash())
    }
    var isKnown = false
    ranking.forEach(atLeast: Self.sureName) { if !isKnown { isKnown = isWritten($0) } }
    let vowels = names.map { WrittenVowels($0.letters[$0.words[$0.words.count - 1].range]) }
    let isArabic = names.allSatisfy { $0.words[0].isArabic }
    let letters = isArabic ? names.map(\.foldedLetters) : []
    ranking.revise(best: .max) { candidate in
      // Within Arabic other letters make another name: ليلى (Layla) is no ليلة (layla, a night).
      if isArabic, lexicons[candidate.lexicon].vocabulary.hasArabicWord(ofForm: candidate.form) {
        lexicons[candidate.lexicon].load(form: candidate.form, into: &text)
        if !letters.contains(text.foldedLetters) { return nil }
      }
      if isKnown, !isWritten(candidate) { return nil }
      return vowels.contains { !$0.isEmpty && contradict($0, candidate, &text) } ? nil : candidate
    }
  }

  /// Whether written vowels contradict those of the vocalized names of one word that an entity has, and agree with none.
  private func contradict(_ vowels: WrittenVowels, _ candidate: Ranking.Candidate, _ text: inout NameText)
    -> Bool
  {
    let lexicon = lexicons[candidate.lexicon]
    guard lexicon.knowsWords else { return false }
    var (isOther, isOwn) = (false, false)
    for name in lexicon.nameRange(ofEntity: lexicon.entity(ofName: candidate.name)) {
      lexicon.load(form: lexicon.form(ofName: name), into: &text)
      guard text.words.count == 1 else { continue }
      let word = text.letters.dropFirst(WordKey.articleLength(text.letters[...]))
      for known in [WrittenVowels(lengthsOf: word), WrittenVowels(word)] {
        if vowels.contradict(known) { isOther = true } else if vowels.agree(known) { isOwn = true }
      }
    }
    return isOther && !isOwn
  }

  /// The forms of lists that are written like a name of an entity that the query surely names; none without a lexicon that knows words.
  ///
  /// - Complexity: that of a lookup in the lexicons that know words, and of one step for each name of the entities found.
  func sharedForms(_ query: Query) -> [SharedForm] {
    guard lexicons.contains(where: \.knowsWords), !lexicons.allSatisfy(\.knowsWords) else { return [] }
    var ranking = Ranking()
    lookUp(query, knowing: true, into: &ranking)
    var forms: [SharedForm] = []
    var text = NameText()
    ranking.forEach(atLeast: Self.sureName) { candidate in
      let known = lexicons[candidate.lexicon]
      guard known.knownRole(ofName: candidate.name) != .weakAlias else { return }
      for name in known.nameRange(ofEntity: known.entity(ofName: candidate.name))
      where known.knownRole(ofName: name) != .weakAlias {
        known.load(form: known.form(ofName: name), into: &text)
        let hash = text.foldedHash()
        for (index, list) in lexicons.enumerated() where !list.knowsWords {
          list.exact.forEach(hash) { form in
            forms.append(SharedForm(lexicon: index, form: Int(form), share: candidate.score))
            return true
          }
        }
      }
    }
    return forms
  }

  /// Whether what was found of two names leaves room for their being names of one entity.
  ///
  /// What is known as two different words stays two, though one skeleton finds the same names for both.
  static func mayShareEntity(_ evidence: Evidence?) -> Bool {
    guard let evidence else { return true }
    return !evidence.isIdentical && !evidence.hasOtherWord && evidence.features[.knownOther] == 0
      && evidence.features[.numbers] < 1
  }
}

extension EvidenceItem {
  /// What is said of two names that a lexicon has for one entity.
  static func sharedEntity(_ query: String, _ name: String) -> EvidenceItem {
    EvidenceItem(
      kind: Evidence.Reason.translation.rawValue, query: query, name: name, key: "known", cost: 0,
      explanation: "a lexicon has '\(query)' and '\(name)' as names of one entity")
  }
}
