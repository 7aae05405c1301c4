package import ArabicText
internal import LexiconData
internal import Synchronization

/// A compiled lexicon: entities, their names, and the keys that find them.
///
/// A file is mapped, so opening costs the same for every size and processes share its pages. Reading needs no lock.
public final class Lexicon: Sendable {
  let sections: LexiconSections
  /// Its words and the forms they stand in.
  package let vocabulary: Vocabulary
  /// What query words may stand for here.
  let wordCandidates: WordCandidateCache
  private let rarities = Mutex<KeyRarities?>(nil)
  /// What names and entities share as strings.
  private let terms: LexiconTerms
  /// By the hash of the folded form.
  let exact: KeyIndex
  /// By skeleton key.
  let skeleton: KeyIndex
  /// Known words, by the folded hash of a spelling.
  let known: KeyIndex
  private let ids: KeyIndex
  /// What the lexicon is called in messages: its path.
  public let name: String

  /// Opens a compiled lexicon.
  ///
  /// Checks the header and the section table, and reads what names and entities share as strings, a handful; `verify` walks all.
  ///
  /// - Throws: `LexiconError` when the file cannot be read, is damaged or has another format.
  /// - Complexity: O(1).
  public convenience init(path: String) throws(LexiconError) {
    try self.init(LexiconBytes(path: path), name: path)
  }

  /// The lexicon that the program carries.
  ///
  /// - Throws: `LexiconError` when the program was built with a lexicon of another format.
  public static func carried() throws(LexiconError) -> Lexicon {
    let file = unsafe lexicon_data_default_lexicon()
    let bytes = unsafe LexiconBytes(constant: UnsafeRawBufferPointer(start: file.bytes, count: file.count))
    return try Lexicon(bytes, name: "the carried lexicon")
  }

  private init(_ bytes: LexiconBytes, name: String) throws(LexiconError) {
    let sections = try LexiconSections(bytes, name: name)
    self.sections = sections
    self.name = name
    vocabulary = Vocabulary(sections)
    terms = LexiconTerms(sections)
    wordCandidates = WordCandidateCache(vocabulary)
    exact = KeyIndex(sections, directory: .exactDirectory, entries: .exactEntries)
    skeleton = KeyIndex(sections, directory: .skeletonDirectory, entries: .skeletonEntries)
    known = KeyIndex(sections, directory: .knownDirectory, entries: .knownEntries)
    ids = KeyIndex(sections, directory: .idDirectory, entries: .idEntries)
  }

  /// How rare its words are; made when it is first asked for.
  var keyRarities: KeyRarities {
    rarities.withLock { rarities in
      if let rarities { return rarities }
      let made = KeyRarities(vocabulary)
      rarities = made
      return made
    }
  }

