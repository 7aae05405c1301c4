import NameSearch

/// The answer to one pair of `ism compare`.
struct CompareAnswer: Answer {
  let left: String
  let right: String
  let score: Double
  let verdict: String
  let evidence: [EvidenceAnswer]
  let error: String?

  init(_ comparison: Comparison) {
    left = comparison.left
    right = comparison.right
    score = (comparison.score * 10_000).rounded() / 10_000
    verdict = comparison.verdict.rawValue
    evidence = comparison.evidence.map(EvidenceAnswer.init)
    error = nil
  }

  /// The answer to a line that is no pair.
  init(error: String) {
    left = ""
    right = ""
    score = 0
    verdict = Comparison.Verdict.different.rawValue
    evidence = []
    self.error = error
  }

  static let columns = ["left", "right", "score", "verdict"]
  var rows: [[String]] { [[left, right, "\(score)", verdict]] }

  var text: String {
    let head = "\(Output.isolated(left))  \(Output.isolated(right))  \(Output.bold(verdict))  \(score)"
    return ([head] + evidence.map { "  " + $0.text }).joined(separator: "\n")
  }
}

/// One finding of a comparison.
struct EvidenceAnswer: Encodable {
  let kind: String
  let query: String
  let name: String
  let key: String
  let cost: Double
  let explanation: String

  init(_ item: EvidenceItem) {
    kind = item.kind
    query = item.query
    name = item.name
    key = item.key
    cost = (item.cost * 100).rounded() / 100
    explanation = item.explanation
  }

  var text: String { Output.faint(kind) + "  " + explanation }
}
