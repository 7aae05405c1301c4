import LexiconTools

extension InputNames {
  /// Answers each name, those of standard input on all cores, and reports the answers in the order of the names, each as
  /// soon as those before it are there.
  ///
  /// - Parameters:
  ///   - answer: answers a name; called on several threads.
  ///   - failed: answers a line that cannot be read; called on several threads.
  ///   - report: called here.
  /// - Returns: whether every line could be read.
  /// - Throws: `Failure` when standard input cannot be read; what was read before is answered.
  func forEach<Answer: Sendable>(
    answer: @escaping @Sendable (String) -> Answer, failed: @escaping @Sendable (SourceProblem) -> Answer,
    report: (Answer) -> Void
  ) throws -> Bool {
    guard isStream else {
      for argument in arguments { report(answer(argument)) }
      return true
    }
    let pipeline = OrderedPipeline<LineReader.Item, Answer>(threads: Processors.count, depth: 32) { item in
      switch item {
      case .text(let text, _): answer(text)
      case .problem(let problem): failed(problem)
      }
    }
    defer { pipeline.close() }
    var lines = StreamedLines()
    while true {
      while !lines.isAtEnd, pipeline.hasRoom, lines.isReady(waiting: 0), let item = lines.next() {
        pipeline.add(item)
      }
      if let answer = pipeline.take() {
        report(answer)
      } else if lines.isAtEnd {
        break
      } else {
        // Whoever writes to the pipe has all answers.
        _ = lines.isReady(waiting: -1)
      }
    }
    if let failure = lines.failure { throw Failure(failure.description) }
    return lines.areComplete
  }
}

/// The lines of standard input, with what was wrong with them.
private struct StreamedLines: ~Copyable {
  private var reader = LineReader(InputFile())
  private(set) var isAtEnd = false
  /// Whether every line could be read.
  private(set) var areComplete = true
  /// Why there is no more, when that is not the end.
  private(set) var failure: SourceProblem?

  mutating func isReady(waiting milliseconds: Int32) -> Bool { reader.isReady(waiting: milliseconds) }

  /// The next line; nil when there is no more.
  ///
  /// What is wrong with it is said.
  mutating func next() -> LineReader.Item? {
    do throws(SourceProblem) {
      guard let item = try reader.next() else {
        isAtEnd = true
        return nil
      }
      if case .problem(let problem) = item {
        areComplete = false
        Output.complain(problem.description)
      }
      return item
    } catch {
      (isAtEnd, failure) = (true, error)
      return nil
    }
  }
}
