internal import Dispatch
internal import Synchronization

/// A value that another thread makes.
final class InBackground<Value: Sendable>: Sendable {
  private let result = Mutex<Value?>(nil)
  private let group = DispatchGroup()

  /// - Parameters:
  ///   - isApart: whether another thread makes it; else it is made at once.
  ///   - make: makes it.
  init(isApart: Bool = true, _ make: @escaping @Sendable () -> Value) {
    guard isApart else {
      let value = make()
      result.withLock { $0 = value }
      return
    }
    DispatchQueue.global().async(group: group) { [self] in
      let value = make()
      result.withLock { $0 = value }
    }
  }

  /// The value, as soon as it is there.
  var value: Value {
    group.wait()
    guard let value = result.withLock({ $0 }) else { preconditionFailure("the work ended without a value") }
    return value
  }
}
