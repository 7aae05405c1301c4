import NameSearch
import TestSupport
import Testing

@testable import LexiconTools

/// However many threads read, build and make keys, the file has the same bytes, and problems stand in the same order.
@Suite struct CompilerThreadsTests {
  /// FollowTheMoney lines in both scripts, more than wait between threads: entities of several names, the same again, a
  /// broken line and a name without letters now and then.
  private static func lines(count: Int) -> String {
    var random = RandomNames(seed: 77)
    var text = ""
    for place in 0..<count {
      if place % 1000 == 500 { text += "{\"id\":\n" }
      let names = (0...place % 3).map { _ in
        random.name(isArabic: Bool.random(using: &random.generator), longest: 6)
      }
      let list = (place % 700 == 0 ? ["…"] : names).map { "\"\($0.filter { $0 != "\"" && $0 != "\\" })\"" }
      text += """
        {"id":"e\(place % (count - 50))","schema":"Person","properties":{"name":[\(list.joined(separator: ","))],\
        "country":["\(["sy", "iq", "lb"][place % 3])"]}}\n
        """
    }
    return text
  }

  private func compile(_ paths: [String], threads: Int, to output: String) throws -> [String] {
    var compiler = LexiconCompiler(words: [try Lexicon.carried()], threads: threads)
    compiler.add(paths: paths, options: ImportOptions())
    let problems = compiler.problems.map(\.description)
    _ = try compiler.write(to: output)
    return problems
  }

  @Test func theNumberOfThreadsDoesNotShow() throws {
    let folder = try TemporaryFolder()
    let list = try folder.write(Array(Self.lines(count: 12_000).utf8), to: "list.ftm.json")
    let samples = ["entities.ftm.json", "wikidata.json", "security-council.xml", "SDN.CSV", "ALT.CSV"]
    let paths = [list] + samples.map { "\(PackageFolder.path)/Tests/Samples/\($0)" }
    let problems = try compile(paths, threads: 1, to: folder.file("1.ism"))
    #expect(problems.count > 12)
    let bytes = try folder.bytes(of: "1.ism")
    for threads in [2, 3, 5] {
      #expect(try compile(paths, threads: threads, to: folder.file("\(threads).ism")) == problems)
      #expect(try folder.bytes(of: "\(threads).ism") == bytes, "\(threads) threads")
    }
  }
}
