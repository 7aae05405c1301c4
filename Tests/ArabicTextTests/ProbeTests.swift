import Testing
@testable import ArabicText
@Suite struct ProbeTests {
  @Test func probe() {
    #expect(WritingSystem.dominant(in: "\u{64E}") == nil)
    #expect(WritingSystem.dominant(in: "\u{640}") == nil)
    #expect(NameText("Ja\u{B4}far").normalized == "ja'far")
    let clock = ContinuousClock()
    _ = NameText("\u{438}")
    let plain = clock.measure { for _ in 0..<2000 { _ = NameText("محمد علي") } }
    let marked = clock.measure { for _ in 0..<2000 { _ = NameText("مُحَمَّد عَلِيّ") } }
    #expect(plain == marked)
  }
}
