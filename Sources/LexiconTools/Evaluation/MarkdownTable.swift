/// A table of Markdown, columns as wide as their longest value.
struct MarkdownTable {
  private let header: [String]
  private var rows: [[String]] = []

  init(_ header: [String]) { self.header = header }

  var isEmpty: Bool { rows.isEmpty }

  mutating func add(_ row: [String]) {
    rows.append(row.map { $0.split(separator: "|").joined(separator: "\\|") })
  }

  var text: String {
    let widths = header.indices.map { column in
      max(3, ([header] + rows).map { $0[column].unicodeScalars.count }.max() ?? 0)
    }
    func line(_ cells: [String]) -> String {
      let padded = zip(cells, widths).map {
        $0 + String(repeating: " ", count: $1 - $0.unicodeScalars.count)
      }
      return "| " + padded.joined(separator: " | ") + " |\n"
    }
    let rule = line(widths.map { String(repeating: "-", count: $0) })
    return line(header) + rule + rows.map(line).joined()
  }
}

/// Writes a number with a fixed count of digits behind the point.
func decimal(_ value: Double, digits: Int) -> String {
  guard value.isFinite, value.magnitude < 1e9 else { return "\(value)" }
  var scale = 1
  for _ in 0..<digits { scale *= 10 }
  let units = Int((value.magnitude * Double(scale)).rounded())
  let fraction = "\(units % scale)"
  let sign = value < 0 && units > 0 ? "-" : ""
  return "\(sign)\(units / scale)." + String(repeating: "0", count: digits - fraction.count) + fraction
}

/// A share in percent; nothing for nil.
func percent(_ share: Double?) -> String { share.map { decimal($0 * 100, digits: 1) } ?? "" }
