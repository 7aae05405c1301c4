import HTTPTypes
import NIOCore
import NIOPosix
import Synchronization

/// Threads that search, so that the event loops stay free for connections and health checks.
///
/// The threads are few, since searching needs a core each. Requests beyond that wait, up to a limit; then they are refused at
/// once, which is better for all than to be answered too late.
final class WorkPool: Sendable {
  let pool: NIOThreadPool
  private let limit: Int
  private let admitted = Atomic<Int>(0)
  private let clients: ClientCounts

  /// - Parameters:
  ///   - threads: how many search at a time.
  ///   - limit: how many requests may be worked on or wait.
  ///   - clientLimit: the same for one client; 0 for no limit.
  init(threads: Int, limit: Int, clientLimit: Int) {
    pool = NIOThreadPool(numberOfThreads: threads)
    pool.start()
    self.limit = limit
    clients = ClientCounts(limit: clientLimit)
  }

  // Whoever lets it go without stopping it leaves no thread behind.
  deinit { pool.shutdownGracefully { _ in } }

  /// The requests that are worked on or wait.
  var count: Int { admitted.load(ordering: .relaxed) }

  /// Runs `body` on one of the threads.
  ///
  /// - Parameters:
  ///   - client: who asked.
  ///   - time: after this the caller is told to come back later; `body` sees it in `Work.check`.
  ///   - body: the work.
  /// - Returns: what `body` returns.
  /// - Throws: `Problem` when there is too much to do or the time is over, and what `body` throws.
  func run<Value: Sendable>(
    for client: String, within time: Duration, _ body: @escaping @Sendable (Work) throws -> Value
  ) async throws -> Value {
    guard admitted.add(1, ordering: .relaxed).newValue <= limit else {
      admitted.subtract(1, ordering: .relaxed)
      throw Problem.busy(.serviceUnavailable, "too many requests are waiting; try again")
    }
    guard clients.enter(client) else {
      admitted.subtract(1, ordering: .relaxed)
      throw Problem.busy(.tooManyRequests, "too many requests of one client are waiting; try again")
    }
    let work = Work()
    return try await withCheckedThrowingContinuation { continuation in
      let answer = OneAnswer(continuation)
      let timer = MultiThreadedEventLoopGroup.singleton.any().scheduleTask(in: TimeAmount(time)) {
        work.stop()
        answer.give(.failure(Work.timeIsOver))
      }
      pool.submit { state in
        defer {
          self.clients.leave(client)
          self.admitted.subtract(1, ordering: .relaxed)
          timer.cancel()
        }
        answer.give(
          Result {
            guard state == .active else { throw Problem.busy(.serviceUnavailable, "the service is stopping") }
            try work.check()
            return try body(work)
          })
      }
    }
  }

  /// Lets what is running end, and refuses what waits.
  func stop() async {
    try? await pool.shutdownGracefully()
  }
}

/// A piece of work that may be given up.
final class Work: Sendable {
  private let isStopped = Atomic<Bool>(false)

  static var timeIsOver: Problem {
    .busy(.serviceUnavailable, "the request took too long; ask for less at a time")
  }

  func stop() { isStopped.store(true, ordering: .relaxed) }

  /// Throws when nobody waits for the result any more; work asks between its steps.
  func check() throws(Problem) {
    if isStopped.load(ordering: .relaxed) { throw Self.timeIsOver }
  }
}

/// Gives a result to whoever waits for it, once.
private final class OneAnswer<Value: Sendable>: Sendable {
  private let continuation: Mutex<CheckedContinuation<Value, any Error>?>

  init(_ continuation: CheckedContinuation<Value, any Error>) { self.continuation = Mutex(continuation) }

  func give(_ result: Result<Value, any Error>) {
    let waiting = continuation.withLock { waiting in
      defer { waiting = nil }
      return waiting
    }
    waiting?.resume(with: result)
  }
}

/// How much each client has waiting.
private final class ClientCounts: Sendable {
  private let limit: Int
  private let counts = Mutex<[String: Int]>([:])

  init(limit: Int) { self.limit = limit }

  func enter(_ client: String) -> Bool {
    guard limit > 0 else { return true }
    return counts.withLock { counts in
      let count = counts[client, default: 0]
      guard count < limit else { return false }
      counts[client] = count + 1
      return true
    }
  }

  func leave(_ client: String) {
    guard limit > 0 else { return }
    counts.withLock { counts in
      let count = counts[client, default: 1] - 1
      // A client that has nothing waiting is forgotten, so the table stays small.
      counts[client] = count > 0 ? count : nil
    }
  }
}
