/// One finding of a comparison: which words stand for which, and why, as a person can put it in a file.
public struct EvidenceItem: Sendable, Equatable {
  /// What was found: `equal`, `particle`, `known`, `spelling`, `joined`, `initial`, `acronym`, `translation`, `apart`, `title`,
  /// `queryOnly` or `nameOnly`.
  public let kind: String
  /// Words of the query; empty for what only the name has.
  public let query: String
  /// Words of the name; empty for what only the query has.
  public let name: String
  /// By which key the word of the name was found: `exact`, `skeleton`, `spelling`, `typo`, `known`.
  public let key: String
  /// In nats; 0 is the same spelling.
  public let cost: Double
  /// A sentence that says it.
  public let explanation: String
}
