import Foundation
import Testing

/// `ism train` of the real program.
@Suite struct TrainTests {
  /// Invented words: two consonants with a long vowel between them.
  private static let words: [String] = {
    let consonants = ["ب b", "ت t", "د d", "ر r", "س s", "ك k", "ل l", "م m", "ن n", "ف f"]
    let letters = consonants.map { $0.split(separator: " ").map(String.init) }
    let pairs = letters.flatMap { first in letters.map { (first, $0) } }
    return pairs.enumerated().flatMap { place, pair in
      let vowels = place % 8 == 0 ? [("ا", "a"), ("و", "u")] : [("ا", "a")]
      return vowels.map { "\(pair.0[0])\($0.0)\(pair.1[0])\t\(pair.0[1])\($0.1)\(pair.1[1])" }
    }
  }()

  private static func table(_ words: some Sequence<String>) -> String {
    "arabic\tlatin\n" + words.map { $0 + "\n" }.joined()
  }

  /// A folder with a file to train on and one to measure on.
  private func folder() throws -> ProgramRun {
    let run = try ProgramRun()
    try run.write("words.tsv", Self.table(Self.words))
    try run.write("measured.tsv", Self.table(Self.words.prefix(8)))
    return run
  }

  @Test func theSameFilesGiveTheSameBytesThatEvaluateUses() throws {
    let run = try folder()
    for name in ["a.transducer", "b.transducer"] {
      let result = try run.ism("train", "words.tsv", "--rounds", "1", "--output", name)
      #expect(result.status == 0, "\(result.complaints)")
      #expect(result.output.isEmpty)
      #expect(try result.complaints.contains("\(name): \(run.bytes(name).count) bytes"))
    }
    #expect(try run.bytes("a.transducer") == run.bytes("b.transducer"))
    let measured = try run.ism(
      "evaluate", "measured.tsv", "--model", "a.transducer", "--no-default-lexicon", "--no-baselines",
      "--task",
      "generation")
    #expect(measured.status == 0, "\(measured.complaints)")
    let report = try #require(
      JSONSerialization.jsonObject(with: Data(measured.output.utf8)) as? [String: Any])
    let sections = try #require(report["generation"] as? [[String: Any]])
    #expect(sections.contains { $0["system"] as? String == "ism" })
    // The carried model has never seen such words; the trained one knows their rules.
    #expect(measured.output.contains("\"count\" : 8") || measured.output.contains("\"count\":8"))
  }

  @Test func heldOutPairsChangeTheFile() throws {
    let run = try folder()
    try run.write("two.tsv", Self.table(Self.words.dropFirst(8)))
    let without = try run.ism(
      "train", "words.tsv", "--rounds", "1", "--without", "measured.tsv", "--output", "without.transducer")
    #expect(without.status == 0, "\(without.complaints)")
    #expect(try run.ism("train", "two.tsv", "--rounds", "1", "--output", "two.transducer").status == 0)
    #expect(try run.bytes("without.transducer") == run.bytes("two.transducer"))
  }

  @Test func aDamagedFileIsRefusedByEvaluate() throws {
    let run = try folder()
    try run.write("bad.transducer", Array("ISMTRANS and more".utf8))
    let result = try run.ism("evaluate", "measured.tsv", "--model", "bad.transducer")
    #expect(result.status == 2)
    #expect(
      result.complaints == "ism: bad.transducer: not a transducer file; make it with 'ism train'\n")
  }

  /// Wrong uses with what the one line on standard error says.
  @Test(
    arguments: [
      (["missing.tsv", "--output", "m"], "missing.tsv: cannot open"),
      (["header.tsv", "--output", "m"], "header.tsv:1: neither pairs nor entities"),
      (["words.tsv", "--without", "missing.tsv", "--output", "m"], "missing.tsv: cannot open"),
      (["words.tsv", "--rounds", "1", "--output", "none/m"], "none/m: cannot"),
      (["few.tsv", "--output", "m"], "too few pairs to learn from (2 of everyday spelling, 0 in ALA-LC)"),
      (["words.tsv"], "--output"),
      (["--output", "m"], "path"),
      (["words.tsv", "--rounds", "0", "--output", "m"], "--rounds needs a number from 1 to 1000"),
      (["words.tsv", "--dropout", "1", "--output", "m"], "--dropout needs a number from 0 to 0.9"),
      (["words.tsv", "--dropout", "nan", "--output", "m"], "--dropout needs a number from 0 to 0.9"),
    ] as [([String], String)])
  func failsInOneLine(_ arguments: [String], _ complaint: String) throws {
    let run = try folder()
    try run.write("header.tsv", "left\tright\nنور\tNour\n")
    try run.write("few.tsv", "arabic\tlatin\nنور\tNour\nباسم\tBasim\n")
    let result = try run.ism(["train"] + arguments, inputBytes: [])
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.complaints.contains(complaint), "\(result.complaints)")
    #expect(result.complaints.split(separator: "\n").count == 1, "\(result.complaints)")
    #expect(!FileManager.default.fileExists(atPath: run.path("m")))
  }
}
