internal import ArabicText

extension NameWriter {
  /// The score from which on a match says what a name is, and not only what it may be.
  private static let sureScore = 0.85
  /// Longer texts are no names.
  static let longestKnownName = 384

  /// A name of the lexicon that a text spells.
  struct KnownName {
    /// The Arabic name, vocalized where the lexicon has it so.
    let arabic: String
    /// Which name it is.
    let name: WordBook.Name
    /// The entity it belongs to.
    let match: Match
    /// Whether the text is a romanization of fewer words than the Arabic name has: Abu Yusuf for أبو يوسف القاضي.
    let isLonger: Bool
  }

  /// The Arabic name of the entity that a text names, in any spelling.
  ///
  /// One word that spells names written differently in Arabic is not known, since its letters and vowels are chosen with the model; unless
  /// it is the first spelling of a name that is no part of names.
  ///
  /// - Parameters:
  ///   - text: a name.
  ///   - translated: whether a translation or an abbreviation names the entity as well.
  ///   - accepting: whether an Arabic name may be the one; nil for those alone that are spelled best.
  /// - Returns: the name, or nil when the lexicon does not know it.
  func knownName(
    _ text: String, translated: Bool = false, accepting: ((String) -> Bool)? = nil
  ) -> KnownName? {
    guard text.utf8.count <= Self.longestKnownName else { return nil }
    let query = Query(text)
    guard query.readings.allSatisfy({ $0.words.count <= 16 }) else { return nil }
    let list = spelledNames.matches(of: text, query, onlyBest: accepting == nil)
      .prefix(accepting == nil ? 8 : SpelledNames.most)
    guard let best = list.first?.score, best >= Self.sureScore else { return nil }
    let least = accepting == nil ? best : Self.sureScore
    var aligner = WholeNameAligner(known: lexicons.known)
    var known = list.filter { $0.score >= least && (translated || Self.isNaming($0.matched)) }
      .compactMap { arabicName(of: $0, query, &aligner, accepting) }
    if let best = known.first?.match.score { known.removeAll { $0.match.score < best } }
    // What is the whole of a name comes before what is the short name of somebody.
    if known.contains(where: { !$0.isLonger }) { known.removeAll(where: \.isLonger) }
    let isOneWord = query.readings.allSatisfy { $0.words.count == 1 }
    // One word is a part of names before it is the short name of somebody, and a first spelling says more than another.
    let alike = known.filter { book.isWord($0.name) == isOneWord }
    let isFirst = { (known: KnownName) in known.match.matched.role == NameRole.name.rawValue }
    guard let first = alike.first(where: isFirst) ?? known.first(where: isFirst) ?? alike.first ?? known.first
    else { return nil }
    guard isOneWord, Self.areDifferent(known) else { return first }
    // What is the first spelling of a place or group, and at best another spelling of parts of names, means the former: Benghazi.
    let named = known.filter(isFirst)
    let isName = named.contains { book.isWord($0.name) }
    return isName || Self.areDifferent(named) ? nil : named.first
  }

  /// Whether names are written differently in Arabic.
  static func areDifferent(_ names: [KnownName]) -> Bool {
    guard let first = names.first.map({ NameText($0.arabic).foldedHash() }) else { return false }
    return names.contains { NameText($0.arabic).foldedHash() != first }
  }

  /// The words and parts of names that a word in Latin letters spells in a way that no row lists.
  func similarWords(_ text: String) -> [KnownName] {
    guard text.utf8.count <= Self.longestKnownName / 4 else { return [] }
    let query = Query(text)
    guard query.readings.allSatisfy({ $0.words.count <= 2 }) else { return [] }
    let list = spelledNames.matches(of: text, query).prefix(4).filter { Self.isNaming($0.matched) }
    var aligner = WholeNameAligner(known: lexicons.known)
    return list.compactMap { arabicName(of: $0, query, &aligner) }.filter { book.isWord($0.name) }
  }

  /// What readers of Latin letters ask for.
  var lookup: NameLookup {
    NameLookup(
      name: { knownName($0) }, similar: similarWords, translated: { knownName($0, translated: true) },
      place: { knownPlace($0) })
  }

  /// The Arabic name of the entity that a text in some notation names.
  ///
  /// Digits and letters of other scripts are read as the notation has it before they are looked up: Ясир is Yasir, and 7 no h.
  func knownName(_ text: String, in notation: LatinNotation, translated: Bool = false) -> KnownName? {
    guard case .reading(let scheme) = notation, !notation.isPlain else {
      return knownName(text, translated: translated)
    }
    let isOneWord = !text.contains(" ")
    let isForeign = WritingSystem.dominant(in: text) == .other
    guard isForeign || text.utf8.contains(where: { (0x30...0x39).contains($0) }) else {
      return knownName(text, translated: translated)
    }
    // In chat spelling 2 may be q.
    let texts =
      text.utf8.contains(UInt8(ascii: "2"))
      ? [text, text.map { $0 == "2" ? "q" : "\($0)" }.joined()] : [text]
    for spelled in texts.compactMap({ scheme.everyday($0) }) {
      if let known = knownName(
        spelled, translated: translated, accepting: { scheme.accepts(text, as: VocalizedWord.bare($0)) })
      {
        return known
      }
    }
    return isOneWord ? nil : knownName(text, translated: translated)
  }

