import ArgumentParser
import LexiconTools

/// Answers each text of a command that writes names.
struct WritingLoop {
  let texts: [String]
  let output: OutputOptions

  /// Calls `answer` for each text, for those of standard input on all cores, and prints what it returns in the order of the texts.
  ///
  /// Ends with exit code 1 when no text had an answer, and with 2 when a line could not be read.
  func run<Item: WritingAnswer & SendableMetatype>(
    _ answer: @escaping @Sendable (String) -> Item, failed: @escaping @Sendable (String) -> Item
  ) throws {
    let input = InputNames(texts)
    var reporter = output.reporter(isStream: input.isStream)
    var hasFound = false
    let isComplete = try input.forEach { [reporter] text in
      let item = answer(text)
      return (lines: reporter.lines(item), isFound: item.isFound)
    } failed: { [reporter] problem in
      (lines: reporter.lines(failed(problem.description)), isFound: false)
    } report: { answer in
      if answer.isFound { hasFound = true }
      reporter.report(answer.lines, columns: Item.columns)
    }
    Output.flush()
    if !isComplete { throw ExitCode(2) }
    if !hasFound { throw ExitCode(1) }
  }
}
