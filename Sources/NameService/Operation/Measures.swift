import CoreMetrics
import Glibc
import HTTPTypes
import NameSearch
import Synchronization

/// What the service measures of itself, by way of swift-metrics.
struct Measures: Sendable {
  private let metrics: PrometheusMetrics
  private let requests = Requests()

  /// The counter and the timer of one kind of request, made once.
  private final class Requests: Sendable {
    struct Key: Hashable {
      let method: String
      let route: String
      let status: Int
    }
    let known = Mutex<[Key: (Counter, Timer)]>([:])
  }

  init(_ metrics: PrometheusMetrics) { self.metrics = metrics }

  /// Counts a request; one whose head could not be read has no method.
  func count(_ method: HTTPRequest.Method?, _ route: String, _ status: HTTPResponse.Status, _ time: Duration)
  {
    // A method that nobody knows is counted as such: what clients make up must not become series without end.
    let known = ["GET", "HEAD", "POST", "OPTIONS"]
    let name = method.flatMap { known.contains($0.rawValue) ? $0.rawValue : nil } ?? "other"
    let key = Requests.Key(method: name, route: route, status: status.code)
    let (counter, timer) = requests.known.withLock { known in
      if let found = known[key] { return found }
      let dimensions = [("method", name), ("route", route), ("status", "\(status.code)")]
      let made = (
        Counter(label: "http_requests_total", dimensions: dimensions, factory: metrics),
        Timer(
          label: "http_request_duration_seconds", dimensions: [("method", name), ("route", route)],
          preferredDisplayUnit: .seconds, factory: metrics)
      )
      known[key] = made
      return made
    }
    counter.increment()
    timer.recordNanoseconds(
      time.components.seconds * 1_000_000_000 + time.components.attoseconds / 1_000_000_000)
  }

  /// Everything, with the state of now.
  func text(_ lexicon: LoadedLexicon, waiting: Int) -> String {
    func set(_ label: String, _ value: Double, _ dimensions: [(String, String)] = []) {
      Meter(label: label, dimensions: dimensions, factory: metrics).set(value)
    }
    set("ism_requests_waiting", Double(waiting))
    set("ism_lexicon_loaded_timestamp_seconds", Double(lexicon.time))
    for (place, item) in lexicon.lexicons.lexicons.enumerated() {
      set("ism_lexicon_names", Double(item.nameCount), [("lexicon", "\(place)")])
      set("ism_lexicon_entities", Double(item.entityCount), [("lexicon", "\(place)")])
    }
    if let bytes = Self.residentBytes { set("process_resident_memory_bytes", Double(bytes)) }
    return metrics.text()
  }

  /// The memory that the process has, of `/proc/self/statm`.
  private static var residentBytes: Int? {
    guard let file = unsafe fopen("/proc/self/statm", "r") else { return nil }
    defer { unsafe fclose(file) }
    var buffer = [UInt8](repeating: 0, count: 128)
    let count = unsafe fread(&buffer, 1, buffer.count, file)
    let fields = String(decoding: buffer[..<count], as: UTF8.self).split(separator: " ")
    guard fields.count > 1, let pages = Int(fields[1]) else { return nil }
    return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
  }
}
