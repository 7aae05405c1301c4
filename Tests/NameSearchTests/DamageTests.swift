import NameSearch
import TestSupport
import Testing

/// Broken files give errors or fewer matches, never a crash, and `verify` sees them.
@Suite struct DamageTests {
  private static let names = [
    "Khalid Hamdan", "Abu Walid", "Hassan, Ali", "Sheikh Ahmad Yassin", "Jaysh al-Izza", "Mohamed",
    "محمد",
  ]
  private static let small = Result { try SmallLexicon(names: names) }

  /// Opens bytes and, when that works, asks for everything there is.
  private static func use(_ bytes: [UInt8]) {
    guard let lexicon = try? SmallLexicon.open(bytes) else { return }
    _ = lexicon.verify()
    _ = lexicon.statistics()
    _ = lexicon.meta
    for place in 0..<min(lexicon.entityCount, 20) {
      let entity = lexicon.entity(at: place)
      _ = lexicon.entity(id: entity.id)
      _ = lexicon.names(ofEntity: place).count
    }
    let set = LexiconSet([lexicon])
    for name in names + ["Muhammad", "Bashar"] {
      let matches = set.matches(for: Query(name), limit: 20).matches
      for match in matches { _ = set.names(of: match).count }
    }
  }

  @Test func everyBitOfTheHeaderAndTheTable() throws {
    let small = try Self.small.get()
    let count = Layout.headerSize + Layout.sectionRowSize * Layout.Section.allCases.count
    for place in 0..<count {
      var bytes = small.bytes
      bytes[place] ^= 1 << UInt8(place % 8)
      Self.use(bytes)
      bytes[place] = ~small.bytes[place]
      Self.use(bytes)
    }
  }

  @Test(arguments: 0..<8)
  func randomBytes(_ seed: UInt64) throws {
    let small = try Self.small.get()
    var generator = SeededGenerator(seed: 100 + seed)
    for _ in 0..<50 {
      var bytes = small.bytes
      for _ in 0..<Int.random(in: 1...40, using: &generator) {
        let place = Int.random(in: Layout.headerSize..<bytes.count, using: &generator)
        // Large and small numbers at the borders of integers break most.
        bytes[place] =
          [0, 1, 0x7F, 0x80, 0xFF, UInt8.random(in: 0...255, using: &generator)]
          .randomElement(using: &generator) ?? 0
      }
      Self.use(bytes)
    }
  }

  @Test func verifySeesEveryFlippedByte() throws {
    let small = try SmallLexicon(names: ["Ali", "Omar"])
    for place in small.bytes.indices {
      for bit in place < Layout.headerSize ? Array(0..<8) : [place % 8] {
        var bytes = small.bytes
        bytes[place] ^= 1 << UInt8(bit)
        guard let lexicon = try? SmallLexicon.open(bytes) else { continue }
        #expect(!lexicon.verify().isEmpty, "bit \(bit) of byte \(place)")
      }
    }
  }

  @Test func aTruncatedFileIsRefusedAndNotRead() throws {
    let small = try Self.small.get()
    for count in [0, 1, 8, 63, 64, 65, small.bytes.count / 2, small.bytes.count - 1] {
      #expect(throws: LexiconError.self) { try SmallLexicon.open(Array(small.bytes.prefix(count))) }
    }
  }
}
