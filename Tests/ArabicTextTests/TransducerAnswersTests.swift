import Glibc
import Testing

@testable import ArabicText

/// Answers that spell the same are one, weighed as the format says: against a slow twin.
@Suite struct TransducerAnswersTests {
  private static let words = [
    "محمد", "عبدالرحمن", "القذافي", "شوارزنيغر", "نيكولو", "ب", "خان", "يوسف", "بطاطا", "كلينتون", "غوتنبرغ",
    "مكغريغور",
    "تشايكوفسكي", "اسطنبول", "ززززز", "طرابلس",
  ]
  private static let latin = [
    "mohamed", "schwarzenegger", "a", "tchaikovsky", "xyzzy", "ghaddafi", "o'brien",
  ]

  private static let cases =
    words.map { ($0, TransducerDirection.latin) } + latin.map { ($0, TransducerDirection.arabic) }

  @Test(arguments: cases)
  func agreeWithTheirSlowTwin(_ word: String, _ direction: TransducerDirection) {
    let carried = Transducer.carried
    var letters: [UInt16] = []
    if direction == .latin {
      TransducerText.appendArabic(word, to: &letters)
    } else {
      TransducerText.appendLatin(word, to: &letters)
    }
    for count in [1, 2, 10, 40] {
      let model = carried.model(direction)
      let decoder = LetterDecoder(model, Transducer.effort(for: count, direction))
      var weights: [String: Double] = [:]
      // No text weighs as much as that of the first answer that has one.
      var first: Float?
      var silent = 0.0
      for answer in decoder.decode(letters.span, in: nil, domain: .names, best: 100) {
        var text: [UInt16] = []
        for graphone in answer.graphones { model.append(chunkOf: Int(graphone), to: &text) }
        let weight = exp(Double(answer.score * model.settings.sharpness))
        if text.isEmpty {
          silent += weight
          continue
        }
        // A search for a lone answer has it in the score.
        let written = decoder.weighsTexts ? 0 : model.writtenScore(answer.graphones)
        first = first ?? written
        weights[String(decoding: text, as: UTF16.self), default: 0] += weight * exp(Double(written))
      }
      silent *= exp(Double(first ?? 0))
      let sum = (weights.values.reduce(0, +) + silent) / Double(1 - model.settings.uncovered)
      let found = carried.proposals(letters, direction, .names, count)
      #expect(found.count == min(count, weights.count))
      #expect(Set(found.map(\.text)).count == found.count)
      for (proposal, expected) in zip(found, weights.values.sorted(by: >)) {
        #expect(abs(proposal.probability - expected / sum) < 1e-4, "\(proposal.text)")
        #expect(abs((weights[proposal.text] ?? 0) / sum - proposal.probability) < 1e-4, "\(proposal.text)")
      }
    }
  }
}
