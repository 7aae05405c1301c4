import TestSupport
import Testing

@testable import ArabicText

/// Broken files of transducers are refused in one line, or can be used without a crash.
@Suite struct TransducerDamageTests {
  static let small = Result { try SmallTransducer(words: 120) }

  /// Why bytes are refused; nil when they are opened.
  static func refusal(_ bytes: [UInt8]) -> String? {
    do throws(TransducerError) {
      use(try Transducer(bytes: bytes, name: "some.transducer"))
      return nil
    } catch {
      return error.description
    }
  }

  /// Asks a transducer for everything there is.
  static func use(_ transducer: Transducer) {
    let scorer = PairScorer(transducer)
    for word in ["بتاك", "خش", "muhammad", "btakhu", "ء", "٣"] {
      let shares =
        transducer.vocalizations(of: [word, "علي"], at: 0, best: 8).map(\.probability)
        + transducer.romanizations(of: word, best: 8).map(\.probability)
        + transducer.arabizations(of: word, best: 8).map(\.probability)
      #expect(shares.allSatisfy { (0...1).contains($0) })
      #expect(!scorer.score(scorer.prepare(word), scorer.prepare("btk")).isNaN)
    }
  }

  /// The refusal names the file and the way out, in one line.
  static func expectRefusal(_ bytes: [UInt8], _ reason: String, _ comment: Comment? = nil) throws {
    let found = Self.refusal(bytes)
    let refusal = try #require(found, comment)
    #expect(refusal.hasPrefix("some.transducer: "), comment)
    #expect(refusal.hasSuffix("; make it with 'ism train'"), comment)
    #expect(refusal.contains(reason), comment)
    #expect(!refusal.contains("\n"), comment)
  }

  @Test func aSoundFileIsOpened() throws {
    #expect(Self.refusal(try Self.small.get().bytes) == nil)
  }

  @Test func aCutFileIsRefused() throws {
    let bytes = try Self.small.get().bytes
    for count in [0, 1, 7, 8, 63, 64, 831] {
      try Self.expectRefusal(Array(bytes.prefix(count)), "not a transducer file", "\(count)")
    }
    for count in [832, 833, 900, bytes.count / 2, bytes.count - 64, bytes.count - 1] {
      try Self.expectRefusal(Array(bytes.prefix(count)), "cut or has something behind", "\(count)")
    }
    try Self.expectRefusal(bytes + [0], "cut or has something behind")
  }

  @Test func anotherFormatIsRefusedWithBothNumbers() throws {
    var bytes = try Self.small.get().bytes
    bytes[8] = 9
    try Self.expectRefusal(bytes, "this file has format 9, this program reads format 5")
    bytes[8] = 5
    bytes[12] = 4
    try Self.expectRefusal(bytes, "does not have 3 directions")
    bytes[12] = 3
    bytes[0] = 0x69
    try Self.expectRefusal(bytes, "not a transducer file")
  }

  @Test func everyBitOfTheHeaderAndTheTableCounts() throws {
    let bytes = try Self.small.get().bytes
    for place in (0..<32).map({ $0 }) + Array(64..<832) {
      var damaged = bytes
      damaged[place] ^= 1 << UInt8(place % 8)
      #expect(Self.refusal(damaged) != nil, "byte \(place)")
    }
  }

  @Test func flippedBytesBehindTheTableAreFound() throws {
    let bytes = try Self.small.get().bytes
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<150 {
      var damaged = bytes
      let place = Int.random(in: 832..<bytes.count, using: &generator)
      damaged[place] ^= UInt8.random(in: 1...255, using: &generator)
      try Self.expectRefusal(damaged, "the checksum is wrong: the file is damaged", "byte \(place)")
    }
  }

  @Test func sectionsOutsideAreRefused() throws {
    let sound = TransducerBytes(try Self.small.get().bytes)
    let numbers: [UInt64] = [
      UInt64(sound.bytes.count) + 64, .max, .max - 63, 1 << 63, 1 << 62, (.max / 8) & ~63,
    ]
    for section in 0..<16 {
      let place = TransducerBytes.descriptor(section, of: .latin)
      for number in numbers {
        for part in [place, place + 8] {
          var file = sound
          file.set(number, at: part, size: 8)
          file.seal()
          try Self.expectRefusal(file.bytes, "section \(section) of direction 1", "\(number)")
        }
      }
      var file = sound
      file.set(1 + sound.number(at: place, size: 8), at: place, size: 8)
      file.seal()
      try Self.expectRefusal(file.bytes, "section \(section) of direction 1", "not a multiple of 64")
    }
  }

  @Test func aMissingFileIsNamed() throws {
    let folder = try TemporaryFolder()
    do throws(TransducerError) {
      _ = try Transducer(path: folder.file("none"))
      Issue.record("it was opened")
    } catch {
      #expect(error.description.hasPrefix("\(folder.file("none")): cannot open: "))
    }
    #expect(throws: TransducerError.self) { try Transducer(path: folder.path) }
  }

  @Test func theCarriedFileIsSound() throws {
    let folder = "\(PackageFolder.path)/Lexicon/Compiled"
    let opened = try Transducer(path: "\(folder)/default.transducer")
    #expect(opened.isTrained && Transducer.carried.isTrained)
    #expect(
      opened.romanizations(of: "محمد", best: 3) == Transducer.carried.romanizations(of: "محمد", best: 3))
  }
}
