import TestSupport
import Testing

@testable import ArabicText

/// The decoder agrees with its slow twin, which looks at all ways to write a word.
@Suite struct TransducerDecoderTests {
  private static let small = Result { try SmallTransducer(words: 200, seed: 9) }

  /// Compares the best answers of both.
  private func compare(
    _ word: [UInt16], _ direction: TransducerDirection, _ model: LetterModel, _ slow: SlowDecoder,
    context: LetterFeatures.Context? = nil, domain: LetterNetwork.Domain = .names, beam: Int = 400,
    tolerance: Double = 0.002
  ) {
    // Without the window, which leaves out what hardly counts.
    let decoder = LetterDecoder(model, .exhaustive(beam: beam))
    let answers = decoder.decode(word.span, in: context, domain: domain, best: 5)
    let expected = slow.answers(word, in: context, domain: domain)
    let text = String(decoding: word, as: UTF16.self)
    #expect(answers.count == min(5, expected.count), "\(text)")
    for (answer, slowAnswer) in zip(answers, expected) {
      #expect(abs(Double(answer.score) - slowAnswer.score) < tolerance, "\(text)")
      // Answers of one score may stand in any order.
      let rivals = expected.filter { abs($0.score - slowAnswer.score) < 2 * tolerance }
      #expect(rivals.contains { $0.graphones == answer.graphones.map { Int($0) } }, "\(text)")
    }
  }

  private static let alphabet = Array("ابتدرسشكخلمنفيو".utf16)

  @Test(arguments: [TransducerDirection.vowels, .latin, .arabic])
  func agreesOnRandomWords(_ direction: TransducerDirection) throws {
    let small = try Self.small.get()
    let slow = SlowDecoder(TransducerBytes(small.bytes), direction)
    let model = small.transducer.model(direction)
    let letters = direction == .arabic ? Array("abtdrskhlmnfiu".utf16) : Self.alphabet
    var generator = SeededGenerator(seed: 21)
    for count in [1, 2, 2, 3, 3, 4, 4, 4] {
      var word = (0..<count).map { _ in letters.randomElement(using: &generator) ?? 0 }
      // A letter that no word had.
      if count == 3 { word[1] = 0x638 }
      compare(word, direction, model, slow, domain: direction == .vowels ? .scholarly : .places)
    }
  }

  @Test func agreesInContext() throws {
    let small = try Self.small.get()
    let slow = SlowDecoder(TransducerBytes(small.bytes), .vowels)
    let name = LetterFeatures.Name(["بتك،", "سلمن", "دف"])
    for place in 0..<3 {
      compare(
        name.words[place], .vowels, small.transducer.model(.vowels), slow, context: name.context(at: place),
        domain: .scholarly)
    }
  }

  /// Chunks that are very unlikely after those before are not scored by the network, so sums differ a little.
  @Test func agreesWithTheCarriedModel() throws {
    let file = try carriedFile()
    for (direction, words) in [
      (TransducerDirection.vowels, ["أب", "بل"]), (.latin, ["يد", "بن"]), (.arabic, ["x", "ou"]),
    ] {
      let slow = SlowDecoder(file, direction)
      for word in words {
        compare(
          Array(word.utf16), direction, Transducer.carried.model(direction), slow,
          domain: direction == .vowels ? .scholarly : .names, beam: 200, tolerance: 0.03)
      }
    }
  }

  /// Words longer and shorter than what the network sees on both sides of a letter.
  @Test(arguments: [TransducerDirection.vowels, .latin, .arabic])
  func longWordsHaveTheScoresOfTheirLetters(_ direction: TransducerDirection) throws {
    let slow = SlowDecoder(try carriedFile(), direction)
    let decoder = LetterDecoder(Transducer.carried.model(direction), .exhaustive(beam: 3))
    let letters = direction == .arabic ? Array("abdhiklmnorstuy".utf16) : Array("ابتدرسعكلمنهويةظ".utf16)
    var generator = SeededGenerator(seed: 23)
    for count in [1, 5, 6, 12] {
      let word = (0..<count).map { _ in letters.randomElement(using: &generator) ?? 0 }
      for answer in decoder.decode(word.span, in: nil, domain: .places, best: 1) {
        let expected = slow.score(word, as: answer.graphones.map { Int($0) }, in: nil, domain: .places)
        #expect(abs(Double(answer.score) - (expected ?? .infinity)) < 0.002 * Double(count))
      }
    }
  }

