internal import ArabicText

/// Words that are the whole name of a place, or the initials of an organization: Damascus, دمشق (Dimashq), YPG.
///
/// Names that have them are translated by them where their letters say nothing: "Damascus University" is جامعة دمشق. What they name tells
/// words apart whose letters are alike: Oman and Amman, YPG and YPJ.
struct KnownPlaces: Sendable {
  private let lexicons: [Lexicon]

  /// Knows the places of the lexicons that know words.
  init(_ lexicons: [Lexicon]) { self.lexicons = lexicons.filter(\.knowsWords) }

  /// A place, or an organization that is named by initials.
  struct Place: Equatable, Sendable {
    fileprivate let lexicon: Int
    fileprivate let entity: Int
    let isPlace: Bool
    let isCountry: Bool

    static func == (left: Place, right: Place) -> Bool {
      left.lexicon == right.lexicon && left.entity == right.entity
    }
  }

  /// The most places of one name.
  private static let limit = 4
  private static let kinds = EntityKinds.places

  /// Adds the places that a name stands for, by the hash of its folded form.
  func add(_ foldedHash: UInt64, to places: inout [Place]) {
    for (index, lexicon) in lexicons.enumerated() {
      lexicon.exact.forEach(foldedHash) { form in
        lexicon.forEachName(ofForm: Int(form)) { name in
          let role = lexicon.knownRole(ofName: name)
          guard role != .weakAlias else { return true }
          let kind = lexicon.kind(ofName: name)
          let isPlace = Self.kinds.contains(kind)
          if isPlace || role == .abbreviation && lexicon.isInitials(name) {
            let place = Place(
              lexicon: index, entity: lexicon.entity(ofName: name), isPlace: isPlace,
              isCountry: kind == EntityKinds.country)
            if !places.contains(place) { places.append(place) }
          }
          return places.count < Self.limit
        }
        return places.count < Self.limit
      }
    }
  }

  /// Calls `body` with each name of a place that is one word.
  func forEachWord(of place: Place, _ body: (ArraySlice<UInt16>) -> Void) {
    let lexicon = lexicons[place.lexicon]
    var text = NameText()
    for name in lexicon.nameRange(ofEntity: place.entity) where lexicon.knownRole(ofName: name) != .weakAlias
    {
      lexicon.load(form: lexicon.form(ofName: name), into: &text)
      let words = text.words.indices.filter { !text.isArticle($0) }
      if words.count == 1 { body(text.letters[text.words[words[0]].range]) }
    }
  }
}
