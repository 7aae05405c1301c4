import TestSupport
import Testing

@testable import ArabicText

@Suite struct ReadingSchemeTests {
  private static let schemes = Scheme.identifiers.filter { (try? Scheme.named($0))?.kind == .reading }

  @Test(arguments: schemes)
  func itsExamplesHold(_ identifier: String) throws {
    let scheme = try Scheme.named(identifier)
    for example in scheme.table.examples {
      #expect(scheme.everyday(example.latin) == example.everyday, "\(example.latin)")
      #expect(scheme.accepts(example.latin, as: example.arabic), "\(example.latin) as \(example.arabic)")
    }
  }
}
