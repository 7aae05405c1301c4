/// What is wrong at a place of a source, in one line for a person.
public struct SourceProblem: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file as it was named to the program.
  public let file: String
  /// The line, counted from 1; nil when the whole file is meant.
  public let line: Int?
  /// What is wrong and the way out.
  public let message: String

  package init(_ file: String, _ line: Int?, _ message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  /// `people.tsv:214: unknown role 'nick'; known roles: name, alias`.
  public var description: String {
    line.map { "\(file):\($0): \(message)" } ?? "\(file): \(message)"
  }
}
