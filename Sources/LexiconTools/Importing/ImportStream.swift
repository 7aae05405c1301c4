internal import ArabicText
internal import Dispatch
internal import Synchronization

/// Runs an importer on a thread of its own and hands on what it reads, normalized, in batches, so that reading and
/// building use two cores.
///
/// At most `capacity` batches wait; then the importer waits.
struct ImportStream: ~Copyable {
  /// What an importer said, in its order.
  enum Event: Sendable {
    case name(SourceName, NameText)
    case problem(SourceProblem)
  }

  private let queue = BatchQueue()

  /// Starts reading.
  init(_ importer: any Importer, _ input: InputFile) {
    let queue = queue
    DispatchQueue.global().async {
      var batch = BatchWriter(queue)
      do throws(SourceProblem) {
        try importer.read(input) {
          batch.add(.name($0, NameText($0.name)))
        } report: {
          batch.add(.problem($0))
        }
      } catch {
        batch.add(.problem(error))
      }
      batch.finish()
    }
  }

  /// The next events, or nil at the end.
  func next() -> [Event]? { queue.take() }
}

/// Gathers events until a batch is full.
private struct BatchWriter {
  private static let size = 2048
  private let queue: BatchQueue
  private var events: [ImportStream.Event] = []

  init(_ queue: BatchQueue) {
    self.queue = queue
    events.reserveCapacity(Self.size)
  }

  mutating func add(_ event: ImportStream.Event) {
    events.append(event)
    guard events.count == Self.size else { return }
    queue.put(events)
    events = []
    events.reserveCapacity(Self.size)
  }

  mutating func finish() {
    queue.put(events)
    queue.put(nil)
  }
}

/// Batches on their way from one thread to another; nil is the end.
private final class BatchQueue: Sendable {
  private static let capacity = 8
  private let batches = Mutex<[[ImportStream.Event]?]>([])
  private let places = DispatchSemaphore(value: capacity)
  private let filled = DispatchSemaphore(value: 0)

  func put(_ batch: [ImportStream.Event]?) {
    places.wait()
    batches.withLock { $0.append(batch) }
    filled.signal()
  }

  func take() -> [ImportStream.Event]? {
    filled.wait()
    defer { places.signal() }
    return batches.withLock { $0.removeFirst() }
  }

  // A semaphore must not go with a lower value than it began with.
  deinit { for _ in 0..<Self.capacity { places.signal() } }
}