  private static func isNaming(_ name: LexiconName) -> Bool {
    switch NameRole(rawValue: name.role) {
    case .translation, .abbreviation: false
    case .name, .alias, .previousName, .weakAlias, nil: true
    }
  }

  /// The Arabic name of an entity that a query spells: one in use before one that is only another spelling of it.
  func arabicName(
    of match: Match, _ query: Query, _ aligner: inout WholeNameAligner, _ accepting: ((String) -> Bool)? = nil
  ) -> KnownName? {
    let lexicon = lexicons.lexicons[match.lexicon]
    let isFormer = match.matched.role == NameRole.previousName.rawValue
    var all: [(name: LexiconName, place: Int)] = []
    lexicon.forEachName(ofEntity: match.place) { place, name in
      guard name.language == WordBook.arabic, Self.isNaming(name), accepting?(name.text) ?? true else {
        return
      }
      all.append((name, place))
    }
    let sameTime = all.filter { ($0.name.role == NameRole.previousName.rawValue) == isFormer }
    if !sameTime.isEmpty { all = sameTime }
    guard isSpelled(match.matched.text, by: query, &aligner) else { return nil }
    var spelled: [(entry: (name: LexiconName, place: Int), rank: Int, cost: Int)] = []
    for entry in all {
      let form = NameText(entry.name.text)
      // A title that the query has not is part of a longer name.
      let costs = query.readings.enumerated().compactMap { number, reading in
        aligner.align(reading, number: number, with: form).flatMap { $0.hasTitle ? nil : $0.cost }
      }
      guard let cost = costs.min() ?? costBehindOffice(query, form, &aligner) else { continue }
      // A name without vowels says less than the same with them.
      let isBare = !form.words.contains(where: \.writesVowels)
      spelled.append((entry, Self.rank(entry.name.role) * 2 + (isBare ? 1 : 0), cost))
    }
    spelled.sort { ($0.rank, $0.cost) < ($1.rank, $1.cost) }
    let chosen =
      spelled.first?.entry ?? all.first { $0.name.role == match.matched.role }
      ?? all.min { Self.rank($0.name.role) < Self.rank($1.name.role) }
    guard let chosen else { return nil }
    // The same letters with other spaces are the same name.
    let letters = Self.letters(chosen.name.text)
    let alike = all.filter {
      Self.letters($0.name.text) == letters && Scheme.isVocalized(allWordsOf: $0.name.text)
    }
    let standard = alike.min { Self.rank($0.name.role) < Self.rank($1.name.role) } ?? chosen
    return KnownName(
      arabic: standard.name.text, name: WordBook.Name(lexicon: match.lexicon, place: standard.place),
      match: match,
      isLonger: match.matched.language == WordBook.latin && spelled.isEmpty
        && NameText(standard.name.text).words.count > NameText(match.matched.text).words.count)
  }

  /// The folded letters of a name, without its spaces.
  static func letters(_ text: String) -> String { NameText(text).folded.filter { $0 != " " } }

  private static func rank(_ role: String) -> Int {
    switch NameRole(rawValue: role) {
    case .name: 0
    case .alias: 1
    case .previousName: 2
    case .weakAlias, .translation, .abbreviation, nil: 3
    }
  }

  /// Whether the query is the name and nothing else: a title that one side lacks would be lost.
  private func isSpelled(_ name: String, by query: Query, _ aligner: inout WholeNameAligner) -> Bool {
    let form = NameText(name)
    return ([form] + [form.uninverted].compactMap { $0 }).contains { form in
      query.readings.enumerated().contains { number, reading in
        guard let evidence = aligner.align(reading, number: number, with: form) else { return false }
        // A title that is taken for the beginning of the name would be lost as well.
        let titles = reading.words.count(where: \.isTitle)
        let isShorter = form.words.count < reading.words.count
        return !evidence.hasTitle && (!isShorter || titles <= form.words.count(where: \.isTitle))
      }
    }
  }
}

extension Scheme {
  /// Whether each word of an Arabic text is vocalized.
  static func isVocalized(allWordsOf text: String) -> Bool {
    let words = ArabicPieces(text).words
    return !words.isEmpty && words.allSatisfy { isVocalized($0) }
  }
}
