internal import CICU

extension ICU {
  /// One of ICU's built-in normalizers.
  ///
  /// ICU owns the instance and never frees or changes it, so a copy of the pointer can be used from any thread.
  @safe struct Normalizer: @unchecked Sendable {
    private let instance: OpaquePointer

    /// NFKC with case folding, and without default-ignorable characters.
    static let nfkcCasefold = unsafe Self.open { status in unsafe icu_nfkcCasefold(&status) }
    /// NFC.
    static let nfc = unsafe Self.open { status in unsafe icu_nfc(&status) }
    /// NFD.
    static let nfd = unsafe Self.open { status in unsafe icu_nfd(&status) }

    private static func open(_ get: (inout UErrorCode) -> OpaquePointer?) -> Result<Normalizer, ICUError> {
      var status = U_ZERO_ERROR
      let instance = unsafe get(&status)
      do throws(ICUError) {
        try status.check()
      } catch {
        return .failure(error)
      }
      guard let instance = unsafe instance else {
        return .failure(ICUError(code: U_INTERNAL_PROGRAM_ERROR))
      }
      return .success(unsafe Normalizer(instance: instance))
    }

    func normalize(_ text: String) throws(ICUError) -> String {
      let source = Array(text.utf16)
      // Most names grow little. ICU reports the needed capacity when they grow more.
      return unsafe try ICU.growingBuffer(capacity: source.count + 16) { target, capacity, status in
        unsafe icu_normalize(instance, source, Int32(source.count), target, capacity, &status)
      }
    }
  }

  /// Normalizes with `normalizer`, or returns `text` as it is when ICU has no data for it.
  static func normalized(_ text: String, _ normalizer: Result<Normalizer, ICUError>) -> String {
    guard case .success(let normalizer) = normalizer, let result = try? normalizer.normalize(text) else {
      return text
    }
    return result
  }
}

/// Returns the NFC form of `text`.
package func composed(_ text: String) -> String {
  text.isASCII ? text : ICU.normalized(text, ICU.Normalizer.nfc)
}

/// Returns the NFD form of `text`.
package func decomposed(_ text: String) -> String {
  text.isASCII ? text : ICU.normalized(text, ICU.Normalizer.nfd)
}

extension String {
  /// Whether all letters are of ASCII, which no normalization changes but for their case.
  var isASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }
}
