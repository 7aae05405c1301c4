internal import Glibc

/// A count that threads wait for.
@safe final class Semaphore: @unchecked Sendable {
  // Safe to share: the functions of POSIX semaphores are made to be called from several threads.
  private let semaphore: UnsafeMutablePointer<sem_t>

  init() {
    unsafe semaphore = .allocate(capacity: 1)
    unsafe sem_init(semaphore, 0, 0)
  }

  deinit {
    unsafe sem_destroy(semaphore)
    unsafe semaphore.deallocate()
  }

  /// Adds one.
  func signal() { unsafe sem_post(semaphore) }

  /// Waits until the count is not 0, and takes one.
  func wait() {
    // A signal handler may end the wait before its time.
    while unsafe sem_wait(semaphore) != 0 {}
  }

  /// Takes one when the count is not 0.
  func isFree() -> Bool { unsafe sem_trywait(semaphore) == 0 }
}
