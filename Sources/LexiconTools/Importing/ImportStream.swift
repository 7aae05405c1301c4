internal import Dispatch
internal import Synchronization

/// Runs an importer on a thread of its own and hands on what it reads, normalized, in batches, so that reading and
/// building use two cores.
///
/// At most `capacity` batches wait; then the importer waits.
struct ImportStream: ~Copyable {
  private let queue = BatchQueue()

  /// Starts reading; names that come without a source get `source`.
  init(_ importer: any Importer, _ input: InputFile, source: String) {
    let queue = queue
    DispatchQueue.global().async {
      Self.read(importer, input, source: source) { queue.put($0) }
      queue.put(nil)
    }
  }

  /// The next names, or nil at the end.
  func next() -> NameBatch? { queue.take() }

  /// Reads a file on the thread that calls.
  static func read(
    _ importer: any Importer, _ input: InputFile, source: String, _ body: (NameBatch) -> Void
  ) {
    var batch = NameBatch()
    func handOn(whenFull: Bool) {
      if whenFull, !batch.isFull { return }
      body(batch)
      batch = NameBatch()
    }
    do throws(SourceProblem) {
      try importer.read(input) {
        batch.add($0, source: source)
        handOn(whenFull: true)
      } report: {
        batch.add($0)
        handOn(whenFull: true)
      }
    } catch {
      batch.add(error)
    }
    handOn(whenFull: false)
  }
}

/// Batches on their way from one thread to another; nil is the end.
private final class BatchQueue: Sendable {
  private static let capacity = 8
  private let batches = Mutex<[NameBatch?]>([])
  private let places = DispatchSemaphore(value: capacity)
  private let filled = DispatchSemaphore(value: 0)

  func put(_ batch: NameBatch?) {
    places.wait()
    batches.withLock { $0.append(batch) }
    filled.signal()
  }

  func take() -> NameBatch? {
    filled.wait()
    defer { places.signal() }
    return batches.withLock { $0.removeFirst() }
  }

  // A semaphore must not go with a lower value than it began with.
  deinit { for _ in 0..<Self.capacity { places.signal() } }
}
