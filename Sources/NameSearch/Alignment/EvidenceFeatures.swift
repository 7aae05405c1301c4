/// What an alignment says, as numbers for `RankingPolicy`.
///
/// Weights of words are 0…1 by rarity. All numbers are the same when the two names are exchanged.
package struct EvidenceFeatures: Sendable, Equatable {
  /// The numbers, in the order of `values`.
  package enum Feature: Int, CaseIterable, Sendable {
    /// Always 1.
    case constant
    /// By how much the match that fits worst costs more for each letter than spellings of one word do.
    case misfit
    /// Matches where only one has the article.
    case articles
    /// The costs for each letter matched.
    case costPerLetter
    /// How much likelier the matches are than by chance, in tens of nats, 4 at most.
    case likelihood
    /// The weight of the words matched.
    case matchedWeight
    /// How many words were matched: 1 for one, less for each more.
    case fewness
    /// The weight that both names have besides: of the name with less of it.
    case conflict
    /// The weight that one name has besides, beyond that of the other.
    case surplus
    /// The part of all weight that was not matched.
    case missingShare
    /// Whether only one has titles: 0.25 then.
    case titles
    /// The weight of patronymics that only one has.
    case patronymics
    /// The weight of names of origin that only one has.
    case nisbas
    /// Whether only one organization has a country or a word that tells it from others of its sort: National, Central.
    case distinctions
    /// Initials that match no word.
    case strayInitials
    /// Numbers that only one has.
    case numbers
    /// Matches of a compound with its last part alone: Abd al-Rahman, Rahman.
    case droppedPrefixes
    /// Whether there are matches where only one has "son of".
    case droppedNasabs
    /// Words that stand in another order, but for one turn of the whole name.
    case moves
    /// Whether the name was turned: family name first.
    case turn
    /// Patronymics that lead the other way: X son of Y, Y son of X; less where given names alone show it.
    case reversals
    /// Matches of words written together or apart.
    case joins
    /// Matches of an initial with a word.
    case initials
    /// How far the words matched fall short of telling whose name it is, where there are others besides, 0…1.
    case vagueness
    /// Matches of spellings of two known words.
    case knownOther
    /// Whether the names are in different scripts, and whether both are in Arabic.
    case acrossScripts
    case bothArabic
    /// Whether the folded forms are the same; a little less than 1 when only one has titles.
    case foldedEqual
    /// Whether nothing was matched but heads, titles, particles and initials, and there is more.
    case onlyGeneric
    /// How surely a lexicon has both names for one entity, 0…1.
    case sharedEntity
    /// Whether one name is the initials of the other.
    case acronym
    /// Whether both names are one word.
    case singleWords
  }

  package private(set) var values = SIMD32<Float>(repeating: 0)

  package subscript(feature: Feature) -> Float {
    get { values[feature.rawValue] }
    set { values[feature.rawValue] = newValue }
  }

  package init() { self[.constant] = 1 }
}
