import Glibc

/// The time of day.
enum Clock {
  /// Seconds since 1970.
  static var seconds: Int64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec)
  }

  /// The time as HTTP writes it (RFC 9110, section 5.6.7); days and months are English, as the program sets no locale.
  static var httpDate: String {
    var seconds = time_t(Self.seconds)
    var parts = unsafe tm()
    unsafe gmtime_r(&seconds, &parts)
    return unsafe String(unsafeUninitializedCapacity: 40) { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { text in
        unsafe strftime(text.baseAddress, text.count, "%a, %d %b %Y %H:%M:%S GMT", &parts)
      }
    }
  }
}
