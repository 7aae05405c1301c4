import NameSearch

/// An answer to a text that was to be written in another way.
protocol WritingAnswer: Answer {
  /// Whether there was a way to write it.
  var isFound: Bool { get }
}

/// The answer to one text of `ism romanize` and `ism arabize`.
struct WrittenAnswer: WritingAnswer {
  struct Output: Encodable {
    let text: String
    let score: Double
  }

  let input: String
  let scheme: String
  let outputs: [Output]
  let source: String?
  /// Whether there was nothing to write in the other script; left out when there was.
  let passedThrough: Bool?
  let error: String?

  init(input: String, _ written: Written) {
    self.input = input
    scheme = written.scheme
    outputs = written.outputs.map { Output(text: $0.text, score: rounded($0.score)) }
    source = written.outputs.isEmpty ? nil : written.source.rawValue
    passedThrough = written.isPassedThrough ? true : nil
    error = nil
  }

  init(input: String, scheme: String, error: String) {
    self.input = input
    self.scheme = scheme
    outputs = []
    source = nil
    passedThrough = nil
    self.error = error
  }

  var isFound: Bool { !outputs.isEmpty }

  static let columns = ["input", "scheme", "text", "score", "source"]

  var rows: [[String]] {
    guard !outputs.isEmpty else { return [[input, scheme, "", "", ""]] }
    return outputs.map { [input, scheme, $0.text, "\($0.score)", source ?? ""] }
  }

  /// The texts alone, so that they can be used in scripts.
  var text: String { outputs.map(\.text).joined(separator: "\n") }
}

/// The answer to one text of `ism normalize`.
struct NormalizeAnswer: WritingAnswer {
  struct Keys: Encodable {
    let folded: String
    let skeletons: [String]
  }

  let input: String
  let scheme: String
  let normalized: String
  let arabic: String
  let vocalized: String
  let source: String?
  let keys: Keys
  let error: String?

  init(input: String, scheme: String, _ name: NormalizedName) {
    self.input = input
    self.scheme = scheme
    normalized = name.normalized
    arabic = name.arabic
    vocalized = name.vocalized
    source = name.normalized.isEmpty ? nil : name.source.rawValue
    keys = Keys(folded: name.folded, skeletons: name.skeletons)
    error = nil
  }

  init(input: String, scheme: String, error: String) {
    self.input = input
    self.scheme = scheme
    (normalized, arabic, vocalized, source) = ("", "", "", nil)
    keys = Keys(folded: "", skeletons: [])
    self.error = error
  }

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

/// The answer to one name of `ism variants`.
struct VariantsAnswer: WritingAnswer {
  struct Variant: Encodable {
    let text: String
    let script: String
    let score: Double
  }

  let input: String
  let variants: [Variant]
  let error: String?

  init(input: String, _ variants: [NameVariant], error: String? = nil) {
    self.input = input
    self.variants = variants.map { Variant(text: $0.text, script: $0.script, score: rounded($0.score)) }
    self.error = error
  }

  var isFound: Bool { !variants.isEmpty }

  static let columns = ["input", "text", "script", "score"]

  var rows: [[String]] {
    variants.isEmpty ? [[input, "", "", ""]] : variants.map { [input, $0.text, $0.script, "\($0.score)"] }
  }

  var text: String { variants.map(\.text).joined(separator: "\n") }
}

/// A score with four digits.
private func rounded(_ score: Double) -> Double { (score * 10_000).rounded() / 10_000 }
