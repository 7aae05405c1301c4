/// The JSON object that answers one name of a lookup or a search, the same from the command and from the service.
package struct LookupAnswer: Encodable, Sendable {
  package let query: String
  package let matches: [MatchAnswer]
  /// Whether matches may be missing because the name is too frequent or too long; left out when not.
  package let cut: Bool?
  package let error: String?

  package init(query: String, matches: [MatchAnswer], isCut: Bool, error: String? = nil) {
    self.query = query
    self.matches = matches
    cut = isCut ? true : nil
    self.error = error
  }
}

/// One match.
package struct MatchAnswer: Encodable, Sendable {
  package let id: String
  package let kind: String
  package let caption: String
  package let score: Double
  package let matched: NameAnswer
  package let names: [NameAnswer]?
  package let evidence: [EvidenceAnswer]?

  package init(_ match: Match, allNames: [LexiconName]?, explains: Bool = false) {
    id = match.entity.id
    kind = match.entity.kind
    caption = match.entity.caption
    score = rounded(match.score)
    matched = NameAnswer(match.matched)
    names = allNames.map { $0.map(NameAnswer.init) }
    evidence = explains ? match.evidence.map(EvidenceAnswer.init) : nil
  }
}

/// One name of an entity.
package struct NameAnswer: Encodable, Sendable {
  package let name: String
  package let language: String
  package let role: String
  package let from: String?
  package let until: String?
  /// Where the name comes from; for people, and not in JSON.
  package let source: String?

  private enum CodingKeys: String, CodingKey { case name, language, role, from, until }

  package init(_ name: LexiconName) {
    self.name = name.text
    language = name.language
    role = name.role
    from = name.from
    until = name.until
    source = name.source
  }
}

/// An entity with all its names.
package struct EntityAnswer: Encodable, Sendable {
  package let id: String
  package let kind: String
  package let caption: String
  package let names: [NameAnswer]

  package init(_ entity: LexiconEntity, names: [LexiconName]) {
    id = entity.id
    kind = entity.kind
    caption = entity.caption
    self.names = names.map(NameAnswer.init)
  }
}

/// A score with four digits.
func rounded(_ score: Double) -> Double { (score * 10_000).rounded() / 10_000 }
