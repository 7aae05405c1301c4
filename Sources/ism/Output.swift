import Glibc
import SystemPackage

/// Standard output and standard error.
///
/// Results go to standard output through C's buffer; everything else goes to standard error. When the reader of a pipe
/// goes away, the next write ends the program by SIGPIPE, quietly.
enum Output {
  /// Whether standard output is a terminal, so that text is shown with bidi isolates.
  static let isTerminal = isatty(STDOUT_FILENO) == 1
  /// Whether colours may be used: on a terminal, unless `NO_COLOR` is set (https://no-color.org).
  static let hasColor = unsafe isTerminal && (getenv("NO_COLOR").map { unsafe $0.pointee == 0 } ?? true)

  /// Prints a line.
  static func line(_ text: String) { print(text) }

  /// Writes out what is buffered.
  ///
  /// A disk that is full is a failure, not a success with half of the output.
  static func flush() {
    guard fflush(nil) == 0 else {
      complain("cannot write the output: \(unsafe String(cString: strerror(errno)))")
      exit(2)
    }
  }

  /// Whether long work says how far it is.
  static let showsProgress = isatty(STDERR_FILENO) == 1

  /// Shows how far the work is, in place of what was shown before.
  static func progress(_ text: String) {
    _ = try? FileDescriptor.standardError.writeAll(("\r\u{1B}[K" + text).utf8)
  }

  /// Prints a line on standard error.
  static func complain(_ text: String) {
    remark("ism: " + text)
  }

  /// Prints a remark on standard error.
  static func remark(_ text: String) {
    _ = try? FileDescriptor.standardError.writeAll((text + "\n").utf8)
  }

  /// Puts a text of unknown direction between isolates, so that a terminal keeps its place in the line
  /// (Unicode Bidirectional Algorithm, X5c).
  static func isolated(_ text: String) -> String { isTerminal ? "\u{2068}\(text)\u{2069}" : text }

  /// Makes a text bold on a terminal.
  static func bold(_ text: String) -> String { hasColor ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  /// Makes a text faint on a terminal.
  static func faint(_ text: String) -> String { hasColor ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
}
