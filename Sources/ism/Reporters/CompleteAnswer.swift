import NameSearch

extension CompleteAnswer: Answer {
  static let columns = ["query", "id", "kind", "caption", "name", "language", "role"]

  var rows: [[String]] {
    guard !completions.isEmpty else {
      return [[query] + [String](repeating: "", count: Self.columns.count - 1)]
    }
    return completions.map {
      [query, $0.id, $0.kind, $0.caption, $0.matched.name, $0.matched.language, $0.matched.role]
    }
  }

  var text: String {
    guard !completions.isEmpty else { return Output.isolated(query) + "\n  " + Output.faint("nothing found") }
    let lines = completions.map {
      "  \($0.matched.text)  \($0.kind)  \(Output.faint($0.id))  \(Output.isolated($0.caption))"
    }
    let remark = cut == true ? ["  " + Output.faint("more names begin so than were looked at")] : []
    return ([Output.isolated(query)] + lines + remark).joined(separator: "\n")
  }
}
