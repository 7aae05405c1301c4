public import ArabicText

extension NameWriter {
  /// What spellings weigh by where they come from, compared with the first name of an entity.
  private enum Weight {
    static let input = 0.5
    static let french = 0.6
    static let otherLanguage = 0.45
    static let otherName = 0.4
    static let formerName = 0.3
    static let rule = 0.75
    static let library = 0.6
    static let libraryWithSigns = 0.4
    static let proposed = 0.9
    /// How much less the next name of a list weighs than the one before.
    static let next = 0.94
  }

  /// How many combinations of spellings are made, and how many of them get other articles.
  private static let combinations = 24
  private static let withArticles = 6
  private static let rarest = 0.02
  /// Longer names have no variants but themselves.
  private static let longestForVariants = 24

  /// Returns spellings under which a name may be found elsewhere, likeliest first.
  ///
  /// For a name that the lexicon knows they are its other spellings; then standard forms, combinations of the usual
  /// spellings of its words, what the model proposes, and what people type: without hamza, with ه for ة, with the
  /// article written apart, glued or not at all. A spelling that does not sound like the name is not among them.
  /// Translations are only given when there is nothing else.
  ///
  /// - Parameters:
  ///   - name: a name in either script.
  ///   - script: the script of the spellings to return; nil for both.
  ///   - limit: the most spellings to return.
  /// - Returns: the spellings; none for a text without a letter.
  public func variants(of name: String, script: WritingSystem? = nil, limit: Int = 20) -> [NameVariant] {
    var list = VariantList()
    let known = englishPlace(name) ?? knownName(name, translated: true)
    let reading = known.map { vocalized($0, best: 3) } ?? vocalized(name, best: 3)
    let (pieces, units) = reading
    guard !pieces.words.isEmpty, pieces.words.count <= Self.longestForVariants,
      name.utf8.count <= 1024
    else {
      addAsGiven(name, to: &list)
      return list.variants(script, limit: limit)
    }
    // The forms that a spelling may sound like: the name, and others of the entity with the same letters.
    let spoken = [pieces.text(units.compactMap { $0.readings.first })] + (known.map(formsAlike) ?? [])
    if let known { add(known, spoken, to: &list) }
    addArabic(pieces, units, to: &list)
    addStandards(pieces, units, spoken, to: &list)
    addCombinations(pieces, units, spoken, to: &list)
    addAsGiven(name, spelling: spoken, to: &list)
    let plain = list.texts(.latin).filter { $0.text.utf8.allSatisfy { $0 < 0x80 } }
    for (text, weight) in plain.prefix(Self.withArticles) {
      for variant in LatinArticle.variants(of: text) where spells(variant.text, spoken) {
        list.add(variant.text, .latin, weight * variant.weight)
      }
    }
    for (text, weight) in list.texts(.arabic).prefix(2) {
      for variant in ArabicTyping.variants(of: text) {
        list.add(variant.text, .arabic, weight * variant.weight)
      }
    }
    return list.variants(script, limit: limit)
  }

  private func spells(_ text: String, _ forms: [String]) -> Bool {
    forms.contains { book.spells(text, $0, lexicons.known) }
  }

  private func formsAlike(_ known: KnownName) -> [String] {
    let letters = Self.letters(known.arabic)
    return book.names(ofEntityWith: known.name).filter {
      $0.language == WordBook.arabic && $0.text != known.arabic && Self.letters($0.text) == letters
    }.map(\.text)
  }

  private func addAsGiven(_ name: String, spelling forms: [String]? = nil, to list: inout VariantList) {
    guard let script = WritingSystem.dominant(in: name), script != .other else { return }
    if let forms, !spells(name, forms) { return }
    list.add(script == .arabic ? VocalizedWord.bare(name) : name, script, Weight.input)
  }

