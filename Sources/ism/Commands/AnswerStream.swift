import Glibc
import LexiconTools
import Synchronization

/// Answers the items of a command, those of standard input on all cores; answers are printed in the order of the items,
/// each as soon as those before it are there.
final class AnswerStream: Sendable {
  private struct State {
    var reporter: Reporter
    /// Items that no thread has taken yet, oldest first.
    var waiting: [(number: Int, text: String)] = []
    /// Answers that wait for one before them.
    var done: [Int: String] = [:]
    /// The item whose answer is printed next.
    var next = 0
    /// How many items there are; nil while more may come.
    var total: Int?
  }

  private let state: Mutex<State>
  private let items = Semaphore(0)
  private let room: Semaphore
  private let threads: Int

  /// How many items are under way for each thread at most.
  private static let depth = 32

  init(_ reporter: Reporter) {
    threads = max(1, min(64, sysconf(CInt(_SC_NPROCESSORS_ONLN))))
    room = Semaphore(UInt32(threads * Self.depth))
    state = Mutex(State(reporter: reporter))
  }

  /// Answers all items.
  ///
  /// - Parameters:
  ///   - input: the items.
  ///   - columns: the header of tables.
  ///   - answer: makes the lines of an answer; called on several threads.
  ///   - failed: makes the lines of the answer to a line that cannot be read.
  /// - Returns: whether every line could be read.
  /// - Throws: what reading the input throws.
  func run(
    _ input: InputNames, _ columns: [String], answer: @escaping @Sendable (String) -> String,
    failed: (String) -> String
  ) throws -> Bool {
    let workers = (0..<(input.isStream ? threads : 0)).map { _ in
      Worker { [self] in work(columns, answer) }
    }
    var count = 0
    // Workers that have no more to do must go whatever happens.
    defer {
      state.withLock { $0.total = count }
      for _ in workers { items.signal() }
      for worker in workers { worker.join() }
    }
    return try input.forEach { text in
      room.wait()
      if workers.isEmpty {
        finish(count, answer(text), columns)
      } else {
        state.withLock { $0.waiting.append((count, text)) }
        items.signal()
      }
      count += 1
    } unreadable: { problem in
      Output.complain(problem.description)
      room.wait()
      finish(count, failed(problem.description), columns)
      count += 1
    }
  }

  private func work(_ columns: [String], _ answer: (String) -> String) {
    while true {
      items.wait()
      guard let item = state.withLock({ $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }) else { return }
      finish(item.number, answer(item.text), columns)
    }
  }

  /// Prints an answer when it is its turn, and those that waited for it.
  private func finish(_ number: Int, _ lines: String, _ columns: [String]) {
    state.withLock { state in
      state.done[number] = lines
      while let lines = state.done.removeValue(forKey: state.next) {
        state.reporter.report(lines, columns: columns)
        state.next += 1
        room.signal()
      }
    }
  }
}

/// A counting semaphore of the system.
@safe private final class Semaphore: @unchecked Sendable {
  // Safe to share: the system's functions are made for it.
  private let semaphore: UnsafeMutablePointer<sem_t>

  init(_ count: UInt32) {
    unsafe semaphore = .allocate(capacity: 1)
    unsafe sem_init(semaphore, 0, count)
  }

  deinit {
    unsafe sem_destroy(semaphore)
    unsafe semaphore.deallocate()
  }

  func wait() { while unsafe sem_wait(semaphore) != 0 {} }
  func signal() { unsafe _ = sem_post(semaphore) }
}

/// A thread of the system.
private struct Worker {
  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  private var thread = pthread_t()

  init(_ run: @escaping @Sendable () -> Void) {
    let body = unsafe Unmanaged.passRetained(Body(run)).toOpaque()
    let status = unsafe pthread_create(
      &thread, nil,
      { body in
        if let body = unsafe body { unsafe Unmanaged<Body>.fromOpaque(body).takeRetainedValue().run() }
        return nil
      }, body)
    precondition(status == 0, "no thread could be started")
  }

  func join() { _ = pthread_join(thread, nil) }
}
