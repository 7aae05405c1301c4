import NameSearch

/// An answer to a text that was to be written in another way.
protocol WritingAnswer: Answer {
  /// Whether there was a way to write it.
  var isFound: Bool { get }
}

extension WrittenAnswer: WritingAnswer {
  var isFound: Bool { !outputs.isEmpty }

  static let columns = ["input", "scheme", "text", "score", "source"]

  var rows: [[String]] {
    guard !outputs.isEmpty else { return [[input, scheme, "", "", ""]] }
    return outputs.map { [input, scheme, $0.text, "\($0.score)", source ?? ""] }
  }

  /// The texts alone, so that they can be used in scripts.
  var text: String { outputs.map(\.text).joined(separator: "\n") }
}

extension NormalizeAnswer: WritingAnswer {
  var isFound: Bool { !normalized.isEmpty }

  static let columns = ["input", "scheme", "normalized", "arabic", "source", "folded", "skeletons"]

  var rows: [[String]] {
    [
      [
        input, scheme, normalized, arabic, source ?? "", keys.folded, keys.skeletons.joined(separator: " "),
      ]
    ]
  }

  var text: String { normalized }
}

extension VariantsAnswer: WritingAnswer {
  var isFound: Bool { !variants.isEmpty }

  static let columns = ["input", "text", "script", "score"]

  var rows: [[String]] {
    variants.isEmpty ? [[input, "", "", ""]] : variants.map { [input, $0.text, $0.script, "\($0.score)"] }
  }

  var text: String { variants.map(\.text).joined(separator: "\n") }
}
