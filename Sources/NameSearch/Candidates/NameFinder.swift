internal import ArabicText

/// Finds the forms of a lexicon that a query may mean, by the words they share, the most promising first.
///
/// Words are taken from the rarest up. A form must have enough of them, weighted by rarity, to be proposed: frequent words
/// alone propose nothing when the query has rarer ones. What a form has besides is looked up for the best only.
struct NameFinder {
  /// A form with the part of the query's weight that it has, less what it has besides.
  struct Candidate {
    let form: UInt32
    let promise: Float
  }

  /// The forms that were found, the best first.
  private(set) var candidates: [Candidate] = []
  /// Whether a limit cut the search.
  private(set) var isCut = false

  /// The most forms that are read for one key, and for one term.
  private static let keyLimit = 1 << 15
  private static let termLimit = 1 << 16
  /// How many forms have their words looked at for each one that is returned.
  private static let looks = 6
  /// The most words that are looked for further than usual spellings go; names that have more are found by these.
  private static let wideTerms = 8
  /// A form may be without this part of the query's weight at most.
  private static let missingShare: Float = 0.62
  /// A word with a candidate of less regret is not read as two words written together, as long as usual spellings are looked for.
  private static let goodRegret: Int32 = 24
  /// Regret that takes a candidate's worth away, in steps.
  private static let worthless: Float = 256

  private struct Group {
    var candidates: WordCandidates
    var mask: UInt32
    var weight: Float
    /// Whether a group of the same word is there besides.
    var isSecondReading: Bool
    /// Whether a form without it is without a word of the query.
    var isNeeded: Bool { !isSecondReading && mask.nonzeroBitCount == 1 }
  }
  private var groups: [Group] = []
  private var words = WordFinder()
  private var sums = FormSums()
  /// For each key of a candidate, what it may stand for.
  private var keyTerms = KeyTerms()
  /// The words of the forms that are looked at.
  private var forms = LookedForms()

  /// Searches a lexicon.
  ///
  /// - Parameters:
  ///   - plan: the words of the query.
  ///   - lexicon: where to search.
  ///   - reach: how far its words are looked for.
  ///   - limit: the most candidates to return.
  ///   - isWanted: whether a form has an entity of a kind that is asked for; nil for all.
  mutating func find(
    _ plan: SearchPlan, in lexicon: Lexicon, _ reach: WordReach, limit: Int,
    isWanted: ((UInt32) -> Bool)? = nil
  ) {
    candidates.removeAll(keepingCapacity: true)
    isCut = plan.isCut || (reach == .wide && plan.spelledTerms > Self.wideTerms)
    gather(plan, lexicon, reach)
    guard !groups.isEmpty else { return }
    let looked = Self.looked(limit, isNarrowed: isWanted != nil)
    propose(lexicon.vocabulary, looked)
    look(lexicon.vocabulary, lexicon.keyRarities, limit, isWanted)
  }

  private mutating func gather(_ plan: SearchPlan, _ lexicon: Lexicon, _ reach: WordReach) {
    groups.removeAll(keepingCapacity: true)
    keyTerms.removeAll()
    for (number, term) in plan.terms.enumerated() {
      let reach = number < Self.wideTerms ? reach : .usual
      var all = WordCandidates()
      if !term.symbols.isEmpty {
        all = lexicon.wordCandidates.candidates(
          term.symbols, term.script, wantsHeads: term.wantsHeads, article: term.hasArticle,
          lentArticle: term.mayHaveLentArticle, reach, &words)
      }
      let found = all.keys.count
      addTails(&all, term, lexicon, reach)
      addWithoutArticle(&all, term, lexicon.vocabulary)
      addTranslations(&all, term, lexicon.vocabulary)
      if all.keys.count > found { all.sort() }
      guard !all.keys.isEmpty else { continue }
      let weight = Self.weight(all, lexicon.vocabulary) * term.share
      for candidate in all.keys {
        keyTerms.add(candidate.key, groups.count, Self.worth(candidate))
      }
      groups.append(
        Group(candidates: all, mask: term.mask, weight: weight, isSecondReading: term.isSecondReading))
    }
  }

  /// Adds what stands behind a word that ends inside the query word: "Mohamedali" is found by "Ali".
  private mutating func addTails(
    _ all: inout WordCandidates, _ term: SearchPlan.Term, _ lexicon: Lexicon, _ reach: WordReach
  ) {
    let penalty: Int32 = 24
    if reach == .usual, let best = all.keys.first, best.regret <= Self.goodRegret { return }
    var places: [Int] = []
    for head in all.heads.sorted(by: { $0.regret < $1.regret }) where !places.contains(head.place) {
      guard places.count < 2 else { return }
      places.append(head.place)
      let tail = Array(term.symbols[head.place...])
      let found = lexicon.wordCandidates.candidates(
        tail, term.script, wantsHeads: false, article: false, reach, &words)
      for candidate in found.keys.prefix(8) where !all.keys.contains(where: { $0.key == candidate.key }) {
        all.keys.append(.init(key: candidate.key, regret: head.regret + candidate.regret + penalty))
      }
    }
  }

