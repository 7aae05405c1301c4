internal import ArabicText

/// What the lexicons say of a word or compound.
struct WordFacts: Sendable {
  /// How much it tells about who is meant, 0…1.
  var weight: Float = 1
  /// Whether organizations begin with it: Army, Brigade.
  var isHead = false
  /// Whether countries are named with it as well: Kingdom, Republic.
  var isOfStates = false
  /// Whether an organization with it is another one than without it: National, Central.
  var isDistinct = false
  /// Whether places are named with it: Airport, River.
  var isOfPlaces = false
  /// Whether what takes several words may begin with it: Red, حقوق (huquq).
  var beginsPhrase = false
  /// Whether it only joins others, at least in names of organizations.
  var isLink = false
  /// The hash of its folded form, for a generic word, which may be translated.
  var meaning: UInt64 = 0
  /// The country that it names, or that what it says belongs to.
  var country = CountryWord.none
  /// Whether it is as often a title as a name.
  var mayBeTitle = false
  /// What it means as a title, by `TitleMeanings`; 0 for other words.
  var title: UInt16 = 0
  /// Whether it is known as a name that parents give.
  var isGivenName = false
  /// The vocalized Arabic words that it is known to spell.
  var known: [KnownWords.Form] = []
  /// Whether it is known as it is written, so that a word which is known as others is another.
  var isKnown = false
  /// The places that it names.
  var places: [KnownPlaces.Place] = []
}

/// Finds out what the lexicons say of words.
struct WordFactsReader: Sendable {
  let lexicons: [Lexicon]
  private let known: KnownWords
  private let places: KnownPlaces
  private let formCount: Int
  /// How much likelier than chance two words are that no form has, and are the same: a weight of 1 in nats.
  let rarest: Float

  init(_ lexicons: [Lexicon], known: KnownWords) {
    self.lexicons = lexicons
    self.known = known
    places = KnownPlaces(lexicons)
    formCount = lexicons.reduce(0) { $0 + $1.formCount }
    rarest = Rarity.nats(of: formCount)
  }

  /// The key of a word in one of the lexicons: what would be found there by its symbols.
  struct Place {
    let lexicon: Int
    let key: UInt32
  }

  /// The hashes of the folded form of a word or compound as it is written, and of what it may be.
  struct Hashes {
    let word: UInt64
    /// With the article before it.
    let whole: UInt64
    /// Without the article that it begins with.
    let bare: UInt64
    /// Without the article of the next word that it may end with.
    let stem: UInt64
    /// With an article that it has not, but may have.
    let definite: UInt64?
    /// Behind what may be "and" or "in the", without an article and with one.
    let joined: (bare: UInt64, definite: UInt64)?
  }

  /// What is known of a word or compound.
  ///
  /// One that is known with an article only may still be another word than with it.
  func facts(
    _ hashes: Hashes, isCompound: Bool, _ folded: [UInt8], _ script: PairSymbols.Script, at place: Place?
  ) -> WordFacts {
    let (hash, whole, bare) = (hashes.word, hashes.whole, hashes.bare)
    var facts = WordFacts()
    facts.known = known.forms(hash)
    if !isCompound { places.add(hash, to: &facts.places) }
    for other in [whole, bare] where other != hash && !isCompound { places.add(other, to: &facts.places) }
    for other in [whole, bare, hashes.stem] where other != hash { add(other, to: &facts) }
    facts.isKnown = !facts.known.isEmpty
    if let definite = hashes.definite { add(definite, to: &facts) }
    facts.isGivenName = facts.known.contains { form in
      known.lexicon(of: form).hasName(ofForm: Int(form.form), EntityKinds.givenNames)
    }
    facts.country = isCompound ? .none : CountryWord.find(hash)
    if !isCompound {
      facts.mayBeTitle = NameText.mayBeTitle(hash)
      facts.title = [hash, bare].lazy.map(TitleMeanings.number).first { $0 != 0 } ?? 0
      facts.isLink = LinkWords.joinsOrganizations(hash)
      facts.isHead = GenericWords.isHead(hash) || bare != hash && GenericWords.isHead(bare)
      facts.meaning = [hash, whole, bare].first(where: GenericWords.contains) ?? 0
      facts.beginsPhrase = GenericWords.mayBeginPhrase(bare)
      if let joined = hashes.joined { addJoined(joined, to: &facts) }
      facts.isOfStates = GenericWords.isOfStates(facts.meaning)
      facts.isDistinct = GenericWords.isDistinct(facts.meaning)
      facts.isOfPlaces = GenericWords.isOfPlaces(facts.meaning)
    }
    var forms = frequency(folded, script, at: place)
    var other = NameText()
    for form in facts.known.prefix(4) {
      known.load(form, into: &other)
      var symbols: [UInt8] = []
      for word in other.words { WordKey.append(other.letters[word.range], to: &symbols) }
      forms = max(forms, frequency(symbols, .arabic, at: nil))
    }
    facts.weight =
      GenericWords.isLegalForm(hash) || LinkWords.contains(hash)
      ? 0 : Rarity.weight(forms: forms, of: formCount)
    return facts
  }

