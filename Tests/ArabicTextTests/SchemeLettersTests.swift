import FoundationEssentials
import TestSupport
import Testing

@testable import ArabicText

@Suite struct SchemeLettersTests {
  private static let reversible = [
    "buckwalter", "buckwalter-safe", "buckwalter-xml", "hsb", "icao-9303", "iso-233",
  ]
  /// How many strings are tried with each scheme; `ISM_SCHEME_STRINGS=1000000` for the long run.
  private static let count =
    ProcessInfo.processInfo.environment["ISM_SCHEME_STRINGS"].flatMap { Int($0) } ?? 5_000

  @Test(arguments: reversible)
  func readsBackWhatItWrote(_ identifier: String) throws {
    let scheme = try Scheme.named(identifier)
    let letters = scheme.table.letters.letters
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<Self.count {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        let letter = letters.randomElement(using: &generator) ?? " "
        text.append(Int.random(in: 0..<8, using: &generator) == 0 ? " " : letter)
      }
      let arabic = String(text)
      let latin = scheme.romanize(arabic)
      guard let back = scheme.arabize(latin), back.unicodeScalars.elementsEqual(text) else {
        Issue.record("\(arabic) is written \(latin)")
        return
      }
    }
  }

  @Test func telegraphyIsNotReversible() throws {
    let scheme = try Scheme.named("satts")
    #expect(scheme.arabize(scheme.romanize("مكة")) == "مكه")
  }
}
