/// Why a transducer or a pair model cannot be used, in one line that names the file and the way out.
public struct TransducerError: Error, CustomStringConvertible, Sendable {
  /// One line for a person.
  public let description: String

  package init(_ description: String) { self.description = description }
}
