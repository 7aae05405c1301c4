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

extension LookupAnswer: Answer {
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
    let warning = "matches may be missing: the name is too frequent or too long"
    let remark = cut == true ? ["  " + Output.faint(warning)] : []
    return ([Output.isolated(query)] + matches.map(\.text) + remark).joined(separator: "\n")
  }
}

extension MatchAnswer {
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

extension NameAnswer {
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

extension ParseAnswer: Answer {
  static let columns = ["input", "text", "kind"]
  var rows: [[String]] { parts.isEmpty ? [[input, "", ""]] : parts.map { [input, $0.text, $0.kind] } }
  var text: String {
    let lines = parts.map {
      "  " + $0.kind + String(repeating: " ", count: 10 - $0.kind.count) + Output.isolated($0.text)
    }
    return ([Output.isolated(input)] + lines).joined(separator: "\n")
  }
}
