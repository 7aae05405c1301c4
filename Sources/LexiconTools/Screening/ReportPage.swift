/// A report as one HTML page: no scripts, no other files, and it can be printed.
enum ReportPage {
  private static let style = """
    :root { color-scheme: light dark; }
    body { font: 16px/1.45 system-ui, sans-serif; margin: 2rem; }
    h1 { font-size: 1.4rem; } p { max-width: 50rem; }
    table { border-collapse: collapse; width: 100%; }
    th, td { border-bottom: 1px solid #8886; padding: .4rem .6rem; text-align: start; vertical-align: top; }
    thead th { border-bottom: 2px solid #888; }
    td.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
    td.score { font-weight: 600; }
    .name { font-size: 1.1em; font-weight: 600; }
    .small { font-size: .85em; opacity: .8; }
    td.decision { white-space: nowrap; } td.note { min-width: 8rem; }
    @media print {
      body { margin: 0; font-size: 10pt; } thead { display: table-header-group; } tr { break-inside: avoid; }
    }
    """

  static func head(_ report: ScreenReport) -> String {
    let (settings, counts) = (report.settings, report.counts)
    let list = settings.input == "-" ? "standard input" : settings.input
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Hits of \(escaped(list))</title>
      <style>
      \(style)
      </style>
      </head>
      <body>
      <h1>Hits of <bdi>\(escaped(list))</bdi></h1>
      <p>\(counts.hits) hits in \(counts.found) of \(counts.rows) rows, from a score of \
      \(RowWriter.score(settings.minimumScore)) on, the highest first. \(counts.rejected) rows could not be read. \
      A hit is a question, not an answer: a person decides.</p>
      <table>
      <thead>
      <tr><th scope="col">No.</th><th scope="col">Score</th><th scope="col">In the list</th>\
      <th scope="col">In the lexicon</th><th scope="col">Why</th><th scope="col">Decision</th>\
      <th scope="col">Note</th></tr>
      </thead>
      <tbody>

      """
  }

  static func row(_ row: ReportRow, number: Int) -> String {
    let others = row.others.filter { !$0.value.isEmpty }
      .map { "<br>\(isolated($0.title)): \(isolated($0.value))" }.joined()
    let facts = [row.kind, row.id].filter { !$0.isEmpty }.map(isolated).joined(separator: " · ")
    let matched = [row.language, row.role].filter { !$0.isEmpty }.joined(separator: ", ")
    let why = row.evidence.isEmpty ? "" : "<span dir=\"auto\">\(escaped(row.evidence))</span>"
    return """
      <tr><td class="number">\(number)</td><td class="number score">\(RowWriter.score(row.score))</td>\
      <td><span class="name">\(row.names.map(isolated).joined(separator: "<br>"))</span>\
      <span class="small">\(others)</span></td>\
      <td><span class="name">\(isolated(row.caption))</span><br><span class="small">\(facts)<br>as \
      \(isolated(row.name)) (\(escaped(matched)))</span></td>\
      <td class="small">\(why)</td><td class="decision">☐ same<br>☐ different<br>☐ open</td>\
      <td class="note"></td></tr>

      """
  }

  static func tail(hidden: Int, _ settings: ScreenSettings) -> String {
    let rest =
      hidden > 0
      ? "<p>\(hidden) more hits with lower scores are in <bdi>\(escaped(settings.output))</bdi>.</p>\n" : ""
    return "</tbody>\n</table>\n\(rest)</body>\n</html>\n"
  }

  /// A text whose direction is found out, and that does not move what stands beside it.
  private static func isolated(_ text: String) -> String { "<bdi>\(escaped(text))</bdi>" }

  /// A text without markup; what HTML does not allow becomes U+FFFD.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      // An override or an isolate that is not closed would reach beyond its cell.
      case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": continue
      case "\n", "\t": escaped += " "
      case _ where scalar.properties.generalCategory == .control: escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
