internal import Synchronization

/// Works on items in several threads and hands the results on in the order of the items.
///
/// At most `threads * 4` items are under way, so memory does not grow with their number. With one thread everything
/// runs where it is called.
final class OrderedPipeline<Item: Sendable, Result: Sendable>: Sendable {
  private struct Slot {
    var item: Item?
    var result: Result?
  }

  private struct State {
    var slots: [Slot]
    /// How many items were put in, were begun, and were handed on.
    var added = 0
    var begun = 0
    var taken = 0
    var isClosed = false
  }

  private let state: Mutex<State>
  /// Counts items that no thread has begun; each slot has one that says that its result is there.
  private let waiting = Semaphore()
  private let done: [Semaphore]
  private let threads: Mutex<Int>
  private let work: @Sendable (Item) -> Result

  /// Starts the threads.
  init(threads: Int, work: @escaping @Sendable (Item) -> Result) {
    let capacity = max(1, threads) * 4
    state = Mutex(State(slots: Array(repeating: Slot(), count: capacity)))
    done = (0..<capacity).map { _ in Semaphore() }
    self.work = work
    self.threads = Mutex(0)
    guard threads > 1 else { return }
    for _ in 0..<threads {
      // Without a single thread the work is done where results are taken.
      let hasStarted = Thread.start { [self] in while workOnNext(waits: true) {} }
      if hasStarted { self.threads.withLock { $0 += 1 } }
    }
  }

  /// Lets the threads end when nothing is left to do.
  func close() {
    state.withLock { $0.isClosed = true }
    for _ in 0..<threads.withLock({ $0 }) { waiting.signal() }
  }

  /// Whether another item has a place.
  var hasRoom: Bool { state.withLock { $0.added - $0.taken < $0.slots.count } }
  /// Whether results are still to come.
  var hasMore: Bool { state.withLock { $0.added > $0.taken } }

  /// Puts an item in; there has to be room.
  func add(_ item: Item) {
    state.withLock { state in
      state.slots[state.added % state.slots.count] = Slot(item: item)
      state.added += 1
    }
    waiting.signal()
  }

  /// Works on the oldest item that nobody has begun.
  private func workOnNext(waits: Bool) -> Bool {
    if waits { waiting.wait() } else if !waiting.isFree() { return false }
    let next = state.withLock { state -> (place: Int, item: Item)? in
      let place = state.begun % state.slots.count
      guard state.begun < state.added, let item = state.slots[place].item else { return nil }
      state.begun += 1
      state.slots[place].item = nil
      return (place, item)
    }
    guard let next else { return false }
    let result = work(next.item)
    state.withLock { $0.slots[next.place].result = result }
    done[next.place].signal()
    return true
  }

  /// Waits for the oldest result.
  ///
  /// - Parameter waits: whether to wait when it is not there yet.
  /// - Returns: the result, or nil when there is none.
  func take(waits: Bool = true) -> Result? {
    guard hasMore else { return nil }
    if threads.withLock({ $0 }) == 0 { _ = workOnNext(waits: false) }
    let place = state.withLock { $0.taken % $0.slots.count }
    if waits { done[place].wait() } else if !done[place].isFree() { return nil }
    return state.withLock { state in
      state.taken += 1
      defer { state.slots[place].result = nil }
      return state.slots[place].result
    }
  }
}
