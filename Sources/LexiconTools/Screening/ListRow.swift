/// A row of a list: what it asks for, and its bytes.
struct ListRow {
  /// How the bytes of a row are cut.
  enum Cut {
    case table(DelimitedRow)
    case object(JSONRow)
  }

  /// A name, and the column that it stands in.
  struct Name {
    let column: String
    let text: String
  }

  let bytes: [UInt8]
  let cut: Cut
  let names: [Name]
  let countries: [String]
  let dates: [String]
  let kinds: [String]
}

/// A record, read.
enum ReadRecord {
  case row(ListRow)
  /// A line without content, which is copied as it stands.
  case blank
  /// What is wrong with it.
  case problem(String)
}

/// Reads records of a list as rows.
struct ListRowReader: Sendable {
  let format: ListFormat
  let columns: ListColumns
  /// The member that answers are written to; a row may not have it already.
  let answerMember: String

  func read(_ record: ListRecord) -> ReadRecord {
    if let problem = record.problem { return .problem(problem) }
    if Self.isBlank(record.bytes) { return .blank }
    guard String(validating: record.bytes, as: UTF8.self) != nil else {
      return .problem("not UTF-8; save the list as UTF-8")
    }
    guard !record.bytes.contains(0) else { return .problem("a NUL byte; save the list as UTF-8 text") }
    let row = format.layout == .jsonl ? object(record.bytes) : table(record.bytes)
    guard case .row(let read) = row else { return row }
    if let long = read.names.first(where: { $0.text.utf8.count > SourceName.longest }) {
      return .problem("the name has \(long.text.utf8.count) bytes; names have up to \(SourceName.longest)")
    }
    return row
  }

  private static func isBlank(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: " ") }
  }

  private func table(_ bytes: [UInt8]) -> ReadRecord {
    let row = DelimitedRow(bytes, format: format)
    if let count = columns.valueCount, row.values.count != count {
      return .problem("\(row.values.count) values, the header has \(count)")
    }
    func texts(_ column: ListColumn?) -> [String] {
      guard let place = column?.place else { return [] }
      return [row.text(place)].filter { !$0.isEmpty }
    }
    return .row(self.row(bytes, .table(row), texts))
  }

  private func object(_ bytes: [UInt8]) -> ReadRecord {
    do {
      let row = try JSONRow(bytes)
      guard !row.has(answerMember) else {
        return .problem("the object has a member '\(answerMember)' already; give --prefix another word")
      }
      func texts(_ column: ListColumn?) -> [String] {
        guard let column else { return [] }
        return row.texts(column.title).filter { !$0.isEmpty }
      }
      return .row(self.row(bytes, .object(row), texts))
    } catch {
      return .problem(error.message)
    }
  }

  private func row(_ bytes: [UInt8], _ cut: ListRow.Cut, _ texts: (ListColumn?) -> [String]) -> ListRow {
    ListRow(
      bytes: bytes, cut: cut,
      names: columns.names.flatMap { column in
        texts(column).map { ListRow.Name(column: column.title, text: $0) }
      },
      countries: texts(columns.country), dates: texts(columns.date), kinds: texts(columns.kind))
  }
}