  @Test func aBeamOfOneFollowsTheBestStep() throws {
    let small = try Self.small.get()
    let decoder = LetterDecoder(small.transducer.model(.latin), LetterDecoder.Effort(beam: 1))
    let answers = decoder.decode(Array("بتاك".utf16).span, in: nil, domain: .names, best: 5)
    #expect(answers.count == 1)
    #expect(answers.first?.graphones.count == 4)
    #expect(decoder.decode([UInt16]().span, in: nil, domain: .names, best: 5).first?.graphones == [])
  }

  /// Dropping beginnings that end like a likelier one loses no best answer.
  @Test(arguments: [TransducerDirection.vowels, .latin, .arabic])
  func aLoneAnswerIsTheBestOfAll(_ direction: TransducerDirection) throws {
    let model = try Self.small.get().transducer.model(direction)
    var lone = LetterDecoder.Effort.exhaustive(beam: 100)
    lone.isLone = true
    let (all, best) = (LetterDecoder(model, .exhaustive(beam: 100)), LetterDecoder(model, lone))
    let letters = direction == .arabic ? Array("abtdrskhlmnfiu".utf16) : Self.alphabet
    var generator = SeededGenerator(seed: 22)
    for count in [1, 3, 5, 6, 7] {
      let word = (0..<count).map { _ in letters.randomElement(using: &generator) ?? 0 }
      let expected = all.decode(word.span, in: nil, domain: .names, best: 100).map {
        ($0.graphones, weighed($0, model))
      }
      let answers = best.decode(word.span, in: nil, domain: .names, best: 100)
      #expect(answers.first?.graphones == expected.max { $0.1 < $1.1 }?.0)
      try checkDifferences(answers, expected)
    }
  }

  /// The scores of a search for a lone answer differ among each other as those of all answers do, texts weighed with them.
  @Test func loneScoresDifferAsOthers() throws {
    let model = Transducer.carried.model(.latin)
    let all = LetterDecoder(model, .exhaustive(beam: 4000))
    var lone = LetterDecoder.Effort(beam: 40, window: 1 << 20, spread: 5)
    lone.isLone = true
    let best = LetterDecoder(model, lone)
    for word in ["محمد", "يوسف", "بطاطا", "خان", "ب", "اسطنبول"] {
      let letters = Array(word.utf16)
      let expected = all.decode(letters.span, in: nil, domain: .names, best: 4000)
        .map { ($0.graphones, weighed($0, model)) }
      let answers = best.decode(letters.span, in: nil, domain: .names, best: 40)
      #expect(answers.first?.graphones == expected.max { $0.1 < $1.1 }?.0, "\(word)")
      try checkDifferences(answers, expected)
    }
  }

  /// The score of an answer, with what its text adds.
  private func weighed(_ answer: LetterDecoder.Answer, _ model: LetterModel) -> Float {
    answer.score + model.writtenScore(answer.graphones) / model.settings.sharpness
  }

  private func checkDifferences(_ answers: [LetterDecoder.Answer], _ expected: [([UInt16], Float)]) throws {
    let scores = Dictionary(uniqueKeysWithValues: expected)
    let first = try #require(answers.first)
    guard let base = scores[first.graphones] else { return }
    for answer in answers {
      guard let score = scores[answer.graphones] else { continue }
      #expect(abs((answer.score - first.score) - (score - base)) < 1e-3)
    }
  }

