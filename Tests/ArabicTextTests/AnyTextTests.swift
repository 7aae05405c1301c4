import TestSupport
import Testing

@testable import ArabicText

/// Texts that nobody would type must not stop the program, and what is stored must read back.
@Suite struct AnyTextTests {
  private static let blocks: [ClosedRange<UInt32>] = [
    0x20...0x7E, 0xA0...0x24F, 0x250...0x36F, 0x370...0x3FF, 0x400...0x4FF, 0x590...0x5FF, 0x600...0x6FF,
    0x700...0x77F, 0x8A0...0x8FF, 0x900...0x97F, 0xE00...0xE7F, 0x1100...0x11FF, 0x1E00...0x1EFF,
    0x2000...0x206F, 0x3040...0x30FF, 0x4E00...0x4EFF, 0xAC00...0xACFF, 0xFB50...0xFDFF, 0xFE00...0xFEFF,
    0xFF00...0xFFEF, 0x10330...0x1034F, 0x1F300...0x1F64F, 0xE0000...0xE007F,
  ]

  private static func text(_ generator: inout SeededGenerator) -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...12, using: &generator) {
      let block = blocks.randomElement(using: &generator) ?? 0x20...0x7E
      if let scalar = Unicode.Scalar(UInt32.random(in: block, using: &generator)) { scalars.append(scalar) }
    }
    return String(scalars)
  }

  @Test(arguments: 0..<8)
  func normalizesAndReadsBack(_ seed: UInt64) {
    var generator = SeededGenerator(seed: 200 + seed)
    var loaded = NameText()
    for _ in 0..<250 {
      let text = Self.text(&generator)
      let escaped = text.unicodeScalars.map { $0.escaped(asASCII: true) }.joined()
      let name = NameText(text)
      loaded.load { $0 = name.letters }
      #expect(loaded.letters == name.letters, "\(escaped)")
      #expect(name.isEmpty == name.letters.isEmpty, "\(escaped)")
      #expect(NameText(name.normalized).letters == name.letters, "\(escaped)")
    }
  }

  @Test(arguments: 0..<4)
  func parsesAndMakesKeys(_ seed: UInt64) {
    var generator = SeededGenerator(seed: 300 + seed)
    for _ in 0..<250 {
      let text = Self.text(&generator)
      let name = NameText(text)
      let keys = SkeletonBuilder().keys(of: name, limit: 8) { _ in [] }
      #expect(keys.count <= 8 && Set(keys).count == keys.count)
      #expect(NamePart.parts(of: text).allSatisfy { !NameText($0.text).isEmpty })
    }
  }
}
