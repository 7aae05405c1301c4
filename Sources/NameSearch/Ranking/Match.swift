/// An entity that a query may mean.
public struct Match: Sendable {
  /// The entity.
  public let entity: LexiconEntity
  /// 0…1; see `RankingPolicy`.
  public let score: Double
  /// The name of the entity that is closest to the query.
  public let matched: LexiconName
  /// By which key it was found.
  public let reason: CandidateReason
  /// What stands for what and what is left over; empty unless it was asked for.
  public var evidence: [EvidenceItem] = []
  /// The lexicon of a set, and the place of the entity in it.
  package let lexicon: Int
  package let place: Int
}

/// The answer to a query.
public struct MatchList: Sendable {
  /// By score, the best first, then by id.
  public let matches: [Match]
  /// Whether more names shared a key than were compared, more entities a name than were listed, or a query had more words than
  /// are looked for as far as others, so that matches may be missing.
  public let isCut: Bool
}
