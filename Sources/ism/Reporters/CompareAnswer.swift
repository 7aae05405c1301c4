import NameSearch

extension CompareAnswer: Answer {
  static let columns = ["left", "right", "score", "verdict"]
  var rows: [[String]] { [[left, right, "\(score)", verdict]] }

  var text: String {
    let head = "\(Output.isolated(left))  \(Output.isolated(right))  \(Output.bold(verdict))  \(score)"
    return ([head] + evidence.map { "  " + $0.text }).joined(separator: "\n")
  }
}

extension EvidenceAnswer {
  var text: String { Output.faint(kind) + "  " + explanation }
}
