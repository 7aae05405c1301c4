internal import ArabicText
internal import Dispatch
internal import NameSearch
internal import Synchronization

/// Makes the keys of forms on a thread of its own, while more names are read.
///
/// The indexes are sorted when they are laid out, so threads do not show in the file. At most `capacity` batches wait.
final class FormKeys: Sendable {
  /// A normalized spelling and its number.
  typealias Form = (text: NameText, number: UInt32)

  private struct State {
    var exact = KeyIndexBuilder()
    var skeleton = KeyIndexBuilder()
    let knowledge: WordKnowledge
    let builder = SkeletonBuilder(cache: SkeletonCache())
  }

  private let state: Mutex<State>
  private let queue = DispatchQueue(label: "keys of forms")
  private let places = DispatchSemaphore(value: capacity)
  private static let capacity = 8
  /// The most skeleton keys that one name is indexed by.
  private static let keyLimit = 16

  init(words: [Lexicon]) {
    state = Mutex(State(knowledge: WordKnowledge(lexicon: KnownWords(words))))
  }

  /// Gives keys to new forms, some time until `finish`.
  func add(_ forms: [Form]) {
    places.wait()
    queue.async { [self] in
      state.withLock { state in
        for form in forms { Self.add(form, to: &state) }
      }
      places.signal()
    }
  }

  private static func add(_ form: Form, to state: inout State) {
    for reading in [form.text, form.text.uninverted].compactMap({ $0 }) {
      state.exact.add(reading.foldedHash(), form.number)
      let keys = state.builder.keys(of: reading, limit: keyLimit, known: state.knowledge.skeletons)
      for key in keys { state.skeleton.add(key, form.number) }
    }
  }

  /// Lets forms that are added later find their words: `spelling` is a way to write `arabic`.
  func addKnown(spelling: NameText, arabic: NameText) {
    queue.sync { state.withLock { $0.knowledge.add(spelling: spelling, arabic: arabic) } }
  }

  /// Waits for all keys and hands them over.
  func finish() -> (exact: KeyIndexBuilder, skeleton: KeyIndexBuilder) {
    queue.sync {
      state.withLock { state in
        defer { (state.exact, state.skeleton) = (KeyIndexBuilder(), KeyIndexBuilder()) }
        return (state.exact, state.skeleton)
      }
    }
  }
}
