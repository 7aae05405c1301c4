import ArabicText
import Glibc

/// A chart of counts: a line for each value with its count, its share and a bar.
struct BarChart {
  private let items: [(value: String, count: Int)]
  private let hasBlocks: Bool

  /// How many cells a bar of everything fills.
  private static let width = 40

  /// - Parameters:
  ///   - items: what is counted, in the order of the lines.
  ///   - hasBlocks: whether block characters can be shown; without, bars are number signs.
  init(_ items: [(value: String, count: Int)], hasBlocks: Bool = BarChart.terminalHasBlocks) {
    self.items = items
    self.hasBlocks = hasBlocks
  }

  /// Whether the locale says that text is UTF-8 (POSIX, Base Definitions 8.2: `LC_ALL`, `LC_CTYPE`, `LANG`).
  static var terminalHasBlocks: Bool {
    for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
      guard let value = unsafe getenv(name), unsafe value.pointee != 0 else { continue }
      let locale = unsafe String(cString: value).uppercased()
      return locale.contains("UTF-8") || locale.contains("UTF8")
    }
    return false
  }

  /// The lines, with spaces before them.
  func lines(indent: Int) -> [String] {
    let total = max(1, items.reduce(0) { $0 + $1.count })
    let labels = items.map { $0.value.isEmpty ? "none" : $0.value }
    let labelWidth = labels.map { DisplayWidth.of($0) }.max() ?? 0
    let countWidth = items.map { "\($0.count)".count }.max() ?? 0
    let space = String(repeating: " ", count: indent)
    return zip(items, labels).map { item, label in
      let share = Double(item.count) / Double(total)
      let isolated =
        Output.isolated(label) + String(repeating: " ", count: labelWidth - DisplayWidth.of(label))
      return space + (item.value.isEmpty ? Output.faint(isolated) : isolated) + "  "
        + Self.padded("\(item.count)", countWidth) + "  " + Self.padded(Self.percent(share), 7) + "  "
        + bar(share)
    }
  }

  /// A share with one decimal; `< 0.1 %` for less, since nothing is what 0.0 would say.
  static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return tenths == 0 && share > 0 ? "< 0.1 %" : "\(tenths / 10).\(tenths % 10) %"
  }

  /// A bar in eighths of a cell (U+2588 to U+258F), an eighth at least; without blocks in cells.
  func bar(_ share: Double) -> String {
    let eighths = max(1, Int((share * Double(Self.width * 8)).rounded()))
    guard hasBlocks else { return String(repeating: "#", count: max(1, (eighths + 4) / 8)) }
    let rest = eighths % 8
    let part = rest == 0 ? "" : String(Unicode.Scalar(0x2590 - UInt32(rest)) ?? " ")
    return String(repeating: "█", count: eighths / 8) + part
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
