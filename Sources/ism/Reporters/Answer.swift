import ArabicText
import NameSearch

/// What a command found for one item, ready for every format.
///
/// Encoding gives the JSON object of the command; `rows` the lines of CSV and TSV; `text` the lines for a person.
protocol Answer: Encodable {
  /// The columns of `rows`.
  static var columns: [String] { get }
  /// One row for each match or part.
  var rows: [[String]] { get }
  /// Lines for a person, without a line end at the end.
  var text: String { get }
}

/// The answer to one name of `ism lookup`.
struct LookupAnswer: Answer {
  let query: String
  let matches: [MatchAnswer]
  /// Whether matches may be missing because a key was too frequent; left out when not.
  let cut: Bool?
  let error: String?

  init(query: String, matches: [MatchAnswer], isCut: Bool, error: String? = nil) {
    self.query = query
    self.matches = matches
    cut = isCut ? true : nil
    self.error = error
  }

  static let columns = [
    "query", "id", "kind", "caption", "score", "name", "language", "role", "from", "until",
  ]

  var rows: [[String]] {
    guard !matches.isEmpty else { return [[query] + [String](repeating: "", count: Self.columns.count - 1)] }
    return matches.map { match in
      let name = match.matched
      return [
        query, match.id, match.kind, match.caption, "\(match.score)", name.name, name.language, name.role,
        name.from ?? "", name.until ?? "",
      ]
    }
  }

  var text: String {
    guard !matches.isEmpty else { return Output.isolated(query) + "\n  " + Output.faint("nothing found") }
    let remark = cut == true ? ["  " + Output.faint("the list was cut: the name is too frequent")] : []
    return ([Output.isolated(query)] + matches.map(\.text) + remark).joined(separator: "\n")
  }
}

/// One match.
struct MatchAnswer: Encodable {
  let id: String
  let kind: String
  let caption: String
  let score: Double
  let matched: NameAnswer
  let names: [NameAnswer]?
  let evidence: [EvidenceAnswer]?

  init(_ match: Match, allNames: [LexiconName]?, explains: Bool = false) {
    id = match.entity.id
    kind = match.entity.kind
    caption = match.entity.caption
    score = (match.score * 10_000).rounded() / 10_000
    matched = NameAnswer(match.matched)
    names = allNames.map { $0.map(NameAnswer.init) }
    evidence = explains ? match.evidence.map(EvidenceAnswer.init) : nil
  }

  var text: String {
    var lines = [
      "  \(Output.bold(Output.isolated(caption)))  \(kind)  \(Output.faint(id))  \(score)",
      "    " + Output.faint("as ") + matched.text,
    ]
    if let names { lines += NameAnswer.table(names).lines(indent: 4) }
    lines += (evidence ?? []).map { "    " + $0.text }
    return lines.joined(separator: "\n")
  }
}

/// One name of an entity.
struct NameAnswer: Encodable {
  let name: String
  let language: String
  let role: String
  let from: String?
  let until: String?
  /// Where the name comes from; for people, and not in JSON.
  private let source: String?

  private enum CodingKeys: String, CodingKey { case name, language, role, from, until }

  init(_ name: LexiconName) {
    self.name = name.text
    language = name.language
    role = name.role
    from = name.from
    until = name.until
    source = name.source
  }

  /// All names of an entity; the name itself comes last, so that its direction moves nothing else.
  static func table(_ names: [NameAnswer]) -> TextTable {
    TextTable(
      columns: ["role", "language", "from–until", "source", "name"],
      rows: names.map { [$0.role, $0.language, $0.time, $0.source ?? "", $0.name] })
  }

  /// `2013–2025-01-29`; nothing when neither is known.
  private var time: String { from == nil && until == nil ? "" : "\(from ?? "")–\(until ?? "")" }

  private static let roles = [
    "alias": "also", "weakAlias": "also, weak", "previousName": "former name", "abbreviation": "abbreviation",
    "translation": "translation",
  ]

  var text: String {
    var remarks = [language, Self.roles[role] ?? ""].filter { !$0.isEmpty }
    if !time.isEmpty { remarks.append(time) }
    return Output.isolated(name) + Output.faint("  (\(remarks.joined(separator: ", ")))")
  }
}

/// The answer to one name of `ism parse`.
struct ParseAnswer: Answer {
  struct Part: Encodable {
    let text: String
    let kind: String
  }

  let input: String
  let parts: [Part]
  let error: String?

  init(input: String, parts: [NamePart], error: String? = nil) {
    self.input = input
    self.parts = parts.map { Part(text: $0.text, kind: $0.kind.rawValue) }
    self.error = error
  }

  static let columns = ["input", "text", "kind"]
  var rows: [[String]] { parts.isEmpty ? [[input, "", ""]] : parts.map { [input, $0.text, $0.kind] } }
  var text: String {
    let lines = parts.map {
      "  " + $0.kind + String(repeating: " ", count: 10 - $0.kind.count) + Output.isolated($0.text)
    }
    return ([Output.isolated(input)] + lines).joined(separator: "\n")
  }
}
