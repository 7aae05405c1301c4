import NameSearch
import TestSupport
import Testing

/// What opening refuses, and how it says so.
@Suite struct OpeningTests {
  private static let small = Result {
    try SmallLexicon(names: ["Khalid Hamdan", "Abu Walid", "Hassan, Ali"])
  }

  private static func message(_ bytes: [UInt8]) -> String? {
    do {
      _ = try SmallLexicon.open(bytes)
      return nil
    } catch {
      return (error as? LexiconError)?.description
    }
  }

  @Test func opensWhatWasCompiled() throws {
    let small = try Self.small.get()
    #expect(Self.message(small.bytes) == nil)
  }

  @Test func refusesAWrongVersionAndNamesBoth() throws {
    let small = try Self.small.get()
    var bytes = small.bytes
    bytes[8] = 77
    let message = try #require(Self.message(bytes))
    #expect(message.contains("format 77"))
    #expect(message.contains("format \(Layout.formatVersion)"))
    #expect(message.contains("ism compile"))
  }

  @Test func refusesAnotherFile() throws {
    for bytes in [Array("id\tname\n".utf8), [UInt8](repeating: 0, count: 4096), Array("ISMLEXIC".utf8)] {
      #expect(try #require(Self.message(bytes)).contains("not a compiled lexicon"))
    }
    #expect(try #require(Self.message([])).contains("empty file"))
  }

  @Test func refusesEveryShorterFileAndALongerOne() throws {
    let small = try Self.small.get()
    for count in stride(from: 0, to: small.bytes.count, by: 5) {
      #expect(Self.message(Array(small.bytes.prefix(count))) != nil, "\(count)")
    }
    #expect(try #require(Self.message(small.bytes + [0])).contains("bytes, its header says"))
    #expect(try #require(Self.message(small.bytes.dropLast(8))).contains("bytes, its header says"))
  }

  @Test func namesTheFileThatIsNotThere() {
    let path = "\(PackageFolder.path)/none.ism"
    let error = #expect(throws: LexiconError.self) { try Lexicon(path: path) }
    #expect(error?.description.hasPrefix(path) == true)
    let other = #expect(throws: LexiconError.self) { try Lexicon(path: PackageFolder.path) }
    #expect(other?.description.contains("not a file") == true)
  }

  @Test(arguments: Layout.Section.allCases)
  func refusesADamagedRowOfTheTable(_ section: Layout.Section) throws {
    let small = try Self.small.get()
    let row = Layout.headerSize + Layout.sectionRowSize * Int(section.rawValue - 1)
    // Another number; another element size; an offset that is not aligned, one outside; a count outside.
    for (offset, value) in [(0, 99), (4, 3), (8, 1), (14, 1), (22, 1)] {
      var bytes = small.bytes
      bytes[row + offset] = UInt8(value)
      let message = try #require(Self.message(bytes), "\(offset)")
      #expect(message.contains("\(section)"))
      #expect(message.contains("ism compile"))
    }
  }
}
