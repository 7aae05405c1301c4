internal import ArabicText

/// What lexicons know about the vowels and the spellings of words and names.
///
/// A known word is an entity of the lexicon like any other: its names are its Arabic spellings, then its usual Latin
/// ones, in the order of the source. So one index serves both directions.
struct WordBook: Sendable {
  /// A name of a lexicon.
  struct Name: Hashable, Sendable {
    let lexicon: Int
    let place: Int
  }

  /// A vocalized Arabic name, and which name of the lexicon it is.
  struct Form: Sendable {
    let text: String
    let name: Name
  }

  /// The most names of one spelling that are looked at.
  private static let limit = 256

  private let lexicons: [Lexicon]

  init(_ lexicons: [Lexicon]) { self.lexicons = lexicons }

  /// The Arabic names that have the folded form of consecutive words of a name, those in use first.
  func forms(_ text: NameText, _ words: Range<Int>) -> [Form] {
    let hash = text.foldedHash(ofWords: words)
    var found: [(form: Form, rank: Int)] = []
    var name = NameText()
    for (number, lexicon) in lexicons.enumerated() {
      lexicon.exact.forEach(hash) { form in
        lexicon.load(form: Int(form), into: &name)
        // A name that is found by the words around its comma is written in another order.
        guard name.words.count == words.count, name.foldedHash() == hash else { return true }
        var count = 0
        lexicon.forEachName(ofForm: Int(form)) { place in
          count += 1
          guard count <= Self.limit else { return false }
          let entry = lexicon.name(at: place)
          guard entry.language == Self.arabic, var rank = Self.rank(entry.role) else { return true }
          // What a word is by itself comes before entities that are called so.
          if words.count == 1, !lexicon.isNamePart(entityOfName: place) { rank += 4 }
          if found.contains(where: { $0.form.text == entry.text && $0.rank <= rank }) { return true }
          found.append((Form(text: entry.text, name: Name(lexicon: number, place: place)), rank))
          return true
        }
        return true
      }
    }
    var texts: Set<String> = []
    return found.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .map(\.element.form).filter { texts.insert($0.text).inserted }
  }

  /// Whether an entity has a name with the folded form of a text.
  func hasName(_ text: NameText) -> Bool {
    let hash = text.foldedHash()
    return lexicons.contains { lexicon in
      var isFound = false
      lexicon.exact.forEach(hash) { _ in
        isFound = true
        return false
      }
      return isFound
    }
  }

  /// Whether a place has a name with the folded form of a text.
  func hasPlace(_ text: NameText) -> Bool {
    let hash = text.foldedHash()
    return lexicons.contains { lexicon in
      var isFound = false
      lexicon.exact.forEach(hash) { form in
        lexicon.forEachName(ofForm: Int(form)) { place in
          isFound = EntityKinds.places.contains(lexicon.kind(ofName: place))
          return !isFound
        }
        return !isFound
      }
      return isFound
    }
  }

  /// The Arabic forms that a known word or compound in Latin letters spells, and where its row lists the spelling.
  func arabic(_ known: KnownWords, spelling text: NameText, _ words: Range<Int>) -> [(
    form: Form, position: Int
  )] {
    let hash = text.foldedHash(ofWords: words)
    var found: [(form: Form, position: Int)] = []
    known.forEach(hash) { form in
      let lexicon = known.lexicon(of: form)
      let number = lexicons.firstIndex { $0 === lexicon } ?? 0
      var count = 0
      lexicon.forEachName(ofForm: Int(form.form)) { place in
        count += 1
        guard count <= Self.limit else { return false }
        let entry = lexicon.name(at: place)
        guard entry.language == Self.arabic else { return true }
        let spellings = latin(Name(lexicon: number, place: place))
        guard let position = spellings.firstIndex(where: { NameText($0.text).foldedHash() == hash }) else {
          return true
        }
        let form = Form(text: entry.text, name: Name(lexicon: number, place: place))
        if let old = found.firstIndex(where: { $0.form.text == form.text }) {
          if found[old].position > position { found[old] = (form, position) }
        } else {
          found.append((form, position))
        }
        return true
      }
    }
    return found
  }