  /// The count of entities.
  public var entityCount: Int { sections.count(.entities) }
  /// The count of names.
  public var nameCount: Int { sections.count(.names) }
  /// The count of different normalized spellings.
  public var formCount: Int { sections.count(.forms) }
  /// The bytes of the file.
  public var byteCount: Int { sections.bytes.count }
  /// The checksum in the header, as 16 hexadecimal digits: the same for the same content.
  public var hash: String {
    let digits = String(sections.checksum, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Facts about the lexicon itself: `title`, `version`, `licence`, `icu`.
  public var meta: [(key: String, value: String)] {
    (0..<sections.count(.meta)).map {
      (sections.string(sections.span(.meta, $0)), sections.string(sections.span(.meta, $0, field: 8)))
    }
  }

  /// The place of the entity with an id, or nil when there is none.
  public func entity(id: String) -> Int? {
    var found: Int?
    var hash = KeyHash()
    for unit in id.utf16 { hash.combine(unit) }
    ids.forEach(hash.value) { index in
      guard sections.string(sections.span(.entities, Int(index))) == id else { return true }
      found = Int(index)
      return false
    }
    return found
  }

  /// The entity at a place.
  public func entity(at place: Int) -> LexiconEntity {
    let detail = Int(sections.load(UInt32.self, .entities, place, field: 16))
    let kind = Int(sections.load(UInt16.self, .entityDetails, detail, field: 16))
    func list(_ field: Int) -> [String] {
      let span = sections.span(.entityDetails, detail, field: field)
      return span.count == 0 ? [] : sections.string(span).split(separator: ";").map(String.init)
    }
    return LexiconEntity(
      id: id(ofEntity: place), kind: terms.kind(kind, sections), caption: nameText(caption(ofEntity: place)),
      countries: list(0),
      dates: list(8))
  }

  /// The place of the name to show for the entity at a place.
  func caption(ofEntity place: Int) -> Int {
    Int(sections.load(UInt32.self, .entities, place, field: 12))
  }

  /// The identifier of the entity at a place.
  func id(ofEntity place: Int) -> String { sections.string(sections.span(.entities, place)) }

  /// The places of the names of an entity.
  func nameRange(ofEntity place: Int) -> Range<Int> {
    let first = Int(sections.load(UInt32.self, .entities, place, field: 8))
    let next =
      place + 1 < entityCount ? Int(sections.load(UInt32.self, .entities, place + 1, field: 8)) : nameCount
    return first..<max(first, min(next, nameCount))
  }

  /// The names of the entity at a place, in the order of the source.
  public func names(ofEntity place: Int) -> [LexiconName] {
    guard place >= 0, place < entityCount else { return [] }
    return nameRange(ofEntity: place).map { name(at: $0) }
  }

  /// The name at a place.
  package func name(at place: Int) -> LexiconName { name(at: place, text: nil) }

  /// The name at a place, whose text may be known.
  func name(at place: Int, text known: String?) -> LexiconName {
    let detail = Int(sections.load(UInt32.self, .names, place, field: 16))
    func text(_ field: Int) -> String? {
      let span = sections.span(.details, detail, field: field)
      guard span.count > 0 else { return nil }
      let text = sections.string(span)
      return text.isEmpty ? nil : text
    }
    return LexiconName(
      text: known ?? nameText(place),
      language: terms.language(Int(sections.load(UInt16.self, .details, detail, field: 24)), sections),
      role: terms.role(Int(sections.load(UInt8.self, .details, detail, field: 26)), sections),
      from: text(0), until: text(8), source: text(16))
  }

  /// The text of a name as written.
  private func nameText(_ place: Int) -> String {
    let span = sections.span(.names, place)
    if span == .asForm { return formText(Int(sections.load(UInt32.self, .names, place, field: 12))) }
    return sections.string(span)
  }

  /// The form of a name.
  func form(ofName place: Int) -> Int { Int(sections.load(UInt32.self, .names, place, field: 12)) }

  /// The role of a name.
  func role(ofName place: Int) -> String { terms.role(roleNumber(ofName: place), sections) }

  /// The role of a name, where it is one of `NameRole`.
  func knownRole(ofName place: Int) -> NameRole? { terms.knownRole(roleNumber(ofName: place)) }

  private func roleNumber(ofName place: Int) -> Int {
    let detail = Int(sections.load(UInt32.self, .names, place, field: 16))
    return Int(sections.load(UInt8.self, .details, detail, field: 26))
  }

  /// Whether a name is initials, which are read letter by letter: an abbreviation in capitals ("KH"), and none that is spoken as a
  /// word ("Daesh").
  func isInitials(_ place: Int) -> Bool {
    guard knownRole(ofName: place) == .abbreviation else { return false }
    let letters = nameText(place).unicodeScalars.filter(\.properties.isAlphabetic)
    return !letters.isEmpty && letters.allSatisfy(\.properties.isUppercase)
  }

  /// The entity that a name belongs to.
  package func entity(ofName place: Int) -> Int { Int(sections.load(UInt32.self, .names, place, field: 8)) }

  /// Calls `body` with each name of the entity at a place, and the place of the name.
  func forEachName(ofEntity place: Int, _ body: (Int, LexiconName) -> Void) {
    for name in nameRange(ofEntity: place) { body(name, self.name(at: name)) }
  }

  /// Whether the entity of a name is no entity by itself, but a word or a part of names.
  package func isNamePart(entityOfName place: Int) -> Bool {
    EntityKinds.nameParts.contains(kind(ofName: place))
  }

  /// Whether a form names nothing but words and parts of names.
  func isNamePart(form: Int) -> Bool {
    var isPart = true
    forEachName(ofForm: form) { place in
      isPart = isNamePart(entityOfName: place)
      return isPart
    }
    return isPart
  }

  /// Whether it knows words and has each entity once, as only what was compiled from a source folder does.
  var knowsWords: Bool { sections.count(.knownEntries) > 0 }

  /// Whether it has an entity of its own with this name, as it is written but for marks, so that a longer name is somebody else's.
  ///
  /// Lists do not tell apart: they have one person under several names.
  func tellsApart(_ name: NameText) -> Bool {
    guard knowsWords else { return false }
    var isFound = false
    exact.forEach(name.foldedHash()) { form in
      forEachName(ofForm: Int(form)) { place in
        isFound =
          !isNamePart(entityOfName: place)
          && ![.weakAlias, .abbreviation].contains(knownRole(ofName: place))
        return !isFound
      }
      return !isFound
    }
    return isFound
  }

  /// The kind of the entity that a name belongs to.
  func kind(ofName place: Int) -> String {
    let detail = Int(sections.load(UInt32.self, .entities, entity(ofName: place), field: 16))
    return terms.kind(Int(sections.load(UInt16.self, .entityDetails, detail, field: 16)), sections)
  }

  /// Whether an entity of one of the kinds has a form.
  func hasName(ofForm form: Int, _ kinds: Set<String>) -> Bool {
    var isFound = false
    forEachName(ofForm: form) { place in
      isFound = kinds.contains(kind(ofName: place))
      return !isFound
    }
    return isFound
  }

  /// The text of a form as a string.
  package func formText(_ form: Int) -> String {
    if let text = vocabulary.text(ofForm: form) { return text }
    var letters: [UInt16] = []
    vocabulary.appendLetters(ofForm: form, to: &letters)
    return String(letters: letters)
  }

  /// Reads a form into `name` without allocating.
  package func load(form: Int, into name: inout NameText) {
    name.load { vocabulary.appendLetters(ofForm: form, to: &$0) }
  }

  /// Calls `body` with each name that has a form, until it returns false.
  func forEachName(ofForm form: Int, _ body: (Int) -> Bool) {
    let total = sections.count(.formNames)
    let first = Int(sections.load(UInt32.self, .forms, form, field: 4))
    let next = form + 1 < formCount ? Int(sections.load(UInt32.self, .forms, form + 1, field: 4)) : total
    var place = first
    while place < min(next, total), body(Int(sections.load(UInt32.self, .formNames, place))) { place += 1 }
  }
}