  /// Adds what a word means behind "and" or "in the", unless it is known as it stands: والصناعة (wa-l-sina'a), بالقاهرة (bi-l-Qahira).
  private func addJoined(_ joined: (bare: UInt64, definite: UInt64), to facts: inout WordFacts) {
    if GenericWords.mayBeginPhrase(joined.bare) { facts.beginsPhrase = true }
    guard facts.meaning == 0, facts.country == .none, facts.places.isEmpty, !facts.isKnown else { return }
    if GenericWords.contains(joined.bare) {
      facts.meaning = joined.bare
      return
    }
    facts.country = CountryWord.find(joined.bare)
    // Too many words are a place behind one letter, but few with an article.
    if facts.country == .none, joined.definite != joined.bare {
      for hash in [joined.definite, joined.bare] { places.add(hash, to: &facts.places) }
    }
  }

  /// Reads a known form into `name`.
  func load(_ form: KnownWords.Form, into name: inout NameText) { known.load(form, into: &name) }

  /// Whether the first Latin spelling of a known word has a g for itself, as foreign names have: Gregory, but not Ghalib.
  func isSpelledWithG(_ form: KnownWords.Form) -> Bool {
    let lexicon = known.lexicon(of: form)
    var isSpelled = false
    var text = NameText()
    lexicon.forEachName(ofForm: Int(form.form)) { place in
      for name in lexicon.nameRange(ofEntity: lexicon.entity(ofName: place)) {
        lexicon.load(form: lexicon.form(ofName: name), into: &text)
        guard text.words.first?.isArabic == false else { continue }
        let letters = text.letters
        isSpelled = letters.indices.contains {
          letters[$0] == 0x67 && letters.dropFirst($0 + 1).first != 0x68
        }
        break
      }
      return !isSpelled
    }
    return isSpelled
  }

  /// Calls `body` with each name of a place that is one word.
  func forEachWord(of place: KnownPlaces.Place, _ body: (ArraySlice<UInt16>) -> Void) {
    places.forEachWord(of: place, body)
  }

  private func add(_ hash: UInt64, to facts: inout WordFacts) {
    known.forEach(hash) { form in if !facts.known.contains(form) { facts.known.append(form) } }
  }

  /// How many forms have a word.
  private func frequency(_ symbols: [UInt8], _ script: PairSymbols.Script, at place: Place?) -> Int {
    var sum = 0
    for (index, lexicon) in lexicons.enumerated() {
      let vocabulary = lexicon.vocabulary
      let key =
        if let place, place.lexicon == index { Optional(place.key) } else { vocabulary.key(symbols, script) }
      if let key { sum += vocabulary.formCount(ofKey: key) }
    }
    return sum
  }
}
