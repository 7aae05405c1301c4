/// A list that was opened: its format, its columns, and what stands before its rows.
struct ListOpening {
  let format: ListFormat
  let columns: ListColumns
  /// The record with the header; nil when there is none.
  let header: ListRecord?
  /// The first row where it had to be read to count its values.
  let first: ListRecord?
  /// The line end of the first record.
  let lineEnd: [UInt8]

  /// Reads what stands before the rows.
  ///
  /// - Throws: `SourceProblem` when the list cannot be read in any format, or has no such columns.
  init(_ reader: inout ListReader, _ settings: ScreenSettings, file: String) throws(SourceProblem) {
    let head = Array(try reader.head(1 << 16))
    try Self.check(head, file)
    format = ListFormat(
      path: settings.input, head: head, layout: settings.layout, delimiter: settings.delimiter)
    reader.format = format
    guard format.layout != .jsonl else {
      if let byte = head.first(where: { $0 > 0x20 && $0 < 0x80 }), byte == UInt8(ascii: "[") {
        throw SourceProblem(
          file, 1, "a JSON array; JSON Lines has one object a line: jq -c '.[]' FILE makes it of an array")
      }
      columns = ListColumns(settings)
      (header, first, lineEnd) = (nil, nil, [UInt8(ascii: "\n")])
      return
    }
    guard let record = try reader.next() else {
      throw SourceProblem(file, nil, "an empty list; the first line names the columns")
    }
    if let problem = record.problem { throw SourceProblem(file, record.line, problem) }
    guard String(validating: record.bytes, as: UTF8.self) != nil, !record.bytes.contains(0) else {
      throw SourceProblem(file, record.line, "the first line is not UTF-8 text; save the list as UTF-8")
    }
    let row = DelimitedRow(record.bytes, format: format)
    let values = row.values.indices.map { row.text($0) }
    columns = try ListColumns(settings, header: values, file: file, line: record.line)
    if settings.hasHeader {
      let taken = Set(RowWriter.columns(settings)).intersection(values)
      if let title = taken.min() {
        throw SourceProblem(
          file, record.line, "the list has a column '\(title)' already; give --prefix another word")
      }
    }
    reader.valueCount = values.count
    lineEnd = row.lineEnd.isEmpty ? [UInt8(ascii: "\n")] : Array(row.lineEnd)
    (header, first) = settings.hasHeader ? (record, nil) : (nil, record)
  }

  /// Says of files in other encodings what they are, as every single row would be broken.
  private static func check(_ head: [UInt8], _ file: String) throws(SourceProblem) {
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      throw SourceProblem(file, nil, "UTF-16; save the list as UTF-8: iconv -f UTF-16 -t UTF-8 FILE")
    }
    if head.dropLast().contains(UInt8(ascii: "\r")), !head.contains(UInt8(ascii: "\n")) {
      throw SourceProblem(
        file, nil,
        "lines that end with a carriage return alone; save the list with line feeds: tr '\\r' '\\n'")
    }
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      throw SourceProblem(file, nil, "a workbook or an archive; save the sheet as CSV (UTF-8)")
    }
    if head.starts(with: [0x1F, 0x8B]) {
      throw SourceProblem(file, nil, "compressed with gzip; zcat FILE | ism screen - reads it")
    }
  }
}
