internal import Dispatch
internal import Synchronization

/// Works on items in several threads and hands the results on in the order of the items.
///
/// A bounded number of items is under way, so memory does not grow with their number. One thread puts items in and takes
/// results; with `threads: 1` it also does the work, when it takes a result.
package final class OrderedPipeline<Item: Sendable, Result: Sendable>: Sendable {
  private struct Slot {
    var item: Item?
    var result: Result?
  }

  private struct State {
    var slots: [Slot]
    var threads = 0
    /// How many items were put in, were begun, and were handed on.
    var added = 0
    var begun = 0
    var taken = 0
  }

  private let state: Mutex<State>
  /// Counts items that no thread has begun; each slot has one that says that its result is there.
  private let waiting = DispatchSemaphore(value: 0)
  private let done: [DispatchSemaphore]
  private let work: @Sendable (Item) -> Result

  /// Starts the threads.
  ///
  /// - Parameters:
  ///   - threads: how many work.
  ///   - depth: how many items for each thread are under way at most; the more, the less one that takes long holds up.
  ///   - work: makes a result of an item.
  package init(threads: Int, depth: Int = 4, work: @escaping @Sendable (Item) -> Result) {
    let capacity = max(1, threads) * depth
    state = Mutex(State(slots: Array(repeating: Slot(), count: capacity)))
    done = (0..<capacity).map { _ in DispatchSemaphore(value: 0) }
    self.work = work
    guard threads > 1 else { return }
    for _ in 0..<threads {
      let hasStarted = Thread.start { [self] in
        repeat { waiting.wait() } while workOnNext()
      }
      // Without a single thread the work is done where results are taken.
      if hasStarted { state.withLock { $0.threads += 1 } }
    }
  }

  /// Lets the threads end when nothing is left to do.
  package func close() {
    for _ in 0..<state.withLock({ $0.threads }) { waiting.signal() }
  }

  /// Whether another item has a place.
  package var hasRoom: Bool { state.withLock { $0.added - $0.taken < $0.slots.count } }
  /// Whether results are still to come.
  var hasMore: Bool { state.withLock { $0.added > $0.taken } }

  /// Puts an item in; there has to be room.
  package func add(_ item: Item) {
    state.withLock { state in
      state.slots[state.added % state.slots.count] = Slot(item: item)
      state.added += 1
    }
    waiting.signal()
  }

  /// Works on the oldest item that nobody has begun; false when there is none.
  private func workOnNext() -> Bool {
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

  /// Waits for the oldest result; nil when none is to come.
  package func take() -> Result? {
    guard hasMore else { return nil }
    let (place, threads) = state.withLock { ($0.taken % $0.slots.count, $0.threads) }
    if threads == 0 { _ = workOnNext() }
    done[place].wait()
    return state.withLock { state in
      state.taken += 1
      defer { state.slots[place].result = nil }
      return state.slots[place].result
    }
  }
}
