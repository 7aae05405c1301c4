import NameSearch

/// What `ism stats` shows of a lexicon.
struct StatsAnswer: Answer {
  struct Count: Encodable {
    let value: String
    let count: Int
  }

  let lexicon: String
  let hash: String
  let bytes: Int
  let entities: Int
  let names: Int
  let forms: Int
  let bytesPerName: Double
  let meta: [String: String]
  let kinds: [Count]
  let languages: [Count]
  let roles: [Count]
  let sections: [Count]

  init(_ lexicon: Lexicon) {
    let statistics = lexicon.statistics()
    func counts(_ list: [LexiconStatistics.Count]) -> [Count] {
      list.map { Count(value: $0.value, count: $0.count) }
    }
    self.lexicon = lexicon.name
    hash = lexicon.hash
    bytes = lexicon.byteCount
    entities = lexicon.entityCount
    names = lexicon.nameCount
    forms = lexicon.formCount
    bytesPerName = (Double(lexicon.byteCount) / Double(max(lexicon.nameCount, 1)) * 10).rounded() / 10
    meta = Dictionary(lexicon.meta.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    kinds = counts(statistics.kinds)
    languages = counts(statistics.languages)
    roles = counts(statistics.roles)
    sections = counts(statistics.sections)
  }

  static let columns = ["lexicon", "what", "value", "count"]

  var rows: [[String]] {
    let totals = [
      ("total", "bytes", bytes), ("total", "entities", entities), ("total", "names", names),
      ("total", "forms", forms),
    ]
    let groups = [("kind", kinds), ("language", languages), ("role", roles), ("section", sections)]
    let counts = groups.flatMap { group, list in list.map { (group, $0.value, $0.count) } }
    return (totals + counts).map { [lexicon, $0.0, $0.1, "\($0.2)"] }
  }

  var text: String {
    var lines = [
      "\(Output.bold(lexicon))  \(Output.faint(hash))",
      "  \(names) names of \(entities) entities, \(forms) spellings, \(bytes) bytes, \(bytesPerName) a name",
    ]
    for (key, value) in meta.sorted(by: { $0.key < $1.key }) { lines.append("  \(key) \(value)") }
    for (title, list) in [("kinds", kinds), ("languages", languages), ("roles", roles)] where !list.isEmpty {
      lines.append("  " + title)
      lines += BarChart(list.map { ($0.value, $0.count) }).lines(indent: 4)
    }
    return lines.joined(separator: "\n")
  }
}
