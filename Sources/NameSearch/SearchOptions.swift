/// What an approximate search returns.
public struct SearchOptions: Sendable {
  /// The most matches.
  public var limit = 10
  /// Matches with a lower score are left out; 0…1.
  public var minimumScore = 0.0
  /// The kinds of entities to find; empty for all.
  public var kinds: Set<String> = []
  /// Whether matches carry their evidence.
  public var explains = false

  /// Makes options with their defaults.
  public init() {}
}
