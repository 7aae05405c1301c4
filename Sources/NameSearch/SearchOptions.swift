/// What an approximate search returns.
public struct SearchOptions: Sendable {
  /// The most matches.
  public var limit: Int
  /// Matches with a lower score are left out; 0…1.
  public var minimumScore: Double
  /// The kinds of entities to find; empty for all.
  public var kinds: Set<String>
  /// Whether matches carry their evidence.
  public var explains: Bool

  /// Makes options.
  public init(
    limit: Int = 10, minimumScore: Double = 0, kinds: Set<String> = [], explains: Bool = false
  ) {
    self.limit = limit
    self.minimumScore = minimumScore
    self.kinds = kinds
    self.explains = explains
  }
}
