import TestSupport
import Testing

@testable import ArabicText

/// Files with a right checksum and hostile numbers: what contradicts itself is refused, the rest can be used.
@Suite struct TransducerHostileFileTests {
  private static func sound() throws -> TransducerBytes {
    TransducerBytes(try TransducerDamageTests.small.get().bytes)
  }

  /// Changes a sound file and expects that it is refused for it.
  private func refuses(
    _ direction: TransducerDirection = .latin, _ comment: Comment? = nil,
    _ change: (inout TransducerBytes) -> Void
  ) throws {
    var file = try Self.sound()
    change(&file)
    file.seal()
    try TransducerDamageTests.expectRefusal(
      file.bytes, "direction \(direction.rawValue) contradicts itself", comment)
  }

  @Test(arguments: [TransducerDirection.vowels, .latin, .arabic])
  func numbersThatPointOutside(_ direction: TransducerDirection) throws {
    let sections = direction == .vowels ? [1, 2, 3] : [1, 2, 3, 9, 10]
    for section in sections {
      try refuses(direction, "section \(section)") {
        let last = $0.count(section, of: direction) - 1
        $0.set(.max, element: section == 2 ? 0 : last, section, of: direction)
      }
    }
    try refuses(direction) { $0.set(1, element: 0, 1, of: direction) }
    try refuses(direction) { $0.set(0, element: 1, 1, of: direction) }
  }

  @Test(arguments: [0, 1, 2, 6, 7, 8, 9, 10, 11, 12])
  func sectionsThatAreTooShort(_ section: Int) throws {
    try refuses { $0.set(count: UInt64($0.count(section, of: .latin) - 1), section, of: .latin) }
  }

  @Test(arguments: [1, 2, 3, 6, 9, 10, 11, 12])
  func emptySections(_ section: Int) throws {
    try refuses { $0.set(count: 0, section, of: .latin) }
  }

  @Test func featuresOfAnotherSize() throws {
    for count: UInt64 in [1, 31, 32, 4097, 4127] {
      try refuses(.vowels, "\(count)") { $0.set(count: count, 5, of: .vowels) }
    }
  }

  @Test func lettersThatDoNotAscend() throws {
    try refuses { $0.set(0xFFFF, element: 0, 0, of: .latin) }
    try refuses { $0.set($0.element(0, 0, of: .latin), element: 1, 0, of: .latin) }
  }

  /// A search that ends at the first dearer entry would miss those behind it.
  @Test func entriesThatDoNotAscend() throws {
    let block = try #require(Self.blocks(try Self.sound()).first { $0.count >= 2 }).place
    try refuses(.arabic) { file in
      file.set(file.element(block + 1, 10, of: .arabic) | 0xFF00_0000, element: block + 1, 10, of: .arabic)
    }
    try refuses(.arabic) { file in
      let (first, second) = (
        file.element(block + 1, 10, of: .arabic), file.element(block + 2, 10, of: .arabic)
      )
      file.set(second & ~(31 << 19) | first & (31 << 19), element: block + 2, 10, of: .arabic)
    }
  }

  /// A chunk that its letter does not have would be read from another letter's.
  @Test func chunksOfAnotherLetter() throws {
    let sound = try Self.sound()
    let blocks = Self.blocks(sound)
    let block = try #require(blocks.first { Self.chunkCount($0.letter, sound) < 32 && $0.count > 0 })
    try refuses(.arabic) { file in
      let chunk = UInt64(Self.chunkCount(block.letter, sound)) << 19
      let place = block.place + block.count
      let entry = file.element(place, 10, of: .arabic) & ~(31 << 19)
      file.set(entry | chunk, element: place, 10, of: .arabic)
    }
    let end = try #require(blocks.first { $0.letter == sound.count(0, of: .arabic) })
    try refuses(.arabic) { file in
      let entry = file.element(end.place + 1, 10, of: .arabic)
      file.set(entry | 1 << 19, element: end.place + 1, 10, of: .arabic)
    }
  }

  /// A block without a last entry goes on into the next context.
  @Test func blocksThatDoNotEnd() throws {
    for block in Self.blocks(try Self.sound()).suffix(3) {
      try refuses(.arabic) { file in
        let place = block.place + block.count
        file.set(file.element(place, 10, of: .arabic) & ~(1 << 18), element: place, 10, of: .arabic)
      }
    }
    let block = try #require(Self.blocks(try Self.sound()).first { $0.count >= 2 })
    try refuses(.arabic) { file in
      let place = block.place + 1
      file.set(file.element(place, 10, of: .arabic) | 1 << 18, element: place, 10, of: .arabic)
    }
  }