  /// The names of a known entity that are spellings, and in the end its other names.
  private func add(_ known: KnownName, _ spoken: [String], to list: inout VariantList) {
    let role = book.entry(known.name).role
    let isFormer = role == NameRole.previousName.rawValue
    var weights: [String: Double] = [:]
    // What English calls it comes before what spells the Arabic name by rule.
    let names = book.names(ofEntityWith: known.name)
    let isEnglish = { (name: LexiconName) in name.language == WordBook.english && name.role == role }
    for name in names.filter(isEnglish) + names.filter({ !isEnglish($0) }) {
      guard name.role != NameRole.translation.rawValue, name.role != NameRole.abbreviation.rawValue,
        let script = WritingSystem.dominant(in: name.text), script != .other
      else { continue }
      let isArabicName = name.language.hasPrefix(WordBook.arabic)
      // The Latin names beside the one in use spell it, by whatever rule.
      let isBeside = isArabicName && script == .latin && role == NameRole.name.rawValue && name.role == role
      let isSame = isBeside || spells(name.text, spoken)
      // A name in another language is a spelling when it sounds like the Arabic one.
      guard isSame || isArabicName else { continue }
      var weight =
        name.language == WordBook.latin || name.language == WordBook.arabic || isEnglish(name)
        ? 1 : isArabicName ? Weight.french : Weight.otherLanguage
      if !isSame {
        let isOtherTime = (name.role == NameRole.previousName.rawValue) != isFormer
        weight *= isOtherTime ? Weight.formerName : Weight.otherName
      }
      let key = name.language + (isSame ? "" : name.role)
      weight *= weights[key] ?? 1
      weights[key, default: 1] *= Weight.next
      list.add(script == .arabic ? VocalizedWord.bare(name.text) : name.text, script, weight)
    }
  }

  private func addArabic(_ pieces: ArabicPieces, _ units: [Unit], to list: inout VariantList) {
    let found = BestCombinations.find(units.map { $0.readings.map(\.probability) }, count: 4)
    guard let best = found.first?.weight, best > 0 else { return }
    for (choices, weight) in found where weight > best / 20 {
      let readings = zip(units, choices).map { $0.readings[$1] }
      list.add(VocalizedWord.bare(pieces.text(readings)), .arabic, weight / best)
    }
  }

  private func addStandards(
    _ pieces: ArabicPieces, _ units: [Unit], _ spoken: [String], to list: inout VariantList
  ) {
    let readings = units.compactMap(\.readings.first)
    if let common = try? Scheme.named(Self.everydayScheme) {
      list.add(common.romanize(spoken[0]), .latin, Weight.rule)
    }
    if let library = try? Scheme.named(Self.scholarlyScheme) {
      let text = standard(pieces, readings, library)
      list.add(Self.plain(text), .latin, Weight.library)
      list.add(text, .latin, Weight.libraryWithSigns)
    }
  }

  private func addCombinations(
    _ pieces: ArabicPieces, _ units: [Unit], _ spoken: [String], to list: inout VariantList
  ) {
    guard let common = try? Scheme.named(Self.everydayScheme) else { return }
    // The words of a known name have usual spellings of their own.
    let vocalizer = Vocalizer(book: book, transducer: transducer)
    let words = units.count == 1 && units[0].words.count > 1 ? vocalizer.words(of: pieces, units[0]) : units
    let outputs = everyday(pieces, words, common, Self.combinations)
    guard let best = outputs.first?.score, best > 0 else { return }
    // What is hardly ever written so would only be noise.
    for output in outputs where output.score > best * Self.rarest && spells(output.text, spoken) {
      list.add(output.text, .latin, Weight.proposed * output.score / best)
    }
  }

  /// A romanized text without signs above and below letters, and without those for ayn and hamza.
  static func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        decomposed(text).unicodeScalars.filter { scalar in
          switch scalar {
          case "ʻ", "ʼ", "ʿ", "ʾ", "ʹ": false
          default: scalar.properties.generalCategory != .nonspacingMark
          }
        }))
  }
}
