/// A hit, as the answers have it.
struct ReportRow {
  /// The names of the row.
  let names: [String]
  /// The values of the other columns of the list, with their titles.
  let others: [(title: String, value: String)]
  let score: Double
  let id: String
  let kind: String
  let caption: String
  let name: String
  let language: String
  let role: String
  let column: String
  let evidence: String
}

/// Reads hits from a file of answers.
struct ReportRowReader {
  private let settings: ScreenSettings
  private let format: ListFormat
  private let titles: [String]
  private let listed: ListColumns

  init(_ settings: ScreenSettings, _ opening: ListOpening) {
    self.settings = settings
    format = opening.format
    listed = opening.columns
    if let header = opening.header ?? opening.first {
      let row = DelimitedRow(header.bytes, format: format)
      titles = row.values.indices.map { opening.header == nil ? "\($0 + 1)" : row.text($0) }
    } else {
      titles = []
    }
  }

  /// The score of a record, or nil when it has no hit.
  func score(of record: ListRecord) -> Double? {
    guard record.problem == nil else { return nil }
    if format.layout != .jsonl {
      return Double(DelimitedRow(record.bytes, format: format).text(titles.count + 3))
    }
    return (try? JSONRow(record.bytes))?.texts(settings.prefix + ".score").first.flatMap(Double.init)
  }

  /// The hit of a record that has one.
  func row(_ record: ListRecord) -> ReportRow? {
    format.layout == .jsonl ? objectRow(record) : tableRow(record)
  }

  private func tableRow(_ record: ListRecord) -> ReportRow? {
    let row = DelimitedRow(record.bytes, format: format)
    guard let score = Double(row.text(titles.count + 3)) else { return nil }
    let places = listed.names.compactMap(\.place)
    func answer(_ place: Int) -> String { row.text(titles.count + place) }
    return ReportRow(
      names: places.map { row.text($0) }.filter { !$0.isEmpty },
      others: titles.indices.filter { !places.contains($0) }.map { (titles[$0], row.text($0)) },
      score: score, id: answer(0), kind: answer(1), caption: answer(2), name: answer(4), language: answer(5),
      role: answer(6), column: answer(7), evidence: settings.explains ? answer(8) : "")
  }

  private func objectRow(_ record: ListRecord) -> ReportRow? {
    guard let row = try? JSONRow(record.bytes), let score = row.texts(settings.prefix + ".score").first,
      let score = Double(score)
    else { return nil }
    let evidence = row.objects("\(settings.prefix).evidence").flatMap { $0.texts("explanation") }
    func answer(_ path: String) -> String { row.texts("\(settings.prefix).\(path)").first ?? "" }
    let titles = listed.names.map(\.title)
    return ReportRow(
      names: titles.flatMap { row.texts($0) },
      others: row.values.filter { $0.name != settings.prefix && !titles.contains($0.name) }
        .map { ($0.name, $0.value) },
      score: score, id: answer("id"), kind: answer("kind"), caption: answer("caption"),
      name: answer("matched.name"), language: answer("matched.language"), role: answer("matched.role"),
      column: answer("column"), evidence: evidence.joined(separator: " "))
  }
}
