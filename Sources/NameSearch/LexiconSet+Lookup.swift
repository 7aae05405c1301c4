extension LexiconSet {
  /// Finds the entities that have this name, in any spelling of it.
  ///
  /// Forms are proposed by exact folded form and by skeleton key and are then compared word by word, so a shared key
  /// alone is no match. The score says how regular a spelling is; see `wholeNames`. A query without letters or digits matches nothing.
  ///
  /// - Parameters:
  ///   - query: a name.
  ///   - limit: the most matches to return.
  /// - Returns: the matches, the best first.
  /// - Complexity: O(1) in the size of the lexicons for keys of bounded frequency; linear in the forms that share a
  ///   key with the query, up to a limit that the result reports.
  public func matches(for query: Query, limit: Int = 10) -> MatchList {
    wholeNames(for: query, limit: limit)
  }
}
