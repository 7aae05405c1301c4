/// The JSON object that answers one pair of names.
package struct CompareAnswer: Encodable, Sendable {
  package let left: String
  package let right: String
  package let score: Double
  package let verdict: String
  package let evidence: [EvidenceAnswer]
  package let error: String?

  package init(_ comparison: Comparison) {
    left = comparison.left
    right = comparison.right
    score = rounded(comparison.score)
    verdict = comparison.verdict.rawValue
    evidence = comparison.evidence.map(EvidenceAnswer.init)
    error = nil
  }

  /// The answer to a line that is no pair.
  package init(error: String) {
    left = ""
    right = ""
    score = 0
    verdict = Comparison.Verdict.different.rawValue
    evidence = []
    self.error = error
  }
}

/// One finding of a comparison.
package struct EvidenceAnswer: Encodable, Sendable {
  package let kind: String
  package let query: String
  package let name: String
  package let key: String
  package let cost: Double
  package let explanation: String

  package init(_ item: EvidenceItem) {
    kind = item.kind
    query = item.query
    name = item.name
    key = item.key
    cost = (item.cost * 100).rounded() / 100
    explanation = item.explanation
  }
}
