import Glibc
import Synchronization

/// Whether the user wants the program to stop, by Ctrl-C or a polite kill.
///
/// The first signal is noted, so that what was done can be made safe; the second one ends the program at once.
enum Interruption {
  private static let flag = Atomic<Bool>(false)

  static var hasHappened: Bool { flag.load(ordering: .relaxed) }

  /// Notes signals from now on.
  static func watch() {
    // Reading makes the flag exist before a handler needs it.
    guard !hasHappened else { return }
    for signal in [SIGINT, SIGTERM] {
      _ = Glibc.signal(signal) { number in
        Interruption.flag.store(true, ordering: .relaxed)
        _ = Glibc.signal(number, SIG_DFL)
      }
    }
  }
}
