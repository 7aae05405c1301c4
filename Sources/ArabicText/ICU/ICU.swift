internal import CICU

/// A namespace for the wrappers around ICU's C functions.
///
/// Nothing outside this folder imports `CICU`.
enum ICU {
  /// The version of ICU's headers that the program was built with, such as "72.1".
  static var version: String { unsafe String(cString: icu_version()) }
}

/// A failed call to ICU.
package struct ICUError: Error, CustomStringConvertible {
  /// ICU's own name of the error, such as "U_FILE_ACCESS_ERROR".
  package let description: String

  init(code: UErrorCode) {
    description = unsafe String(cString: icu_errorName(code))
  }
}

extension UErrorCode {
  /// Throws when the call that set this status failed.
  ///
  /// Warnings pass.
  func check() throws(ICUError) {
    guard rawValue <= U_ZERO_ERROR.rawValue else { throw ICUError(code: self) }
  }
}

extension ICU {
  /// Calls `body` with a buffer of UTF-16 units, and once more with a larger one when ICU asks for it.
  ///
  /// `body` returns the count it wrote or would have to write. An empty result is an answer; errors throw.
  static func growingBuffer(
    capacity: Int,
    _ body: (_ target: UnsafeMutablePointer<UInt16>?, _ capacity: Int32, _ status: inout UErrorCode) -> Int32
  ) throws(ICUError) -> String {
    var capacity = capacity
    while true {
      var status = U_ZERO_ERROR
      var needed: Int32 = 0
      let units = unsafe [UInt16](unsafeUninitializedCapacity: capacity) { buffer, count in
        needed = unsafe body(buffer.baseAddress, Int32(capacity), &status)
        count = status == U_BUFFER_OVERFLOW_ERROR ? 0 : Int(max(0, min(needed, Int32(capacity))))
      }
      if status == U_BUFFER_OVERFLOW_ERROR, Int(needed) > capacity {
        capacity = Int(needed)
        continue
      }
      try status.check()
      return String(letters: units)
    }
  }
}
