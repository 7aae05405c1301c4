import LexiconTools

/// Lines of files that were left out: the first are reported as they come, all are counted.
final class Complaints {
  /// How many are reported.
  private static let most = 20

  private(set) var count = 0

  func add(_ problem: SourceProblem) {
    count += 1
    if count <= Self.most { say("ism: \(problem)") }
  }

  /// Says something else about a file.
  func remark(_ text: String) { say(text) }

  /// Says how many were not reported.
  func finish() {
    if count > Self.most { say("ism: and \(count - Self.most) more lines were left out") }
  }

  private func say(_ text: String) {
    // What the progress shows stands in the same line.
    if Output.showsProgress { Output.progress("") }
    Output.remark(text)
  }
}