  /// The Latin names of the entity that a name belongs to, in the order of the source: spellings of its Arabic name.
  func latin(_ name: Name) -> [LexiconName] {
    names(ofEntityWith: name).filter { Self.isSpelling($0) }
  }

  /// Whether the entity that a name belongs to has Arabic names with different letters.
  func hasSeveralForms(_ name: Name) -> Bool {
    let forms = names(ofEntityWith: name).filter { $0.language == Self.arabic }
    return Set(forms.map { NameText($0.text).foldedHash() }).count > 1
  }

  /// All names of the entity that a name belongs to.
  func names(ofEntityWith name: Name) -> [LexiconName] {
    let lexicon = lexicons[name.lexicon]
    return lexicon.names(ofEntity: lexicon.entity(ofName: name.place))
  }

  /// Whether a Latin name spells an Arabic one.
  func spells(_ latin: String, _ arabic: String, _ known: KnownWords) -> Bool {
    var aligner = WholeNameAligner(known: known)
    return aligner.align(NameText(latin), number: 0, with: NameText(arabic)) != nil
  }

  /// How many different names have a word.
  func frequency(of word: String) -> Int {
    let name = NameText(word)
    guard name.words.count == 1 else { return 0 }
    var symbols: [UInt8] = []
    let script = WordKey.append(name.letters[name.words[0].range], to: &symbols)
    return lexicons.reduce(0) { sum, lexicon in
      sum + (lexicon.vocabulary.key(symbols, script).map { lexicon.vocabulary.formCount(ofKey: $0) } ?? 0)
    }
  }

  /// Whether a Latin name sounds like an Arabic one by its letters, whatever the lexicon says.
  func sounds(_ latin: String, like arabic: String) -> Bool {
    let (left, right) = (NameText(latin), NameText(arabic))
    let most = WholeNameAligner.limit(letters: min(left.letters.count, right.letters.count))
    return SoundingCost.of(left, right, limit: most) != nil
  }

  /// Whether a name is that of a word or a part of names.
  func isWord(_ name: Name) -> Bool { lexicons[name.lexicon].isNamePart(entityOfName: name.place) }

  /// Whether a name is a part of names of persons.
  func isPersonal(_ name: Name) -> Bool {
    EntityKinds.names.contains(lexicons[name.lexicon].kind(ofName: name.place))
  }

  /// Whether a name is a given name, alone or of several words.
  func isGiven(_ name: Name) -> Bool {
    EntityKinds.givenNames.contains(lexicons[name.lexicon].kind(ofName: name.place))
  }

  /// Whether a name is that of a person.
  func isPerson(_ name: Name) -> Bool {
    EntityKinds.persons.contains(lexicons[name.lexicon].kind(ofName: name.place))
  }

  /// The name itself.
  func entry(_ name: Name) -> LexiconName { lexicons[name.lexicon].name(at: name.place) }

  /// The tag of names in Arabic.
  static let arabic = "ar"
  /// The tag of Arabic in Latin letters as it is usual in English.
  static let latin = "ar-Latn"
  /// English.
  static let english = "en"

  /// Whether a name is a spelling of the Arabic name in Latin letters, and no translation.
  static func isSpelling(_ name: LexiconName) -> Bool {
    guard name.role != NameRole.translation.rawValue, name.role != NameRole.abbreviation.rawValue else {
      return false
    }
    return name.language.hasPrefix(latin) || WritingSystem.dominant(in: name.text) == .latin
  }

  private static func rank(_ role: String) -> Int? {
    switch NameRole(rawValue: role) {
    case .name: 0
    case .alias: 1
    case .previousName: 2
    case .weakAlias: 3
    case .translation, .abbreviation: nil
    case nil: 1
    }
  }
}