  /// The letters of a context ascend, and their blocks stand one behind the other.
  @Test func lettersOfAContextInDisorder() throws {
    let node = try #require(Self.nodes(try Self.sound()).first { $0.letters.count >= 2 }).place
    try refuses(.arabic) { file in
      let (first, second) = (file.element(node + 2, 10, of: .arabic), file.element(node + 3, 10, of: .arabic))
      file.set(second, element: node + 2, 10, of: .arabic)
      file.set(first, element: node + 3, 10, of: .arabic)
    }
    for other: UInt64 in [0, 1, 0xFFFF] {
      try refuses(.arabic, "offset \(other)") { file in
        let letter = file.element(node + 2, 10, of: .arabic) >> 16
        file.set(letter << 16 | other, element: node + 2, 10, of: .arabic)
      }
    }
    try refuses(.arabic) { $0.set(0x7FFF_0000, element: node + 2, 10, of: .arabic) }
    try refuses(.arabic) { $0.set(.max, element: node + 1, 10, of: .arabic) }
  }

  /// Everything is found by links from block to block: each must lead to the same letter.
  @Test func blocksThatPointElsewhere() throws {
    let sound = try Self.sound()
    let block = try #require(Self.blocks(sound).last { sound.element($0.place, 10, of: .arabic) >> 8 != 0 })
    let header = sound.element(block.place, 10, of: .arabic)
    for link in [0, 1, header >> 8 + 1, UInt64(block.place), 0xFF_FFFF] {
      try refuses(.arabic, "link \(link)") {
        $0.set(link << 8 | header & 0xFF, element: block.place, 10, of: .arabic)
      }
    }
    // The cost of leaving a context stands at each of its blocks.
    try refuses(.arabic) { $0.set(header ^ 1, element: block.place, 10, of: .arabic) }
    let first = try #require(Self.blocks(sound).first)
    try refuses(.arabic) { $0.set(UInt64(first.place) << 8, element: first.place, 10, of: .arabic) }
  }

  private typealias Block = (place: Int, letter: Int, count: Int)

  /// Where the contexts of the direction to Arabic stand, with their blocks.
  private static func nodes(_ file: TransducerBytes) -> [(place: Int, letters: [Block])] {
    var nodes: [(place: Int, letters: [Block])] = []
    var place = 0
    while place < file.count(10, of: .arabic) {
      let node = place
      var letters: [Block] = []
      let count = Int(file.element(node + 1, 10, of: .arabic))
      place += 2 + count
      for number in 0..<count {
        let block = place
        repeat { place += 1 } while file.element(place, 10, of: .arabic) >> 18 & 1 == 0
        let letter = Int(file.element(node + 2 + number, 10, of: .arabic) >> 16)
        letters.append((block, letter, place - block))
        place += 1
      }
      nodes.append((node, letters))
    }
    return nodes
  }

  private static func blocks(_ file: TransducerBytes) -> [Block] { nodes(file).flatMap(\.letters) }

  private static func chunkCount(_ letter: Int, _ file: TransducerBytes) -> Int {
    guard letter < file.count(0, of: .arabic) else { return 1 }
    return Int(file.element(letter + 1, 1, of: .arabic) - file.element(letter, 1, of: .arabic))
  }

  /// A context must point to where another begins, and a shorter one must stand before it.
  @Test func contextsThatPointElsewhere() throws {
    let node = try #require(Self.nodes(try Self.sound()).last { !$0.letters.isEmpty })
    for place in [1, node.place + 1, node.place, 0xFF_FFFF] {
      try refuses(.arabic, "shorter \(place)") {
        $0.set(UInt64(place) << 8, element: node.place, 10, of: .arabic)
      }
    }
    let sound = try Self.sound()
    let isInner: (Block) -> Bool = { $0.letter < sound.count(0, of: .arabic) }
    let block = try #require(Self.blocks(sound).first(where: isInner))
    for distance: UInt64 in [1, 0x3FFFF] {
      try refuses(.arabic, "distance \(distance)") { file in
        let entry = file.element(block.place + 1, 10, of: .arabic) & ~0x3FFFF
        file.set(entry | distance, element: block.place + 1, 10, of: .arabic)
      }
    }
    try refuses(.arabic) { $0.set(1, element: 0, 9, of: .arabic) }
    try refuses(.arabic) { $0.set(0x100, element: 0, 10, of: .arabic) }
  }

