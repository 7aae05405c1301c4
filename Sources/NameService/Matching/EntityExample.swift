import NameSearch

/// An entity as a client describes it, in FollowTheMoney's words.
struct EntityExample: Sendable {
  let schema: String
  /// The names to look for.
  let names: [String]
  /// The kinds it may have; empty for all.
  let kinds: Set<String>
  /// As it was sent, for the answer.
  let given: JSONValue
  /// What the client should know of how it was read; nil when there is nothing.
  let remark: String?

  /// The properties that hold whole names (https://followthemoney.tech/explorer/schemata/Thing/).
  private static let nameProperties = ["name", "alias", "weakAlias", "previousName", "abbreviation"]
  private static let mostNames = 100
  private static let fewestSpare = 20

  init(
    _ value: JSONValue, _ key: String, _ schemas: SchemaTree, _ limits: ServiceSettings.Limits
  ) throws(Problem) {
    let place = "queries.\(key)"
    guard let fields = value.object, let schema = fields["schema"]?.string else {
      throw .wrong("\(place) needs a 'schema'")
    }
    guard let properties = fields["properties"]?.object else { throw .wrong("\(place) needs 'properties'") }
    var names: [String] = []
    for property in Self.nameProperties {
      names += try Self.texts(properties[property], "\(place).\(property)")
    }
    let first = try Self.texts(properties["firstName"], place)
    let last = try Self.texts(properties["lastName"], place)
    if names.isEmpty, !first.isEmpty || !last.isEmpty {
      names.append((first.prefix(1) + last.prefix(1)).joined(separator: " "))
    }
    guard names.count <= Self.mostNames else {
      throw .tooLarge("\(place) has more than \(Self.mostNames) names")
    }
    for name in names { try NameOperation.checkLength(name, limits) }
    self.schema = schema
    self.names = names
    kinds = schemas.kinds(for: schema)
    given = value
    // A schema of tomorrow's FollowTheMoney must not hide who is looked for.
    remark = schemas.isKnown(schema) ? nil : "unknown schema '\(schema)': entities of all kinds were searched"
  }

  private static func texts(_ value: JSONValue?, _ place: String) throws(Problem) -> [String] {
    guard let value else { return [] }
    if let text = value.string { return [text] }
    guard let texts = value.array?.map(\.string), !texts.contains(nil) else {
      throw .wrong("\(place) must be a string or an array of strings")
    }
    return texts.compactMap(\.self)
  }

  /// The entities it may be, each with the score of its best name.
  func results(
    _ lexicon: LoadedLexicon, _ kinds: KindTree, _ options: MatchOptions, _ work: Work
  ) throws(Problem) -> MatchResults {
    var search = SearchOptions()
    // Room for what is left out below.
    search.limit = options.limit + options.excludedIDs.count + Self.fewestSpare
    search.minimumScore = options.cutoff
    search.kinds = self.kinds
    var best: [String: Match] = [:]
    for name in names {
      try work.check()
      for match in lexicon.lexicons.search(Query(name), search).matches {
        // FollowTheMoney has no schema for the words that names are made of.
        let isOut =
          kinds.nameParts.contains(match.entity.kind) || options.excludedIDs.contains(match.entity.id)
          || options.excludedSchemas.contains(kinds.schema(match.entity.kind))
          || !options.includes(lexicon.lexicons.lexicons[match.lexicon])
        guard !isOut, match.score > best[match.entity.id]?.score ?? -1 else { continue }
        best[match.entity.id] = match
      }
    }
    let ordered = best.values.sorted { left, right in
      left.score == right.score ? left.entity.id < right.entity.id : left.score > right.score
    }
    return MatchResults(
      results: ordered.prefix(options.limit).map { match in
        ScoredEntity(match, lexicon, kinds, isMatch: match.score >= options.threshold)
      }, total: ordered.filter { $0.score >= options.threshold }.count, query: given, detail: remark)
  }
}
