/// Finds where a record of a list ends.
///
/// A record is a line, and in a `csv` all lines of a quoted value. A quote has a meaning only where a value begins, as
/// in RFC 4180; spaces behind the closing quote are let pass.
struct RecordBorders {
  /// What was found from a place on.
  enum Border: Equatable {
    /// The record ends before this place; it has this many values.
    case end(Int, values: Int)
    /// The bytes end before the record does.
    case more
    /// The quotes of the record cannot be read.
    case broken(String)
  }

  let format: ListFormat

  /// Finds the end of the record that begins at `start`.
  ///
  /// - Parameters:
  ///   - bytes: what was read so far.
  ///   - start: where the record begins.
  ///   - isLast: whether nothing comes behind these bytes.
  /// - Returns: what was found.
  /// - Complexity: O(*n*) in the length of the record.
  func border(in bytes: [UInt8], from start: Int, isLast: Bool) -> Border {
    guard format.layout == .csv else { return lineBorder(bytes, start, isLast) }
    var quotes = QuoteState.start
    var values = 1
    for place in start..<bytes.count {
      switch quotes.take(bytes[place], delimiter: format.delimiter) {
      case .inside: continue
      case .delimiter: values += 1
      case .lineEnd: return .end(place + 1, values: values)
      case .broken: return .broken("text behind a closing quote; write a quote inside of quotes twice")
      }
    }
    guard isLast else { return .more }
    if quotes == .quoted { return .broken("a quote that is not closed") }
    return .end(bytes.count, values: values)
  }

  private func lineBorder(_ bytes: [UInt8], _ start: Int, _ isLast: Bool) -> Border {
    if let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) { return .end(end + 1, values: 0) }
    return isLast ? .end(bytes.count, values: 0) : .more
  }
}

/// Where in a value of a `csv` a byte stands.
enum QuoteState {
  /// What a byte means.
  enum Meaning { case inside, delimiter, lineEnd, broken }

  /// At its beginning.
  case start
  /// In a value without quotes.
  case plain
  /// Between quotes.
  case quoted
  /// Behind a quote that closes, or that is the first of two.
  case closed
  /// Behind spaces that follow a closing quote.
  case behind

  /// Goes on by one byte.
  mutating func take(_ byte: UInt8, delimiter: UInt8) -> Meaning {
    let isQuote = byte == UInt8(ascii: "\"")
    if self == .quoted {
      if isQuote { self = .closed }
      return .inside
    }
    if byte == UInt8(ascii: "\n") { return .lineEnd }
    if byte == delimiter {
      self = .start
      return .delimiter
    }
    switch self {
    case .closed where isQuote: self = .quoted
    case .closed, .behind:
      self = .behind
      return byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\r") ? .inside : .broken
    case .start where isQuote: self = .quoted
    default: self = .plain
    }
    return .inside
  }
}
