import Glibc
import LexiconTools

/// The names a command works on: its arguments, or the lines of standard input when they are `-`.
struct InputNames {
  let arguments: [String]

  /// Whether names come from standard input, one a line.
  let isStream: Bool

  init(_ arguments: [String]) {
    isStream = arguments == ["-"]
    self.arguments = arguments
  }

  /// Calls `body` with each name.
  ///
  /// A line that is not UTF-8 is reported, answered with nothing, and the rest goes on.
  ///
  /// - Returns: whether every line could be read.
  func forEach(_ body: (String) throws -> Void, unreadable: (SourceProblem) throws -> Void) throws -> Bool {
    guard isStream else {
      for argument in arguments { try body(argument) }
      return true
    }
    var isComplete = true
    do {
      var reader = try LineReader(path: "-")
      while let item = try reader.next() {
        switch item {
        case .text(let text, _): try body(text)
        case .problem(let problem):
          isComplete = false
          try unreadable(problem)
        }
      }
    } catch let problem as SourceProblem {
      throw Failure(problem.description)
    }
    return isComplete
  }
}
