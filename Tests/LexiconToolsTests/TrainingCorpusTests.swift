import ArabicText
import TestSupport
import Testing

@testable import LexiconTools

/// What training takes from files.
@Suite struct TrainingCorpusTests {
  private func corpus(_ text: String, without: String? = nil) throws -> TrainingCorpus {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    var corpus = TrainingCorpus()
    if let without { try corpus.holdOut(path: folder.write(Array(without.utf8), to: "out.tsv")) { _ in } }
    try corpus.add(path: folder.write(Array(text.utf8), to: "in.tsv")) { _ in }
    return corpus
  }

  /// Pairs as "arabic latin".
  private func pairs(_ corpus: TrainingCorpus) -> [String] {
    corpus.pairs.map {
      String(decoding: $0.pair.arabic, as: UTF16.self) + " " + String(decoding: $0.pair.latin, as: UTF16.self)
    }
  }

  @Test func namesAreTakenApart() throws {
    let header = "arabic\tlatin\n"
    #expect(try pairs(corpus(header + "نور سامي\tNour Sami\n")) == ["نور nour", "سامي sami"])
    #expect(try pairs(corpus(header + "نور سامي\tNoursami\n")).isEmpty)
    #expect(try pairs(corpus(header + "نور-سامي\tNour, Sámi (12)\n")) == ["نور nour", "سامي sami"])
    #expect(try pairs(corpus(header + "الباب\tAl Bab\n")) == ["باب bab"])
    #expect(try pairs(corpus(header + "باب\tAl Bab\n")).isEmpty)
    #expect(try pairs(corpus(header + "باب\tBab al\n")).isEmpty)
    #expect(try pairs(corpus(header + "12\t12\n")).isEmpty)
    let long = String(repeating: "م", count: 25)
    #expect(try pairs(corpus(header + "\(long)\tm\n")).isEmpty)
  }

  @Test func thePairsOfAnEntityShareItsWeight() throws {
    let rows = "1\tArab\tنور\n1\tArab\tنوار\n1\tLatn\tNour\n2\tLatn\tSami\n3\tArab\tباسم\n3\tLatn\tBasim\n"
    let corpus = try corpus("entity_id\tscript\tname\n" + rows)
    #expect(pairs(corpus) == ["نور nour", "نوار nour", "باسم basim"])
    #expect(corpus.pairs.map(\.weight) == [0.5, 0.5, 1])
  }

  @Test func aPairTwiceWeighsTwice() throws {
    let corpus = try corpus("arabic\tlatin\nنور\tNour\nنور\tnour\n")
    #expect(corpus.pairs.map(\.weight) == [2])
  }

  @Test func heldOutPairsAreNotInTheCorpus() throws {
    var names = ToyNames(seed: 8)
    let words = names.words(60)
    let heldOut = Array(words.prefix(20))
    let corpus = try SmallTransducer.corpus(of: words, without: heldOut)
    #expect(corpus.pairs.count == 40)
    let kept = Set(pairs(corpus))
    for word in heldOut { #expect(!kept.contains("\(word.arabic) \(word.everyday)")) }
    for word in words.dropFirst(20) { #expect(kept.contains("\(word.arabic) \(word.everyday)")) }
  }

  /// Pairs are held out as words, whatever the layout of the file and the kind of names.
  @Test func aHeldOutNameHoldsOutItsWords() throws {
    let places = "entity_id\tscript\tname\tcountry\n1\tArab\tنور سامي\tSY\n1\tLatn\tNour Sami\tSY\n"
    let corpus = try corpus("arabic\tlatin\nنور\tNour\nنور\tNur\nسامي باسم\tSami Basim\n", without: places)
    #expect(pairs(corpus) == ["نور nur", "باسم basim"])
  }

  @Test func wordsOfCataloguesKeepTheirNames() throws {
    let header = "arabic\tlatin\tclass\ttoken_aligned\n"
    let corpus = try corpus(
      header + "باسم، نور.\tBāsim, Nūr.\tperson\t1\nسامي نور\tSāmī\tperson\t0\nعمر\t‘Umar\tperson\t1\n")
    #expect(corpus.names.count == 2)
    #expect(corpus.words.map(\.name) == [0, 0, 1])
    #expect(corpus.words.map(\.place) == [0, 1, 0])
    #expect(corpus.words.map { String(decoding: $0.latin, as: UTF16.self) } == ["bāsim", "nūr", "ʻumar"])
  }

  @Test func wordsOfTablesAreCounted() throws {
    let corpus = try corpus("arabic\tlatin\tfreq\nنور\tNūr\t7\nن1ور\tNūr\t1\n")
    #expect(corpus.words.map(\.count) == [7])
    #expect(corpus.words.first?.name == nil)
  }
}

/// Letters and chunks, numbered.
@Suite struct TrainingInventoryTests {
  private func units(_ text: String) -> [UInt16] { Array(text.utf16) }

  @Test func numbersLettersAndChunks() {
    let words = [
      (letters: units("بشب"), chunks: [units("b"), units("sh"), units("b")]),
      (letters: units("شاب"), chunks: [units("ch"), units("a"), units("p")]),
      (letters: units("شا"), chunks: [units("sh"), units("")]),
      (letters: units("ا"), chunks: [units("a")]),
    ]
    let inventory = LetterInventory(words, rarest: 1)
    #expect(inventory.letters == [0x627, 0x628, 0x634])
    #expect(inventory.graphoneStart == [0, 2, 4, 6])
    // Of each letter the most frequent chunk is first; a chunk has one number.
    #expect(
      inventory.chunkOfGraphone.map { inventory.chunks[$0] } == ["a", "", "b", "p", "sh", "ch"].map(units))
    #expect(Set(inventory.chunks).count == inventory.chunks.count)
    #expect(inventory.letter(0x628) == 1 && inventory.letter(0x638) == nil)
    #expect(inventory.graphones(of: 1) == 2..<4)
    #expect(inventory.graphones(units("شب"), [units("ch"), units("b")]) == [5, 2])
    #expect(inventory.graphones(units("ب"), [units("sh")]) == nil)
  }

  @Test func rareChunksAreLeftOutUnlessAlone() {
    let words = [
      (letters: units("بب"), chunks: [units("b"), units("b")]), (letters: units("ب"), chunks: [units("p")]),
      (letters: units("ظ"), chunks: [units("z")]),
    ]
    let inventory = LetterInventory(words, rarest: 2)
    #expect(inventory.graphoneCount == 2)
    #expect(inventory.graphones(units("ب"), [units("p")]) == nil)
    #expect(inventory.graphones(units("ظ"), [units("z")]) == [1])
  }

  @Test func aLetterHasAtMostSoManyChunks() {
    let words = (0..<60).flatMap { number in
      let chunk = units("\(Unicode.Scalar(UInt8(0x30 + number)))")
      return Array(repeating: (letters: units("ب"), chunks: [chunk]), count: 60 - number)
    }
    let inventory = LetterInventory(words, rarest: 1)
    #expect(inventory.graphoneCount == LetterModel.chunkLimit)
    #expect(inventory.chunks.first == units("0") && inventory.chunks.last == units("O"))
  }

  @Test func ofNothingThereIsNothing() {
    let inventory = LetterInventory([], rarest: 1)
    #expect(inventory.graphoneCount == 0 && inventory.letters.isEmpty && inventory.graphoneStart == [0])
  }
}
