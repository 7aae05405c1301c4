import TestSupport
import Testing

@testable import ArabicText

/// Texts that are no words of a script.
@Suite struct TransducerInputTests {
  private let carried = Transducer.carried

  @Test(arguments: [
    "", " ", "\u{64B}\u{651}", "\u{640}\u{640}", "12", "٣٤", "😀", "👨‍👩‍👧", "-", "،", "\u{200F}\u{202E}", "\u{0}",
    "穆",
    "\u{301}",
  ])
  func nothingIsMadeOfNothing(_ text: String) {
    #expect(carried.romanizations(of: text, best: 5).isEmpty)
    #expect(carried.arabizations(of: text, best: 5).isEmpty)
    #expect(carried.vocalizations(of: [text], at: 0, best: 5).isEmpty)
  }

  @Test func lettersOfTheOtherScriptAreLeftOut() {
    #expect(carried.romanizations(of: "Ali", best: 5).isEmpty)
    #expect(carried.arabizations(of: "علي", best: 5).isEmpty)
    #expect(carried.romanizations(of: "عAليli", best: 3) == carried.romanizations(of: "علي", best: 3))
    #expect(carried.arabizations(of: "Aعلliي", best: 3) == carried.arabizations(of: "Ali", best: 3))
    #expect(carried.romanizations(of: "😀علي٣", best: 3) == carried.romanizations(of: "علي", best: 3))
  }

  /// Spellings of one word with what is normalized away.
  @Test(arguments: [
    ("ﻣﺤﻤﺪ", "محمد"),
    ("مُحَمَّد", "محمد"),
    ("محـــمد", "محمد"),
    ("ا\u{654}حمد", "أحمد"),
    ("مو\u{654}من", "مؤمن"),
    ("ا\u{653}دم", "آدم"),
    ("\u{200F}علي\u{200E}", "علي"),
  ])
  func isReadAs(_ text: String, _ plain: String) {
    #expect(carried.romanizations(of: text, best: 4) == carried.romanizations(of: plain, best: 4))
    #expect(
      carried.vocalizations(of: [text], at: 0, best: 4) == carried.vocalizations(of: [plain], at: 0, best: 4))
  }

  @Test(arguments: [
    ("MUHAMMAD", "muhammad"), ("Müḥammâd", "muhammad"), ("Mu-ham'mad", "muhammad"), ("Łódź", "lodz"),
  ])
  func isReadAsLatin(_ text: String, _ plain: String) {
    #expect(carried.arabizations(of: text, best: 4) == carried.arabizations(of: plain, best: 4))
    #expect(!carried.arabizations(of: plain, best: 4).isEmpty)
  }

  @Test(arguments: ["م", "عبد", "ء", "ڭ"])
  func longWordsEndAndAreCut(_ unit: String) throws {
    let text = String(repeating: unit, count: 10_000)
    for count in [1, 48] {
      for item in carried.romanizations(of: text, best: count) {
        #expect(item.text.utf16.count <= LetterDecoder.letterLimit * LetterModel.chunkLength)
      }
      for item in carried.vocalizations(of: [text], at: 0, best: count) {
        #expect(item.scholarly.utf16.count <= LetterDecoder.letterLimit * LetterModel.chunkLength)
        #expect(item.arabic.utf16.count <= LetterDecoder.letterLimit * 6)
      }
    }
    let latin = carried.arabizations(of: String(repeating: "kh", count: 10_000), best: 48)
    #expect(latin.allSatisfy { $0.text.utf16.count <= LetterDecoder.letterLimit * LetterModel.chunkLength })
  }

  @Test func longNamesEnd() {
    let words = Array(repeating: "محمد،", count: 10_000)
    let name = LetterFeatures.Name(words)
    for place in [0, 5000, 9999] {
      #expect(!carried.vocalizations(in: name, at: place, best: 1).isEmpty)
    }
  }

  @Test func randomTextsAreAnswered() {
    var names = RandomNames(seed: 77)
    for _ in 0..<150 {
      let word = names.word(isArabic: Bool.random(using: &names.generator), longest: 9)
      let vocalized = carried.vocalizations(of: [word, "علي"], at: 0, best: 6)
      let shares =
        [
          vocalized.map(\.probability), carried.romanizations(of: word, best: 6).map(\.probability),
          carried.arabizations(of: word, best: 6).map(\.probability),
        ]
      for list in shares {
        #expect(list.allSatisfy { (0...1).contains($0) } && list.reduce(0, +) <= 1.0001, "\(word)")
      }
      #expect(vocalized.allSatisfy { !$0.scholarly.isEmpty && !$0.arabic.isEmpty }, "\(word)")
    }
  }

  @Test func asManyAnswersAsAreAskedFor() {
    #expect(carried.romanizations(of: "محمد", best: 0).isEmpty)
    #expect(carried.romanizations(of: "محمد", best: 1).count == 1)
    #expect(carried.romanizations(of: "محمد", best: 1000).count <= 48)
  }
}

/// The exponential and the logarithm that give the same on every machine.
@Suite struct TransducerArithmeticTests {
  @Test func theExponentialIsNearThePowerOfTwo() {
    for step in -80...80 {
      let expected = (0..<abs(step)).reduce(1.0) { product, _ in step > 0 ? product * 2 : product / 2 }
      let value = Double(fastExponential(Float(step) * 0.693_147_18))
      #expect(abs(value / expected - 1) < 1e-4, "\(step)")
    }
    #expect(fastExponential(-1000) > 0 && fastExponential(1000).isFinite && fastExponential(.nan).isFinite)
  }

  @Test func theLogarithmUndoesTheExponential() {
    for step in -400...400 {
      let value = Float(step) / 10
      #expect(abs(fastLogarithm(fastExponential(value)) - value) < 1.2e-4, "\(step)")
    }
    #expect(fastLogarithm(1) == 0)
    #expect(abs(fastLogarithm(2) - 0.693_147_2) < 1e-6 && abs(fastLogarithm(10) - 2.302_585) < 1e-5)
  }
}
