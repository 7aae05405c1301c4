/// Where a name stands among those of its entity.
///
/// The words are FollowTheMoney's (https://followthemoney.tech), and `translation`.
public enum NameRole: String, Sendable, CaseIterable {
  /// The name in use.
  case name
  /// What the name means, in another language.
  case translation
  /// Another name in use.
  case alias
  /// An acronym.
  case abbreviation
  /// A name that the entity no longer has.
  case previousName
  /// A name too common or too short to identify it alone.
  case weakAlias
}

/// A name of an entity, as its source has it.
public struct LexiconName: Sendable, Equatable {
  /// The name as written.
  public let text: String
  /// A BCP 47 tag, or nothing when the source has none.
  public let language: String
  /// Its role; one of `NameRole` unless the lexicon was made with other words.
  public let role: String
  /// When it came into use, as `2013`, `2013-08` or `2013-08-25`; nil when unknown.
  public let from: String?
  /// When it ended, in the same form; nil when it is in use or unknown.
  public let until: String?
  /// Where it comes from; nil when the source does not say.
  public let source: String?
}

/// An entity of a lexicon.
public struct LexiconEntity: Sendable, Equatable {
  /// Its identifier, which never changes.
  public let id: String
  /// Its kind, such as `person`; nothing when the source has none.
  public let kind: String
  /// The name to show for it.
  public let caption: String
  /// Codes of the countries it belongs to, as the source has them.
  public let countries: [String]
  /// Dates that tell it apart, such as that of birth, as the source has them.
  public let dates: [String]
}