  /// A lone answer asks for costs up to a limit: below it they are those of the whole row, and so are the contexts behind them.
  @Test(arguments: [TransducerDirection.latin, .arabic])
  func costsUpToALimit(_ direction: TransducerDirection) {
    let model = Transducer.carried.model(direction)
    let (whole, limited, alone) = unsafe (LetterContexts.Row(), LetterContexts.Row(), model.costsAlone())
    let links = UnsafeMutablePointer<LetterContexts.Link>.allocate(capacity: LetterContexts.chainLimit + 1)
    defer {
      whole.deallocate()
      limited.deallocate()
      unsafe alone.deallocate()
      unsafe links.deallocate()
    }
    var generator = SeededGenerator(seed: 17)
    for _ in 0..<2000 {
      // A way through the contexts, as likely as not one that was seen.
      var node = model.startNode
      for _ in 0..<Int.random(in: 0...5, using: &generator) {
        let letter = Int.random(in: 0..<model.letters.count, using: &generator)
        let count = unsafe model.link(node, letter, into: links)
        let own = unsafe alone + letter * LetterModel.chunkLimit
        unsafe model.costs(alone: own, after: links, count, into: whole)
        let limit = Int32.random(in: -1...400, using: &generator)
        unsafe model.costs(alone: own, after: links, count, below: limit, into: limited)
        let range = model.graphones(at: letter)
        for chunk in 0..<range.count {
          let (cost, other) = unsafe (Int32(whole.costs[chunk]), Int32(limited.costs[chunk]))
          let isSame = unsafe cost == other && whole.entries[chunk] == limited.entries[chunk]
          // Rounding may make a chunk one step dearer in a longer context.
          #expect(cost > limit ? other >= limit - 1 : isSame, "\(cost) and \(other), limit \(limit)")
        }
        let next = Int.random(in: 0..<range.count, using: &generator)
        node = unsafe model.node(of: range.lowerBound + next, whole.entries[next])
      }
    }
  }

  @Test func aDecoderForgetsTheWordBefore() throws {
    let model = Transducer.carried.model(.latin)
    let effort = LetterDecoder.Effort(beam: 8)
    let decoder = LetterDecoder(model, effort)
    let words = ["محمد", "ب", "عبدالرحمن", ""].map { Array($0.utf16) }
    for word in words + words.reversed() {
      let again = decoder.decode(word.span, in: nil, domain: .names, best: 3).map(\.graphones)
      let fresh = LetterDecoder(model, effort).decode(word.span, in: nil, domain: .names, best: 3)
      #expect(again == fresh.map(\.graphones))
    }
  }

  private func carriedFile() throws -> TransducerBytes {
    TransducerBytes(try SmallTransducer.carriedBytes())
  }
}

/// Lists of answers, whatever the direction.
@Suite struct TransducerProposalTests {
  @Test(arguments: ["محمد", "عبد", "القذافي", "ولاية", "مؤمن", "زيد", "تلعفر"])
  func probabilitiesAreShares(_ word: String) {
    let carried = Transducer.carried
    for count in [1, 2, 5, 10, 11, 48] {
      let lists = [
        carried.romanizations(of: word, best: count).map { ($0.text, $0.probability) },
        carried.vocalizations(of: [word], at: 0, best: count).map { ($0.scholarly, $0.probability) },
      ]
      for list in lists {
        #expect((1...count).contains(list.count))
        #expect(list.allSatisfy { (0...1).contains($0.1) && !$0.0.isEmpty })
        #expect(list.reduce(0) { $0 + $1.1 } <= 1.0001)
        #expect(zip(list, list.dropFirst()).allSatisfy { $0.1 >= $1.1 })
        #expect(Set(list.map(\.0)).count == list.count)
      }
    }
  }

  @Test func severalThreadsGetTheSame() async {
    let words = ["محمد", "يوسف", "باسم", "حلب", "الرقة", "إبراهيم"]
    let expected = words.map { Transducer.carried.romanizations(of: $0, best: 4) }
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<4 {
        group.addTask { words.map { Transducer.carried.romanizations(of: $0, best: 4) } == expected }
      }
      for await isSame in group { #expect(isSame) }
    }
  }
}
