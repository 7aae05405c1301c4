import TestSupport
import Testing

@testable import ArabicText

/// Broken files of pair models are refused in one line, or can be used without a crash.
@Suite struct PairModelDamageTests {
  /// The carried file.
  static var bytes: [UInt8] { PairModel.carried.image.copy }

  /// Why bytes are refused; nil when they are opened and used.
  static func refusal(_ bytes: [UInt8]) -> String? {
    do throws(TransducerError) {
      use(try PairModel(bytes: bytes, name: "some.pairs"))
      return nil
    } catch {
      return error.description
    }
  }

  static func use(_ model: PairModel) {
    let words: [(String, PairSymbols.Script)] = [
      ("muhammad", .latin), ("kaddafi", .latin), ("محمد", .arabic),
    ]
    for (query, script) in words {
      for (word, other) in words {
        let (left, right) = (PairSymbols.folded(Array(query.utf16)), PairSymbols.folded(Array(word.utf16)))
        var lattice = PairLattice()
        lattice.load(left.span, from: script, to: other, model: model)
        #expect(lattice.edges.allSatisfy { Int($0.to) <= left.count && $0.from <= $0.to })
        var scorer = WordPairScorer(model)
        scorer.prepare(left.span, script, against: other)
        _ = scorer.cost(right.span)
      }
    }
  }

  /// Puts the right checksum into changed bytes.
  static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let checksum = unsafe bytes[64...].withUnsafeBytes { unsafe Checksum.value(of: $0) }
    for place in 0..<8 { bytes[24 + place] = UInt8(truncatingIfNeeded: checksum >> UInt64(place * 8)) }
    return bytes
  }

  @Test func aSoundFileIsOpened() { #expect(Self.refusal(Self.bytes) == nil) }

  @Test func aCutFileIsRefused() throws {
    let bytes = Self.bytes
    for count in [0, 7, 63, 64, 463, 464, bytes.count / 2, bytes.count - 1] {
      let refusal = try #require(Self.refusal(Array(bytes.prefix(count))))
      #expect(refusal.hasPrefix("some.pairs: ") && refusal.hasSuffix("make it with 'ism train --task pairs'"))
    }
    #expect(Self.refusal(bytes + [0])?.contains("cut or has something behind") == true)
  }

  @Test func damageIsNoticed() {
    var bytes = Self.bytes
    bytes[bytes.count / 2] ^= 1
    #expect(Self.refusal(bytes)?.contains("checksum") == true)
    bytes = Self.bytes
    bytes[8] = 9
    #expect(Self.refusal(bytes)?.contains("format 9") == true)
  }

  /// Whoever makes the checksum right gets wrong scores at most.
  @Test func hostileBytesAreSafe() {
    var random = SeededGenerator(seed: 3)
    let sound = Self.bytes
    for _ in 0..<60 {
      var bytes = sound
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let isHeader = Bool.random(using: &random)
        let place = Int.random(in: isHeader ? 64..<464 : 464..<bytes.count, using: &random)
        bytes[place] = UInt8.random(in: 0...255, using: &random)
      }
      _ = Self.refusal(Self.sealed(bytes))
    }
  }
}
