/// What is in a lexicon, counted.
public struct LexiconStatistics: Sendable {
  /// A word with how often it occurs.
  public struct Count: Sendable {
    /// A kind, a language or a role.
    public let value: String
    /// How often it occurs.
    public let count: Int
  }

  /// Entities by kind, the most frequent first.
  public let kinds: [Count]
  /// Names by language, the most frequent first.
  public let languages: [Count]
  /// Names by role, the most frequent first.
  public let roles: [Count]
  /// Bytes by section, in file order.
  public let sections: [Count]
}

extension Lexicon {
  /// Counts what is in the lexicon.
  ///
  /// - Complexity: O(*n*) in the names.
  public func statistics() -> LexiconStatistics {
    var kinds = [Int](repeating: 0, count: sections.count(.kinds))
    var languages = [Int](repeating: 0, count: sections.count(.languages))
    var roles = [Int](repeating: 0, count: sections.count(.roles))
    for index in 0..<entityCount {
      let detail = Int(sections.load(UInt32.self, .entities, index, field: 16))
      let kind = Int(sections.load(UInt16.self, .entityDetails, detail, field: 16))
      if kind < kinds.count { kinds[kind] += 1 }
    }
    for index in 0..<nameCount {
      let detail = Int(sections.load(UInt32.self, .names, index, field: 16))
      let language = Int(sections.load(UInt16.self, .details, detail, field: 24))
      let role = Int(sections.load(UInt8.self, .details, detail, field: 26))
      if language < languages.count { languages[language] += 1 }
      if role < roles.count { roles[role] += 1 }
    }
    return LexiconStatistics(
      kinds: counts(kinds, .kinds), languages: counts(languages, .languages), roles: counts(roles, .roles),
      sections: Layout.Section.allCases.map { section in
        .init(value: "\(section)", count: sections.count(section) * section.elementSize)
      })
  }

  private func counts(_ counts: [Int], _ section: Layout.Section) -> [LexiconStatistics.Count] {
    counts.enumerated().filter { $0.element > 0 }
      .map { .init(value: sections.string(sections.span(section, $0.offset)), count: $0.element) }
      .sorted { $0.count == $1.count ? $0.value < $1.value : $0.count > $1.count }
  }
}
