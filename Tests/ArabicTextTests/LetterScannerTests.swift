import TestSupport
import Testing

@testable import ArabicText

/// Plain letters are scanned without ICU, to the same result.
@Suite struct LetterScannerTests {
  /// Letters of both scripts that the plain way takes, marks in any order, and some that only ICU knows.
  private static let scalars: [Unicode.Scalar] =
    Array("abzAZ09' ,.-`éüñçÉß".unicodeScalars)
    + Array("ابتجحخعغقكلمنهويأإآؤئءىةپچژکگی".unicodeScalars)
    + [
      "\u{640}", "\u{64E}", "\u{64F}", "\u{650}", "\u{651}", "\u{652}", "\u{64B}", "\u{670}", "\u{654}",
      "\u{301}",
    ]
    + [
      "\u{661}", "\u{669}", "\u{2BF}", "\u{2BE}", "\u{B4}", "\u{2019}", "\u{200F}", "\u{60C}", "\u{FEE3}",
      "Ж",
    ]

  @Test(arguments: 0..<20)
  func plainTextsScanAsThroughICU(_ seed: UInt64) {
    var generator = SeededGenerator(seed: 500 + seed)
    for _ in 0..<500 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...14, using: &generator) {
        if let scalar = Self.scalars.randomElement(using: &generator) { text.append(scalar) }
      }
      let name = String(text)
      let escaped = name.unicodeScalars.map { String($0.value, radix: 16) }
      #expect(LetterScanner(name).letters == LetterScanner(throughICU: name).letters, "\(escaped)")
    }
  }

  /// Each letter and sign that names are written with, in the places where it may be treated differently.
  @Test func everyLetterScansAsThroughICU() {
    for value in Array(UInt32(0x20)..<0x300) + Array(0x600..<0x700) + Array(0x1E00..<0x2040) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for (before, behind) in [("", ""), ("a", "b"), ("م", "د"), ("a ", ""), ("", "\u{301}"), ("Ū", "İ")] {
        let name = before + String(scalar) + behind
        #expect(
          LetterScanner(name).letters == LetterScanner(throughICU: name).letters,
          "\(String(value, radix: 16)) in \(name)")
      }
    }
  }
}
