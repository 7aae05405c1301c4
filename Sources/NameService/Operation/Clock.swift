import Glibc

/// The time of day.
enum Clock {
  /// Seconds since 1970.
  static var seconds: Int64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec)
  }
}
