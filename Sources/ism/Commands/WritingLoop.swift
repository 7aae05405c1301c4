import ArgumentParser
import LexiconTools

/// Answers each text of a command that writes names.
struct WritingLoop {
  let texts: [String]
  let output: OutputOptions

  /// Calls `answer` for each text and prints what it returns.
  ///
  /// Ends with exit code 1 when no text had an answer, and with 2 when a line could not be read.
  func run<Item: WritingAnswer>(
    _ answer: (String) throws -> Item, failed: (String) -> Item
  ) throws {
    let input = InputNames(texts)
    var reporter = output.reporter(isStream: input.isStream)
    var hasFound = false
    let isComplete = try input.forEach { text in
      let item = try answer(text)
      if item.isFound { hasFound = true }
      reporter.report(item)
    } unreadable: { problem in
      Output.complain(problem.description)
      reporter.report(failed(problem.description))
    }
    Output.flush()
    if !isComplete { throw ExitCode(2) }
    if !hasFound { throw ExitCode(1) }
  }
}
