internal import ArabicText
internal import Dispatch
internal import NameSearch
internal import Synchronization

/// Makes the keys of forms on threads of its own, while more names are read.
///
/// The indexes are sorted when they are laid out, so threads do not show in the file.
struct FormKeys {
  /// New words and new forms, as `FormTable` has them; they follow those of the batch before.
  struct Batch: Sendable {
    let letters: [UInt16]
    /// Where each word begins in `letters`, and where the last one ends.
    let wordStarts: [UInt32]
    let words: [UInt32]
    /// Where each form begins in `words`, and where the last one ends.
    let formStarts: [UInt32]
    let firstForm: UInt32
  }

  private let workers: [KeyWorker]
  private var turn = 0

  /// - Parameters:
  ///   - words: lexicons whose known words give keys.
  ///   - threads: how many threads make keys; 0 for that which calls.
  init(words: [Lexicon], threads: Int) {
    workers = (0..<max(1, threads)).map { _ in KeyWorker(words: words, waits: threads == 0) }
  }

  /// Gives keys to new forms, some time until `finish`.
  mutating func add(_ batch: Batch) {
    for (place, worker) in workers.enumerated() { worker.add(batch, hasForms: place == turn) }
    turn = (turn + 1) % workers.count
  }

  /// Lets forms that are added later find their words: `spelling` is a way to write `arabic`.
  func addKnown(spelling: NameText, arabic: NameText) {
    for worker in workers { worker.addKnown(spelling: spelling, arabic: arabic) }
  }

  /// Waits for all keys and hands them over.
  func finish() -> (exact: KeyIndexBuilder, skeleton: KeyIndexBuilder) {
    var (exact, skeleton) = (KeyIndexBuilder(), KeyIndexBuilder())
    for worker in workers {
      let keys = worker.finish()
      exact.append(keys.exact)
      skeleton.append(keys.skeleton)
    }
    return (exact, skeleton)
  }
}

/// One thread that makes keys.
///
/// At most `capacity` batches wait.
private final class KeyWorker: Sendable {
  private struct State {
    var exact = KeyIndexBuilder()
    var skeleton = KeyIndexBuilder()
    let knowledge: WordKnowledge
    var keys = ListKeys(limit: KeyWorker.keyLimit)
  }

  private let state: Mutex<State>
  /// Whether whoever adds waits for the keys.
  private let waits: Bool
  private let queue = DispatchQueue(label: "keys of forms")
  private let places = DispatchSemaphore(value: capacity)
  private static let capacity = 8
  /// The most skeleton keys that one name is indexed by.
  private static let keyLimit = 16

  init(words: [Lexicon], waits: Bool) {
    state = Mutex(State(knowledge: WordKnowledge(lexicon: KnownWords(words))))
    self.waits = waits
  }

  func add(_ batch: FormKeys.Batch, hasForms: Bool) {
    guard !waits else { return state.withLock { Self.add(batch, hasForms: hasForms, to: &$0) } }
    places.wait()
    queue.async { [self] in
      state.withLock { Self.add(batch, hasForms: hasForms, to: &$0) }
      places.signal()
    }
  }

  private static func add(_ batch: FormKeys.Batch, hasForms: Bool, to state: inout State) {
    for (start, end) in zip(batch.wordStarts, batch.wordStarts.dropFirst()) {
      state.keys.addWord(batch.letters[Int(start)..<Int(end)])
    }
    guard hasForms else { return }
    var (exact, skeleton) = (KeyIndexBuilder(), KeyIndexBuilder())
    swap(&exact, &state.exact)
    swap(&skeleton, &state.skeleton)
    var number = batch.firstForm
    for (start, end) in zip(batch.formStarts, batch.formStarts.dropFirst()) {
      state.keys.forEachKey(of: batch.words[Int(start)..<Int(end)], known: state.knowledge.skeletons) {
        exact.add($0, number)
      } skeleton: {
        skeleton.add($0, number)
      }
      number += 1
    }
    swap(&exact, &state.exact)
    swap(&skeleton, &state.skeleton)
  }

  func addKnown(spelling: NameText, arabic: NameText) {
    queue.sync {
      state.withLock { state in
        state.knowledge.add(spelling: spelling, arabic: arabic)
        state.keys.forget()
      }
    }
  }

  func finish() -> (exact: KeyIndexBuilder, skeleton: KeyIndexBuilder) {
    queue.sync {
      state.withLock { state in
        defer { (state.exact, state.skeleton) = (KeyIndexBuilder(), KeyIndexBuilder()) }
        return (state.exact, state.skeleton)
      }
    }
  }
}
