internal import CICU
internal import Synchronization

extension ICU {
  /// ICU's `Any-Latin` transform, for scripts other than Arabic and Latin.
  ///
  /// Opening it costs several milliseconds, so it is opened when the first name needs it.
  @safe final class Transliterator: @unchecked Sendable {
    // Shared behind a lock: ICU does not promise that one instance can be used by two threads at once.
    static let anyLatin = Mutex<Transliterator?>(nil)

    private let instance: UnsafeMutablePointer<UTransliterator?>

    init(identifier: String) throws(ICUError) {
      let units = Array(identifier.utf16)
      var status = U_ZERO_ERROR
      let instance = unsafe icu_openTransliterator(units, Int32(units.count), &status)
      try status.check()
      guard let instance = unsafe instance else { throw ICUError(code: U_INTERNAL_PROGRAM_ERROR) }
      unsafe self.instance = instance
    }

    deinit { unsafe icu_closeTransliterator(instance) }

    func transliterate(_ text: String) throws(ICUError) -> String {
      let source = Array(text.utf16)
      return unsafe try ICU.growingBuffer(capacity: source.count * 4 + 32) { target, capacity, status in
        guard let target = unsafe target, Int(capacity) >= source.count else {
          status = U_BUFFER_OVERFLOW_ERROR
          return Int32(source.count)
        }
        for (offset, unit) in source.enumerated() { unsafe target[offset] = unit }
        var count = Int32(source.count)
        unsafe icu_transliterate(instance, target, &count, capacity, &status)
        return count
      }
    }
  }
}

/// Writes a text of any script in Latin letters, by ICU's `Any-Latin`.
///
/// Cyrillic letters are written as English spells them. Returns `text` when ICU has no rules for it.
package func latinized(_ text: String) -> String {
  let text = CyrillicLetters.inLatin(text)
  return anyLatin(text)
}

private func anyLatin(_ text: String) -> String {
  ICU.Transliterator.anyLatin.withLock { shared in
    if shared == nil { shared = try? ICU.Transliterator(identifier: "Any-Latin") }
    guard let transliterator = shared, let result = try? transliterator.transliterate(text) else {
      return text
    }
    return result
  }
}

/// One of ICU's transforms of text, opened for as long as the value lives.
///
/// Calls from several threads wait for each other.
package final class TextTransform: Sendable {
  private let transliterator: Mutex<ICU.Transliterator>

  /// Opens a transform.
  ///
  /// - Parameter identifier: ICU's identifier, also a compound one such as "Arabic-Latin; Latin-ASCII".
  /// - Throws: ICU's error when it does not have the transform.
  package init(identifier: String) throws(ICUError) {
    transliterator = Mutex(try ICU.Transliterator(identifier: identifier))
  }

  /// Returns the transformed text, or nil when ICU fails.
  package func apply(to text: String) -> String? {
    transliterator.withLock { try? $0.transliterate(text) }
  }
}
