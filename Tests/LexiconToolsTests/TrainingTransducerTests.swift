import ArabicText
import TestSupport
import Testing

@testable import LexiconTools

/// Training as a whole, on invented words that follow rules.
@Suite struct TrainingTransducerTests {
  private static let small = Result { try SmallTransducer(words: 400, seed: 5, featureBits: 17) }

  @Test func theSameCorpusGivesTheSameBytes() throws {
    let small = try Self.small.get()
    #expect(
      try SmallTransducer.train(SmallTransducer.corpus(of: small.words), featureBits: 17) == small.bytes)
    #expect(try SmallTransducer(words: 100, seed: 6).bytes != SmallTransducer(words: 100, seed: 7).bytes)
  }

  @Test func learnedWordsComeBack() throws {
    let small = try Self.small.get()
    var vocalized = 0
    for word in small.words {
      #expect(small.transducer.romanizations(of: word.arabic, best: 1).first?.text == word.everyday)
      #expect(small.transducer.arabizations(of: word.everyday, best: 1).first?.text == word.arabic)
      let best = small.transducer.vocalizations(of: [word.arabic], at: 0, best: 1).first
      if best?.scholarly == word.scholarly { vocalized += 1 }
    }
    // One word of 64 is only measured on, and one with a rare chunk is not learned from.
    #expect(vocalized * 100 >= small.words.count * 98, "\(vocalized)")
  }

  @Test func otherWordsOfTheSameRulesAreKnown() throws {
    let small = try Self.small.get()
    let known = Set(small.words)
    var names = ToyNames(seed: 99)
    let others = names.words(80).filter { !known.contains($0) }
    #expect(others.count > 40)
    let written = others.filter {
      small.transducer.romanizations(of: $0.arabic, best: 1).first?.text == $0.everyday
        && small.transducer.arabizations(of: $0.everyday, best: 1).first?.text == $0.arabic
    }
    #expect(written.count * 20 >= others.count * 19, "\(written.count) of \(others.count)")
    let vocalized = others.filter {
      small.transducer.vocalizations(of: [$0.arabic], at: 0, best: 1).first?.scholarly == $0.scholarly
    }
    #expect(vocalized.count * 3 >= others.count * 2, "\(vocalized.count) of \(others.count)")
  }

  @Test func listsAreProbabilities() throws {
    let small = try Self.small.get()
    for word in small.words.prefix(60) {
      let list = small.transducer.romanizations(of: word.arabic, best: 20).map(\.probability)
      #expect(list.allSatisfy { (0...1).contains($0) })
      #expect(list.reduce(0, +) <= 1.0001)
      #expect(zip(list, list.dropFirst()).allSatisfy { $0 >= $1 })
      #expect(try #require(list.first) > 0.5)
    }
  }

  /// Two spellings of a letter are both proposed, the frequent one first.
  @Test func freeSpellingsAreBothProposed() throws {
    var names = ToyNames(seed: 12)
    let rows = names.words(300).map { word in
      let isOther = Int.random(in: 0..<4, using: &names.generator) == 0
      return "\(word.arabic)\t\(isOther ? word.everyday.replacing("u", with: "o") : word.everyday)\n"
    }
    let folder = try TemporaryFolder()
    let table = "arabic\tlatin\n" + rows.joined()
    let bytes = try SmallTransducer.train(table: folder.write(Array(table.utf8), to: "t.tsv"))
    let transducer = try Transducer(bytes: bytes, name: "free")
    for (word, spellings) in [("شو", ["shu", "sho"]), ("كوب", ["kub", "kob"]), ("دوا", ["dua", "doa"])] {
      #expect(transducer.romanizations(of: word, best: 2).map(\.text) == spellings)
    }
  }

  @Test(arguments: [0, 1, 99])
  func tooFewPairsAreRefused(_ count: Int) throws {
    var names = ToyNames(seed: 3)
    let corpus = try SmallTransducer.corpus(of: names.words(count))
    do {
      _ = try SmallTransducer.train(corpus)
      Issue.record("it was trained")
    } catch let error as TransducerError {
      #expect(
        error.description.hasPrefix("too few pairs to learn from (\(count) of everyday spelling, \(count) in")
      )
      #expect(error.description.hasSuffix("give files with the columns arabic and latin"))
    }
  }

  @Test func progressIsReported() throws {
    var names = ToyNames(seed: 3)
    let corpus = try SmallTransducer.corpus(of: names.words(100))
    let lines = Lines()
    _ = try TransducerTrainer(corpus, SmallTransducer.settings) { lines.add($0) }.train()
    #expect(lines.all.contains { $0.hasPrefix("latin: 100 of 100 words divided") })
    // Vowels are fitted three times.
    #expect(lines.all.filter { $0.hasPrefix("vowels: round") }.count == 18)
  }

  @Test func aFileIsWrittenWhole() throws {
    let small = try Self.small.get()
    let folder = try TemporaryFolder()
    let trainer = TransducerTrainer(TrainingCorpus(), SmallTransducer.settings) { _ in }
    try trainer.write(small.bytes, to: folder.file("m.transducer"))
    #expect(try folder.bytes(of: "m.transducer") == small.bytes)
    #expect(try Transducer(path: folder.file("m.transducer")).isTrained)
    #expect(throws: SourceProblem.self) {
      try trainer.write(small.bytes, to: folder.file("none/m.transducer"))
    }
  }
}

/// Lines of a report.
private final class Lines: @unchecked Sendable {
  // Safe to share: training reports from the thread that it runs on.
  private(set) var all: [String] = []
  func add(_ line: String) { all.append(line) }
}
