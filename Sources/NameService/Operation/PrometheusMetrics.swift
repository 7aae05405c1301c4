package import CoreMetrics
import Synchronization

/// Keeps what swift-metrics counts and shows it in Prometheus' text format, version 0.0.4
/// (https://prometheus.io/docs/instrumenting/exposition_formats/).
package final class PrometheusMetrics: MetricsFactory {
  /// A name with its dimensions.
  struct Series: Hashable {
    let name: String
    let labels: String

    init(_ label: String, _ dimensions: [(String, String)]) {
      // A name holds letters, digits, underscores and colons.
      name = String(label.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ":") ? $0 : "_" })
      labels = dimensions.map { "\($0.0)=\"\(Self.escaped($0.1))\"" }.joined(separator: ",")
    }

    private static func escaped(_ text: String) -> String {
      text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
  }

  private let cells = Mutex<[Series: any Cell]>([:])

  package init() {}

  /// Everything that was counted, sorted by name.
  func text() -> String {
    let cells = cells.withLock { $0 }.sorted { ($0.key.name, $0.key.labels) < ($1.key.name, $1.key.labels) }
    var text = ""
    var last = ""
    for (series, cell) in cells {
      if series.name != last { text += "# TYPE \(series.name) \(cell.type)\n" }
      last = series.name
      for line in cell.lines(series) { text += line + "\n" }
    }
    return text
  }

  private func cell<Kind: Cell>(_ label: String, _ dimensions: [(String, String)], _ make: () -> Kind) -> Kind
  {
    let series = Series(label, dimensions)
    return cells.withLock { cells in
      if let cell = cells[series] as? Kind { return cell }
      let cell = make()
      cells[series] = cell
      return cell
    }
  }

  package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
    cell(label, dimensions) { CounterCell() }
  }

  package func makeFloatingPointCounter(
    label: String, dimensions: [(String, String)]
  ) -> any FloatingPointCounterHandler {
    WholeCounter(makeCounter(label: label, dimensions: dimensions))
  }

  package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
    cell(label, dimensions) { GaugeCell() }
  }

  package func makeRecorder(
    label: String, dimensions: [(String, String)], aggregate: Bool
  ) -> any RecorderHandler {
    aggregate ? cell(label, dimensions) { HistogramCell() } : cell(label, dimensions) { GaugeCell() }
  }

  package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    cell(label, dimensions) { HistogramCell() }
  }

  // Series stay: Prometheus wants a counter never to go back.
  package func destroyCounter(_ handler: any CounterHandler) {}
  package func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
  package func destroyMeter(_ handler: any MeterHandler) {}
  package func destroyRecorder(_ handler: any RecorderHandler) {}
  package func destroyTimer(_ handler: any TimerHandler) {}
}

/// The value of one series.
private protocol Cell: AnyObject, Sendable {
  var type: String { get }
  func lines(_ series: PrometheusMetrics.Series) -> [String]
}

extension PrometheusMetrics.Series {
  fileprivate func line(_ value: String, suffix: String = "", extra: String = "") -> String {
    let all = [labels, extra].filter { !$0.isEmpty }.joined(separator: ",")
    return name + suffix + (all.isEmpty ? "" : "{\(all)}") + " " + value
  }
}

private final class CounterCell: Cell, CounterHandler {
  private let value = Atomic<Int64>(0)
  let type = "counter"

  func increment(by amount: Int64) { value.add(amount, ordering: .relaxed) }
  func reset() { value.store(0, ordering: .relaxed) }
  func lines(_ series: PrometheusMetrics.Series) -> [String] {
    [series.line("\(value.load(ordering: .relaxed))")]
  }
}

/// Fractions are kept until they make a whole.
private final class WholeCounter: FloatingPointCounterHandler {
  private let counter: any CounterHandler
  private let rest = Mutex(0.0)

  init(_ counter: any CounterHandler) { self.counter = counter }

  func increment(by amount: Double) {
    guard amount.isFinite, amount > 0 else { return }
    let whole = rest.withLock { rest in
      rest += amount
      let whole = min(rest.rounded(.down), 9e15)
      rest -= whole
      return Int64(whole)
    }
    counter.increment(by: whole)
  }

  func reset() { counter.reset() }
}

private final class GaugeCell: Cell, MeterHandler, RecorderHandler {
  private let value = Mutex(0.0)
  let type = "gauge"

  func set(_ new: Int64) { set(Double(new)) }
  func set(_ new: Double) { value.withLock { $0 = new } }
  func increment(by amount: Double) { value.withLock { $0 += amount } }
  func decrement(by amount: Double) { value.withLock { $0 -= amount } }
  func record(_ new: Int64) { set(Double(new)) }
  func record(_ new: Double) { set(new) }

  func lines(_ series: PrometheusMetrics.Series) -> [String] {
    let value = value.withLock { $0 }
    return [series.line(Int64(exactly: value).map { "\($0)" } ?? "\(value)")]
  }
}

/// How many values were not above each border; times are in seconds.
private final class HistogramCell: Cell, TimerHandler, RecorderHandler {
  private struct State {
    var counts = [Int](repeating: 0, count: HistogramCell.borders.count)
    var count = 0
    var sum = 0.0
  }

  private static let borders = [
    0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
  ]
  private let state = Mutex(State())
  let type = "histogram"

  func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }
  func record(_ value: Int64) { record(Double(value)) }

  func record(_ value: Double) {
    state.withLock { state in
      state.count += 1
      state.sum += value
      if let place = Self.borders.firstIndex(where: { value <= $0 }) { state.counts[place] += 1 }
    }
  }

  func lines(_ series: PrometheusMetrics.Series) -> [String] {
    let state = state.withLock { $0 }
    var sum = 0
    var lines = zip(Self.borders, state.counts).map { border, count in
      sum += count
      return series.line("\(sum)", suffix: "_bucket", extra: "le=\"\(border)\"")
    }
    lines.append(series.line("\(state.count)", suffix: "_bucket", extra: "le=\"+Inf\""))
    lines.append(series.line("\(state.sum)", suffix: "_sum"))
    lines.append(series.line("\(state.count)", suffix: "_count"))
    return lines
  }
}
