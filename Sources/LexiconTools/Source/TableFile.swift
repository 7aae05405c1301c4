/// Reads a tab-separated file with a header: comments and empty lines passed over, values by column name.
package struct TableFile: ~Copyable {
  /// One row below the header.
  package struct Row {
    package let line: Int
    fileprivate let values: [Substring]
    fileprivate let columns: [String: Int]

    /// The value of a column; nothing when the file has no such column.
    package subscript(column: String) -> String {
      guard let place = columns[column], place < values.count else { return "" }
      return String(values[place])
    }

    /// All values with their columns, in file order.
    package var all: [(column: String, value: String)] {
      columns.sorted { $0.value < $1.value }.map {
        ($0.key, $0.value < values.count ? String(values[$0.value]) : "")
      }
    }
  }

  /// A row, or what is wrong with a line.
  package enum Item {
    case row(Row)
    case problem(SourceProblem)
  }

  private let file: String
  private var reader: LineReader
  private let columns: [String: Int]
  /// The columns of the header in their order.
  package let header: [String]
  /// The line of the header.
  package let headerLine: Int

  /// Opens a file and reads its header.
  package init(path: String) throws(SourceProblem) { try self.init(InputFile(path: path)) }

  /// Reads the header of an open file.
  package init(_ input: InputFile) throws(SourceProblem) {
    file = input.name
    var reader = LineReader(input)
    let header = try Self.header(&reader, input.name)
    self.reader = reader
    (columns, self.header, headerLine) = header
  }

  private static func header(
    _ reader: inout LineReader, _ path: String
  ) throws(SourceProblem) -> (columns: [String: Int], names: [String], line: Int) {
    while let item = try reader.next() {
      switch item {
      case .problem(let problem): throw problem
      case .text(let text, let line):
        if text.isEmpty || text.hasPrefix("#") { continue }
        let names = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        var columns: [String: Int] = [:]
        for (place, name) in names.enumerated() {
          guard columns.updateValue(place, forKey: name) == nil else {
            throw SourceProblem(path, line, "column '\(name)' stands twice in the header")
          }
        }
        return (columns, names, line)
      }
    }
    throw SourceProblem(path, nil, "empty file; the first line names the columns, such as id<TAB>name")
  }

  /// Returns the next row, or nil at the end.
  package mutating func next() throws(SourceProblem) -> Item? {
    while let item = try reader.next() {
      switch item {
      case .problem(let problem): return .problem(problem)
      case .text(let text, let line):
        if text.isEmpty || text.hasPrefix("#") { continue }
        let values = text.split(separator: "\t", omittingEmptySubsequences: false)
        guard values.count <= header.count else {
          return .problem(
            SourceProblem(
              file, line, "\(values.count) columns, the header has \(header.count); remove tabs in values"))
        }
        return .row(Row(line: line, values: values, columns: columns))
      }
    }
    return nil
  }
}
