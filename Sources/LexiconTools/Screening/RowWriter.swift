internal import NameSearch

/// Writes rows as they stand in the list, with what was found.
struct RowWriter: Sendable {
  let format: ListFormat
  let settings: ScreenSettings
  /// The line end for a row that has none of its own and is not the last.
  let lineEnd: [UInt8]

  /// The columns that are put behind those of the list.
  static func columns(_ settings: ScreenSettings) -> [String] {
    let columns = ["id", "kind", "caption", "score", "name", "language", "role", "column"]
    return (columns + (settings.explains ? ["evidence"] : [])).map { "\(settings.prefix)_\($0)" }
  }

  /// Writes the header of a table.
  func appendHeader(_ bytes: [UInt8], to output: inout [UInt8]) {
    append(bytes, DelimitedRow(bytes, format: format), Self.columns(settings), isLast: true, to: &output)
  }

  /// Writes a row once for each hit, or once when there is none.
  func append(_ row: ListRow, _ hits: [ScreenHit], to output: inout [UInt8]) {
    if hits.isEmpty, settings.leavesOutOthers { return }
    let answers = hits.isEmpty ? [nil] : hits.map(Optional.some)
    for (place, hit) in answers.enumerated() {
      let isLast = place == answers.count - 1
      switch row.cut {
      case .table(let table):
        let values = hit.map(self.values) ?? Self.columns(settings).map { _ in "" }
        append(row.bytes, table, values, isLast: isLast, to: &output)
      case .object(let object): append(row.bytes, object, hit, isLast: isLast, to: &output)
      }
    }
  }

  private func append(
    _ bytes: [UInt8], _ row: DelimitedRow, _ values: [String], isLast: Bool, to output: inout [UInt8]
  ) {
    output += bytes[..<row.contentEnd]
    for value in values {
      output.append(format.delimiter)
      output += format.layout == .csv ? quoted(value) : Self.unbroken(value)
    }
    output += row.lineEnd.isEmpty && !isLast ? lineEnd[...] : row.lineEnd
  }

  private func append(
    _ bytes: [UInt8], _ row: JSONRow, _ hit: ScreenHit?, isLast: Bool, to output: inout [UInt8]
  ) {
    output += bytes[..<row.closing]
    if !row.isEmpty { output.append(UInt8(ascii: ",")) }
    JSONText.append(settings.prefix, to: &output)
    output.append(UInt8(ascii: ":"))
    if let hit {
      JSONText.append(hit, explains: settings.explains, to: &output)
    } else {
      output += "null".utf8
    }
    output += bytes[row.closing...]
    if !isLast, bytes.last != UInt8(ascii: "\n") { output += lineEnd }
  }

  private func values(_ hit: ScreenHit) -> [String] {
    let (entity, name) = (hit.match.entity, hit.match.matched)
    let values = [
      entity.id, entity.kind, entity.caption, Self.score(hit.score), name.text, name.language, name.role,
      hit.column,
    ]
    guard settings.explains else { return values }
    return values + [
      (hit.match.evidence.map(\.explanation) + hit.remarks.map(\.explanation)).joined(separator: " ")
    ]
  }

  /// A score with four decimals at most, as `ism search` shows it.
  static func score(_ score: Double) -> String { "\((score * 10_000).rounded() / 10_000)" }

  /// Quotes a value when RFC 4180, section 2, asks for it.
  private func quoted(_ value: String) -> [UInt8] {
    let needsQuotes = value.utf8.contains {
      $0 == UInt8(ascii: "\"") || $0 == format.delimiter || $0 == UInt8(ascii: "\n")
        || $0 == UInt8(ascii: "\r")
    }
    guard needsQuotes else { return Array(value.utf8) }
    return Array("\"\(value.replacing("\"", with: "\"\""))\"".utf8)
  }

  /// A tab or a line end inside a value becomes a space.
  private static func unbroken(_ value: String) -> [UInt8] {
    value.utf8.map { $0 < 0x20 ? UInt8(ascii: " ") : $0 }
  }
}