  /// Adds the word behind a glued Latin article that the list has: "Alassad" is found by "Assad".
  private func addWithoutArticle(
    _ all: inout WordCandidates, _ term: SearchPlan.Term, _ vocabulary: Vocabulary
  ) {
    let penalty: Int32 = 16
    guard term.script == .latin, GluedArticle.begins(term.symbols[...]),
      let key = vocabulary.key(term.symbols[2...], .latin), !all.keys.contains(where: { $0.key == key })
    else { return }
    all.keys.append(.init(key: key, regret: penalty))
  }

  /// Adds the words of the list that mean the same: "China" finds الصين.
  private func addTranslations(
    _ all: inout WordCandidates, _ term: SearchPlan.Term, _ vocabulary: Vocabulary
  ) {
    let penalty: Int32 = 8
    for word in term.translations {
      guard let key = vocabulary.key(word.symbols, word.script),
        !all.keys.contains(where: { $0.key == key })
      else { continue }
      all.keys.append(.init(key: key, regret: penalty))
    }
  }

  /// The part of a word's weight that one of its candidates has.
  private static func worth(_ candidate: WordCandidates.Candidate) -> Float {
    max(0.05, 1 - Float(candidate.regret) / worthless)
  }

  /// The rarity of what a word may stand for: 0 for a word that all forms have.
  private static func weight(_ found: WordCandidates, _ vocabulary: Vocabulary) -> Float {
    guard let best = found.keys.first else { return 0 }
    var forms = 0
    for candidate in found.keys where candidate.regret <= best.regret + 24 {
      forms = max(forms, vocabulary.formCount(ofKey: candidate.key))
    }
    return Rarity.weight(forms: forms, of: vocabulary.formCount)
  }
}

extension NameFinder {
  /// How many forms have their words looked at.
  private static func looked(_ limit: Int, isNarrowed: Bool) -> Int {
    isNarrowed ? max(limit * looks, 4096) : limit * looks
  }

  /// Sums up the worth of the words that each form has, from the rarest words up.
  ///
  private mutating func propose(_ vocabulary: Vocabulary, _ looked: Int) {
    sums.removeAll()
    guard groups.count > 1 else { return proposeAlone(groups[0], vocabulary, looked) }
    let order = groups.indices.sorted { groups[$0].weight > groups[$1].weight }
    let single = groups.filter(\.isNeeded).reduce(0) { $0 + $1.weight }
    let total = max(single, groups[order[0]].weight)
    var missed: Float = 0
    for index in order {
      let group = groups[index]
      // Without a word of the groups before, the rest is too little: it only adds to what they found.
      let proposes = missed <= Self.missingShare * total
      if group.isNeeded { missed += group.weight }
      var left = Self.termLimit
      for candidate in group.candidates.keys {
        let worth = group.weight * Self.worth(candidate)
        var read = 0
        if !proposes, vocabulary.formCount(ofKey: candidate.key) > 8 * sums.count + 1024 { continue }
        vocabulary.forEachForm(ofKey: candidate.key) { form in
          read += 1
          guard left > 0 else {
            isCut = true
            return false
          }
          guard read <= Self.keyLimit else {
            isCut = true
            return false
          }
          left -= 1
          if proposes { sums.add(form, worth, group.mask) } else { sums.addMore(form, worth, group.mask) }
          return true
        }
      }
    }
  }

  /// Proposes the forms of the only term.
  ///
  /// All forms of a key are worth the same, those of few words come first, and later keys are worth less: no more are read than have
  /// their words looked at.
  private mutating func proposeAlone(_ group: Group, _ vocabulary: Vocabulary, _ looked: Int) {
    for candidate in group.candidates.keys {
      isCut = isCut || vocabulary.formCount(ofKey: candidate.key) > Self.keyLimit
      let worth = group.weight * Self.worth(candidate)
      vocabulary.forEachForm(ofKey: candidate.key) { form in
        guard sums.count < looked else { return false }
        sums.add(form, worth, group.mask)
        return true
      }
      guard sums.count < looked else { return }
    }
  }

  /// Looks at all words of the best forms and orders them.
  private mutating func look(
    _ vocabulary: Vocabulary, _ rarities: KeyRarities, _ limit: Int, _ isWanted: ((UInt32) -> Bool)?
  ) {
    let most = limit * Self.looks
    let best = sums.best(Self.looked(limit, isNarrowed: isWanted != nil))
    if best.count < sums.count { isCut = isCut || best.count < min(limit, sums.count) }
    forms.load(best, most, vocabulary, isWanted)
    for place in forms.forms.indices {
      candidates.append(
        Candidate(form: forms.forms[place], promise: promise(forms.keys(at: place), rarities)))
    }
    candidates.sort { $0.promise == $1.promise ? $0.form < $1.form : $0.promise > $1.promise }
    if candidates.count > limit { candidates.removeSubrange(limit...) }
  }

  private func promise(_ places: Range<Int>, _ rarities: KeyRarities) -> Float {
    var covered: UInt32 = 0
    var has: Float = 0
    var besides: Float = 0
    for place in places {
      let key = forms.keys[place]
      var best: (mask: UInt32, worth: Float)?
      keyTerms.forEach(key) { group, worth in
        guard groups[group].mask & covered == 0 else { return }
        let sum = worth * groups[group].weight
        if sum > best?.worth ?? 0 { best = (groups[group].mask, sum) }
      }
      if let best {
        covered |= best.mask
        has += best.worth
      } else {
        besides += rarities[key]
      }
    }
    return has - 0.3 * besides
  }
}