  /// Chunks are counted from 1 in 16 bits, and a word of long chunks would fill the memory.
  @Test func tooManyAndTooLongChunks() throws {
    try refuses { file in
      file.replace(3, of: .latin, by: Array(repeating: 0, count: 65537))
      // The network's rows depend on the count of chunks, and would be refused first.
      for section in [6, 7, 11, 12, 13] { file.set(count: 0, section, of: .latin) }
    }
    try refuses { file in
      let count = file.count(3, of: .latin)
      file.replace(3, of: .latin, by: Array(repeating: 0, count: count - 1) + [7])
      file.replace(4, of: .latin, by: Array(repeating: 0x61, count: 7))
      for section in [12, 13] { file.set(count: 0, section, of: .latin) }
    }
  }

  /// A search in a table without a free place would not end, and numbers of units are six bits of a key.
  @Test func unitsAndTheirTable() throws {
    try refuses { file in
      for place in 0..<file.count(13, of: .latin) where file.element(place, 13, of: .latin) == 0 {
        file.set(1, element: place, 13, of: .latin)
      }
    }
    for number: UInt64 in [0, 62, 63, 255] {
      try refuses(.latin, "unit \(number)") { $0.set(number, element: 0, 12, of: .latin) }
    }
    // Without the table nothing of it is used.
    var file = try Self.sound()
    file.set(count: 0, 13, of: .latin)
    file.seal()
    TransducerDamageTests.use(try Transducer(bytes: file.bytes, name: "no units"))
  }

  @Test func moreLettersThanPlaces() throws {
    try refuses { file in
      let letters = (0..<40_000).map { UInt64($0) }
      file.replace(0, of: .latin, by: letters)
      file.replace(1, of: .latin, by: letters + [40_000])
      file.replace(2, of: .latin, by: Array(repeating: 0, count: 40_000))
      for section in 5...13 { file.set(count: 0, section, of: .latin) }
    }
  }

  @Test(arguments: 0..<11)
  func settingsWithoutSense(_ setting: Int) throws {
    for value: Float in [.nan, .infinity, -.infinity, -1, 1e30, 65537] {
      try refuses(.latin, "\(value)") { $0.set(setting: setting, value, of: .latin) }
    }
  }

  @Test func settingsOfAnotherShape() throws {
    for value: Float in [0, 6, 8] { try refuses { $0.set(setting: 6, value, of: .latin) } }
    for value: Float in [0, 15, 32, 64, 80, 4128] { try refuses { $0.set(setting: 7, value, of: .latin) } }
    for value: Float in [0, 2, 9, 33, 65] { try refuses { $0.set(setting: 8, value, of: .latin) } }
    try refuses { $0.set(setting: 5, 1.5, of: .latin) }
  }

  /// A pair is scored by graphones' costs, which a file may be without.
  @Test func aFileWithoutContextsIsUsed() throws {
    var file = try Self.sound()
    for section in 8...10 { file.set(count: 0, section, of: .latin) }
    file.seal()
    let transducer = try Transducer(bytes: file.bytes, name: "no contexts")
    #expect(!transducer.isTrained)
    TransducerDamageTests.use(transducer)
  }

  @Test func emptyDirectionsAreUsed() throws {
    var names = ToyNames(seed: 1)
    let folder = try TemporaryFolder()
    let table = try folder.write(Array(ToyNames.scholarlyTable(names.words(120)).utf8), to: "words.tsv")
    let bytes = try SmallTransducer.train(table: table)
    let transducer = try Transducer(bytes: bytes, name: "scholarly")
    #expect(!transducer.isTrained)
    #expect(transducer.romanizations(of: "بتاك", best: 3).isEmpty)
    #expect(transducer.arabizations(of: "btak", best: 3).isEmpty)
    #expect(!transducer.vocalizations(of: ["بتاك"], at: 0, best: 3).isEmpty)
    TransducerDamageTests.use(transducer)
  }

  /// Whatever random numbers a sealed file has, it is refused or can be used.
  @Test(arguments: 0..<4)
  func randomNumbers(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: 500 + seed)
    var opened = 0
    for _ in 0..<25 {
      var file = try Self.sound()
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        // Early sections are small, and their numbers point.
        let section = Int.random(in: 0..<15, using: &generator)
        let direction = try #require(TransducerDirection(rawValue: .random(in: 0..<3, using: &generator)))
        guard file.count(section, of: direction) > 0 else { continue }
        let element = Int.random(in: 0..<file.count(section, of: direction), using: &generator)
        let numbers: [UInt64] = [0, 1, 2, 31, 32, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, .max]
        file.set(numbers.randomElement(using: &generator) ?? 0, element: element, section, of: direction)
      }
      file.seal()
      if TransducerDamageTests.refusal(file.bytes) == nil { opened += 1 }
    }
    #expect(opened > 0)
  }
}
