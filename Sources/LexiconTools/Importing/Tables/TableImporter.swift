/// Imports tables with a header, an entity or a name a row: tab-separated values, or CSV in any of its forms.
///
/// `README.md` in the folder above says which columns are taken.
package struct TableImporter: Importer {
  private let options: ImportOptions
  private let hasQuotation: Bool

  /// Makes an importer.
  ///
  /// - Parameters:
  ///   - options: the delimiter, the columns and how names in one field are separated.
  ///   - hasQuotation: whether fields may stand in quotation marks; without it, lines that begin with `#` are comments.
  package init(_ options: ImportOptions, hasQuotation: Bool = false) {
    self.options = options
    self.hasQuotation = hasQuotation
  }

  package func read(
    _ input: InputFile, receive: (SourceName) -> Void, report: (SourceProblem) -> Void
  ) throws(SourceProblem) {
    var records: any RecordReader
    if hasQuotation {
      let head = try input.peek()
      records = QuotedRecords(input, delimiter: options.delimiter ?? InputDetection.delimiter(in: head))
    } else {
      records = LineRecords(input, delimiter: options.delimiter ?? 0x09, comment: UInt8(ascii: "#"))
    }
    guard let columns = try header(&records, input) else {
      throw SourceProblem(
        input.name, nil, "empty file; the first line names the columns, such as id<TAB>name")
    }
    while let item = try records.next() {
      switch item {
      case .problem(let problem): report(problem)
      case .record(let fields, let line):
        if fields.count == 1, fields[0].isEmpty { continue }
        guard fields.count <= columns.count else {
          let hint = hasQuotation ? "put values with delimiters in quotation marks" : "remove tabs in values"
          self.report(
            "\(fields.count) columns, the header has \(columns.count); \(hint)", input, line, report)
          continue
        }
        let row = TableRow(fields: fields, columns: columns, line: line, separator: options.nameSeparator)
        row.hand(receive) { self.report($0, input, line, report) }
      }
    }
  }

  private func header(
    _ records: inout any RecordReader, _ input: InputFile
  ) throws(SourceProblem) -> TableColumns? {
    while let item = try records.next() {
      switch item {
      case .problem(let problem): throw problem
      case .record(let names, let line):
        if names.count == 1, names[0].isEmpty { continue }
        return try TableColumns(names, options.columns, file: input.name, line: line)
      }
    }
    return nil
  }
}
