package import ArabicText

/// The JSON object that answers one text to romanize or to arabize.
package struct WrittenAnswer: Encodable, Sendable {
  package struct Output: Encodable, Sendable {
    package let text: String
    package let score: Double
  }

  package let input: String
  package let scheme: String
  package let outputs: [Output]
  package let source: String?
  /// Whether there was nothing to write in the other script; left out when there was.
  package let passedThrough: Bool?
  package let error: String?

  package init(input: String, _ written: Written) {
    self.input = input
    scheme = written.scheme
    outputs = written.outputs.map { Output(text: $0.text, score: rounded($0.score)) }
    source = written.outputs.isEmpty ? nil : written.source.rawValue
    passedThrough = written.isPassedThrough ? true : nil
    error = nil
  }

  package init(input: String, scheme: String, error: String) {
    self.input = input
    self.scheme = scheme
    outputs = []
    source = nil
    passedThrough = nil
    self.error = error
  }
}

/// The JSON object that answers one name to normalize.
package struct NormalizeAnswer: Encodable, Sendable {
  package struct Keys: Encodable, Sendable {
    package let folded: String
    package let skeletons: [String]
  }

  package let input: String
  package let scheme: String
  package let normalized: String
  package let arabic: String
  package let vocalized: String
  package let source: String?
  package let keys: Keys
  package let error: String?

  package init(input: String, scheme: String, _ name: NormalizedName) {
    self.input = input
    self.scheme = scheme
    normalized = name.normalized
    arabic = name.arabic
    vocalized = name.vocalized
    source = name.normalized.isEmpty ? nil : name.source.rawValue
    keys = Keys(folded: name.folded, skeletons: name.skeletons)
    error = nil
  }

  package init(input: String, scheme: String, error: String) {
    self.input = input
    self.scheme = scheme
    (normalized, arabic, vocalized, source) = ("", "", "", nil)
    keys = Keys(folded: "", skeletons: [])
    self.error = error
  }
}

/// The JSON object that lists spellings of one name.
package struct VariantsAnswer: Encodable, Sendable {
  package struct Variant: Encodable, Sendable {
    package let text: String
    package let script: String
    package let score: Double
  }

  package let input: String
  package let variants: [Variant]
  package let error: String?

  package init(input: String, _ variants: [NameVariant], error: String? = nil) {
    self.input = input
    self.variants = variants.map { Variant(text: $0.text, script: $0.script, score: rounded($0.score)) }
    self.error = error
  }
}

/// The JSON object that lists the parts of one name.
package struct ParseAnswer: Encodable, Sendable {
  package struct Part: Encodable, Sendable {
    package let text: String
    package let kind: String
  }

  package let input: String
  package let parts: [Part]
  package let error: String?

  package init(input: String, parts: [NamePart], error: String? = nil) {
    self.input = input
    self.parts = parts.map { Part(text: $0.text, kind: $0.kind.rawValue) }
    self.error = error
  }
}
