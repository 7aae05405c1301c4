import TestSupport
import Testing

@testable import LexiconTools

/// Lines of files, whatever stands in them.
@Suite struct LineReaderTests {
  private func lines(_ bytes: [UInt8]) throws -> [String] {
    let folder = try TemporaryFolder()
    var reader = try LineReader(path: folder.write(bytes, to: "lines"))
    var lines: [String] = []
    while let item = try reader.next() {
      switch item {
      case .text(let text, let line): lines.append("\(line) \(text)")
      case .problem(let problem): lines.append("\(problem.line ?? 0) ! \(problem.message.prefix(9))")
      }
    }
    return lines
  }

  @Test(arguments: [
    ("", []),
    ("a", ["1 a"]),
    ("a\n", ["1 a"]),
    ("a\n\nb", ["1 a", "2 ", "3 b"]),
    ("a\r\nb\r\n", ["1 a", "2 b"]),
    ("\u{FEFF}a\n\u{FEFF}b\n", ["1 a", "2 \u{FEFF}b"]),
    ("a\0b\nc\n", ["1 ! a NUL byt", "2 c"]),
  ])
  func readsLines(_ text: String, _ expected: [String]) throws {
    #expect(try lines(Array(text.utf8)) == expected)
  }

  @Test func reportsWhatIsNotUTF8() throws {
    #expect(try lines([0x61, 0x0A, 0xC3, 0x0A, 0x62]) == ["1 a", "2 ! not UTF-8", "3 b"])
  }

  @Test func joinsLinesAcrossBuffers() throws {
    let long = String(repeating: "جيش ", count: 100_000)
    #expect(try lines(Array((long + "\nb\n").utf8)) == ["1 " + long, "2 b"])
  }

  /// Asking whether a line is there changes no line, wherever the blocks of the file end.
  @Test(arguments: ["", "a", "a\nbc\r\n\nd", "\u{FEFF}جيش\n\nالعزة\n"])
  func waitingForALineChangesNone(_ text: String) throws {
    let bytes = Array(text.utf8)
    for size in 1...5 {
      let blocks = stride(from: 0, to: bytes.count, by: size).map {
        Array(bytes[$0..<min($0 + size, bytes.count)])
      }
      var reader = LineReader(InputFile(blocks: blocks, name: "blocks"))
      var found: [String] = []
      while true {
        while !reader.isReady(waiting: 0) {}
        guard case .text(let text, let line) = try reader.next() else { break }
        found.append("\(line) \(text)")
      }
      #expect(try found == lines(bytes))
    }
  }

  @Test func leavesOutALineThatIsTooLong() throws {
    let bytes = [UInt8](repeating: 0x61, count: LineReader.longestLine + 1) + Array("\nb\n".utf8)
    #expect(try lines(bytes) == ["1 ! the line ", "2 b"])
  }

  @Test func aFolderIsNoFile() throws {
    let folder = try TemporaryFolder()
    #expect(throws: SourceProblem.self) { _ = try LineReader(path: folder.path) }
    #expect(throws: SourceProblem.self) { _ = try LineReader(path: folder.file("missing")) }
  }
}
