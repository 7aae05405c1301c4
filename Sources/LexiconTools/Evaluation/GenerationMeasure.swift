/// From which script into which.
package enum ScriptDirection: String, CaseIterable, Encodable, Sendable {
  case arabicToLatin = "arabic-latin"
  case latinToArabic = "latin-arabic"
}

/// A spelling that a model proposes, with the probability it gives it, in 0…1.
package typealias Proposal = (text: String, probability: Double)

/// Accuracy of the best proposals.
package struct GenerationFigures: Equatable, Sendable {
  package private(set) var count = 0
  package private(set) var best1 = 0
  package private(set) var best5 = 0
  package private(set) var best10 = 0
  private var errorSum = 0.0

  package init() {}

  /// Adds the answer to one pair.
  ///
  /// - Parameters:
  ///   - place: the place of the reference among the proposals, counted from 0; nil when it is not among them.
  ///   - error: the character error rate of the first proposal.
  package mutating func add(place: Int?, error: Double) {
    count += 1
    errorSum += error
    guard let place else { return }
    if place < 1 { best1 += 1 }
    if place < 5 { best5 += 1 }
    if place < 10 { best10 += 1 }
  }

  /// The mean character error rate of the first proposals; nil when nothing was measured.
  ///
  /// 1 for a pair without a proposal. A proposal longer than its reference can make it more than 1.
  package var characterErrorRate: Double? { count > 0 ? errorSum / Double(count) : nil }

  /// The share of pairs whose reference is among the first `best`; nil when nothing was measured.
  package func accuracy(best: Int) -> Double? {
    Tally(count: count, correct: best < 5 ? best1 : best < 10 ? best5 : best10).share
  }
}

extension GenerationFigures: Encodable {
  private enum CodingKeys: String, CodingKey { case count, accuracy1, accuracy5, accuracy10, cer }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(count, forKey: .count)
    try container.encodeIfPresent(accuracy(best: 1)?.reported, forKey: .accuracy1)
    try container.encodeIfPresent(accuracy(best: 5)?.reported, forKey: .accuracy5)
    try container.encodeIfPresent(accuracy(best: 10)?.reported, forKey: .accuracy10)
    try container.encodeIfPresent(characterErrorRate?.reported, forKey: .cer)
  }
}

/// Measures proposals against pairs.
///
/// Each row counts once, whatever its count: a word with two spellings can be right by its first proposal in one row
/// only.
package struct GenerationMeasure {
  private let direction: ScriptDirection
  private let form: ComparisonForm
  private let record: TrainingRecord?

  /// What was measured.
  package struct Result: Encodable, Sendable {
    package var parts = Parts(each: GenerationFigures())
    /// By the classes of the file; empty when it has none.
    package var classes: [String: GenerationFigures] = [:]
    /// Rows that got a proposal at all.
    package var answered = 0
    /// Of the probabilities of the first proposals.
    package var reliability = Reliability()
  }

  /// Makes a measure.
  ///
  /// - Parameters:
  ///   - direction: which side is given.
  ///   - form: in which form proposal and reference are compared.
  ///   - record: what training saw; without it nothing is reported apart.
  package init(direction: ScriptDirection, form: ComparisonForm, record: TrainingRecord? = nil) {
    self.direction = direction
    self.form = form
    self.record = record
  }

  /// Asks for ten proposals for each source, once for each, and compares.
  ///
  /// Rows whose reference has no word in the form are left out.
  package func measure(_ pairs: [NamePair], generate: (String, Int) -> [Proposal]) -> Result {
    var result = Result()
    var rows: [String: [Int]] = [:]
    var sources: [String] = []
    for (index, pair) in pairs.enumerated() {
      let source = direction == .arabicToLatin ? pair.arabic : pair.latin
      if rows[source, default: []].isEmpty { sources.append(source) }
      rows[source, default: []].append(index)
    }
    let distance = EditDistance()
    for source in sources {
      let proposals = generate(source, 10)
      let keys = proposals.prefix(10).map { form.key(of: $0.text) }
      for index in rows[source, default: []] {
        let pair = pairs[index]
        let reference = form.key(of: direction == .arabicToLatin ? pair.latin : pair.arabic)
        guard !reference.isEmpty else { continue }
        let place = keys.firstIndex(of: reference)
        let error = distance.characterErrorRate(of: keys.first ?? "", against: reference)
        let isSeen = record?.containsPair(arabic: pair.arabic, latin: pair.latin)
        result.parts.update(isSeen: isSeen) { $0.add(place: place, error: error) }
        if !pair.kind.isEmpty {
          result.classes[pair.kind, default: GenerationFigures()].add(place: place, error: error)
        }
        if let first = proposals.first {
          result.answered += 1
          result.reliability.add(probability: first.probability, isCorrect: place == 0)
        }
      }
    }
    return result
  }
}
