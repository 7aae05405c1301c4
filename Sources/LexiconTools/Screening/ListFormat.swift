/// How a list to screen is written.
package struct ListFormat: Sendable, Equatable {
  /// The layouts of lists.
  package enum Layout: String, CaseIterable, Sendable {
    /// Values between delimiters, quoted where needed (RFC 4180), below a header.
    case csv
    /// Values between tabs, never quoted, below a header.
    case tsv
    /// One JSON object a line.
    case jsonl
  }

  package let layout: Layout
  /// What stands between two values; a tab where the layout is `tsv`.
  package let delimiter: UInt8

  package init(_ layout: Layout, delimiter: UInt8 = UInt8(ascii: ",")) {
    self.layout = layout
    self.delimiter = layout == .tsv ? UInt8(ascii: "\t") : delimiter
  }

  /// Finds out how a list is written.
  ///
  /// The ending of the path says it, else the first line: an object is JSON Lines, a tab makes it `tsv`. Of a `csv` the
  /// delimiter is the one of comma, semicolon, tab and bar that the first line has most often outside of quotes.
  ///
  /// - Parameters:
  ///   - path: the path of the list, or `-`.
  ///   - head: the first bytes of the list.
  ///   - layout: the layout, when it is known.
  ///   - delimiter: the delimiter, when it is known.
  package init(path: String, head: some Collection<UInt8>, layout: Layout?, delimiter: UInt8?) {
    let line = Self.firstLine(of: head)
    var found = layout ?? Self.layout(ofPath: path) ?? Self.layout(ofLine: line)
    // A delimiter that was given makes a table of what would be guessed to be another.
    if layout == nil, let delimiter, delimiter != UInt8(ascii: "\t") { found = .csv }
    self.init(found, delimiter: delimiter ?? Self.delimiter(in: line))
  }

  private static func firstLine(of head: some Collection<UInt8>) -> [UInt8] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = head.starts(with: mark) ? head.dropFirst(3) : head.dropFirst(0)
    let start = text.drop { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: " ") }
    return Array(start.prefix { $0 != UInt8(ascii: "\n") })
  }

  private static func layout(ofPath path: String) -> Layout? {
    let path = path.lowercased()
    if [".jsonl", ".ndjson", ".json"].contains(where: path.hasSuffix) { return .jsonl }
    if [".tsv", ".tab"].contains(where: path.hasSuffix) { return .tsv }
    return path.hasSuffix(".csv") ? .csv : nil
  }

  private static func layout(ofLine line: [UInt8]) -> Layout {
    if line.first == UInt8(ascii: "{") { return .jsonl }
    return line.contains(UInt8(ascii: "\t")) ? .tsv : .csv
  }

  private static func delimiter(in line: [UInt8]) -> UInt8 {
    var counts = [(",", 0), (";", 0), ("\t", 0), ("|", 0)].map { (UInt8(ascii: $0.0), $0.1) }
    var isQuoted = false
    for byte in line {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !isQuoted, let place = counts.firstIndex(where: { $0.0 == byte }) else { continue }
      counts[place].1 += 1
    }
    var best = counts[0]
    for count in counts where count.1 > best.1 { best = count }
    return best.0
  }
}
