internal import Glibc
package import NameSearch

/// Fits the weights of the search's policy to what the search itself finds for names whose answers are known.
///
/// For each file, names of one script are searched in a list of the names of the other; the answers of every other query are
/// not in the list. Right are the names of the same entity; wrong is what else is found, and pairs of different names that share a common
/// word. Names with words left out are right as far as the rest means no other entity of the file. Weights of features that the files say little about stay where they were.
package struct PolicyTrainer {
  /// What is chosen before fitting.
  package struct Settings: Sendable {
    /// The most queries of one file and direction, and the most names that they are searched in.
    package var queries = 500
    package var names = 2000
    /// How many of the first answers of a query are learned from.
    package var answers = 6
    /// The most pairs of different names with a common word, for each pair of scripts of a file.
    package var commonWordPairs = 1000
    /// The most pairs of a name and some of its words, for each script of a file.
    package var shortenedNames = 600
    /// How strongly weights are held where they were: as much as so many examples.
    package var inertia = 60.0
    package var rounds = 400

    package init() {}
  }

  /// A name that was found for a query.
  private struct Example {
    var values: SIMD32<Float>
    var isSame: Bool
    var weight: Float = 1
  }

  /// What is found for a query.
  private struct Answers {
    var examples: [Example]
    /// Kept aside to say how sharp probabilities may be.
    var isHeldOut: Bool
  }

  private let settings: Settings
  private let words: [Lexicon]
  private let report: (String) -> Void
  private var answers: [Answers] = []

  /// Begins without examples; the lexicons' words help to read names.
  package init(words: [Lexicon], _ settings: Settings = Settings(), report: @escaping (String) -> Void) {
    (self.words, self.settings, self.report) = (words, settings, report)
  }

  /// Searches the names of a file.
  package mutating func add(path: String, complain: (SourceProblem) -> Void) throws(SourceProblem) {
    let set: RetrievalSet
    switch try PairFile.rows(path: path, report: complain) {
    case .pairs(let pairs): set = RetrievalSet(pairs: pairs)
    case .names(let names):
      set = RetrievalSet(names: names)
      for script in [EntityName.Script.latin, .arabic] {
        addShortened(ShortenedNames(names, script), path + ", " + script.rawValue)
        try add(RetrievalSet(variants: names, script), .arabicToLatin, path + ", " + script.rawValue)
      }
      addCommonWords(CommonWordMeasure(names: names), path)
    }
    for direction in ScriptDirection.allCases { try add(set, direction, path + ", " + direction.rawValue) }
  }

  private mutating func add(_ set: RetrievalSet, _ direction: ScriptDirection, _ what: String)
    throws(SourceProblem)
  {
    let (queries, candidates) = set.sides(direction)
    let usable = queries.names.indices.filter { !queries.answers(to: $0).isEmpty }
    guard usable.count >= 20 else { return }
    let chosen = Self.spread(usable, settings.queries)
    var isLeftOut = [Bool](repeating: false, count: candidates.names.count)
    var isWanted = isLeftOut
    for (number, query) in chosen.enumerated() {
      for answer in queries.answers(to: query) {
        if number % 2 == 1 { isLeftOut[Int(answer)] = true } else { isWanted[Int(answer)] = true }
      }
    }
    // All answers that are wanted, and others up to the size of the list.
    let others = candidates.names.indices.filter { !isWanted[$0] && !isLeftOut[$0] }
    let wanted = candidates.names.indices.filter { isWanted[$0] && !isLeftOut[$0] }
    let listed = wanted + Self.spread(others, max(0, settings.names - wanted.count))
    let list = try NameListSearch(listed.map { candidates.names[$0] }, words: words)
    let policy = RankingPolicy()
    var count = 0
    for (number, query) in chosen.enumerated() {
      let right = queries.answers(to: query)
      var found: [Example] = []
      for form in list.lexicons.comparedForms(Query(queries.names[query])) where !form.isEqual {
        let isSame = form.entities.contains { entity in
          Int(list.lexicons.lexicons[0].entity(at: entity).id).map { right.contains(Int32(listed[$0])) }
            ?? false
        }
        found.append(Example(values: form.features.values, isSame: isSame))
      }
      found.sort { policy.score($0.values) > policy.score($1.values) }
      let kept = found.enumerated().filter { $0.offset < settings.answers || $0.element.isSame }.map(
        \.element)
      if !kept.isEmpty { answers.append(Answers(examples: kept, isHeldOut: number / 2 % 4 == 3)) }
      count += kept.count { $0.isSame }
    }
    report("\(what): \(chosen.count) queries, \(listed.count) names, \(count) right answers")
  }

  /// Adds different names that share a common word; they say nothing of how sharp the probabilities of answers may be.
  private mutating func addCommonWords(_ measure: CommonWordMeasure, _ path: String) {
    let set = LexiconSet(words)
    for scripts in ScriptPair.allCases where scripts != .latinToArabic {
      let pairs = measure.pairs(scripts, limit: settings.commonWordPairs)
      let examples = pairs.compactMap { pair in
        set.features(pair.first, pair.second).map { Example(values: $0.values, isSame: false) }
      }
      guard !examples.isEmpty else { continue }
      answers.append(Answers(examples: examples, isHeldOut: false))
      report("\(path), \(scripts.rawValue): \(examples.count) different names with a common word")
    }
  }

  /// Adds names and some of their words: the same with the odds that the words leave among the entities that have them.
  private mutating func addShortened(_ names: ShortenedNames, _ what: String) {
    let set = LexiconSet(words)
    var examples: [Example] = []
    for pair in names.pairs(limit: settings.shortenedNames) {
      guard let features = set.features(pair.short, pair.full) else { continue }
      let share = 1 / Float(pair.entities)
      examples.append(Example(values: features.values, isSame: true, weight: share))
      if share < 1 { examples.append(Example(values: features.values, isSame: false, weight: 1 - share)) }
    }
    guard !examples.isEmpty else { return }
    answers.append(Answers(examples: examples, isHeldOut: false))
    report("\(what): \(examples.count { $0.isSame }) shortened names")
  }

  /// So many of a list, evenly spread.
  private static func spread(_ list: [Int], _ count: Int) -> [Int] {
    guard list.count > count else { return list }
    return (0..<count).map { list[$0 * list.count / count] }
  }

  // MARK: Fitting

  /// Fits the weights; the same files give the same weights.
  package func fit() -> [(feature: EvidenceFeatures.Feature, weight: Float)] {
    let policy = RankingPolicy()
    let start = policy.weights
    let examples = answers.filter { !$0.isHeldOut }.flatMap(\.examples)
    report("\(examples.count) examples, \(examples.count { $0.isSame }) right")
    var weights = fit(examples, from: start)
    let (slope, shift) = sharpness(weights)
    report("slope \(slope), shift \(shift)")
    weights *= SIMD32(repeating: slope)
    weights[EvidenceFeatures.Feature.constant.rawValue] += shift
    return EvidenceFeatures.Feature.allCases.map { ($0, weights[$0.rawValue]) }
  }

  /// Logistic regression by Adam over all examples, with weights held at `start`.
  private func fit(_ examples: [Example], from start: SIMD32<Float>) -> SIMD32<Float> {
    var weights = start
    var (mean, square) = (SIMD32<Float>(repeating: 0), SIMD32<Float>(repeating: 0))
    let inertia = Float(settings.inertia) / Float(max(examples.count, 1))
    for round in 1...settings.rounds {
      var gradient = (weights - start) * SIMD32(repeating: inertia)
      for example in examples {
        let error = Self.probability(weights, example.values) - (example.isSame ? 1 : 0)
        gradient += example.values * SIMD32(repeating: example.weight * error / Float(examples.count))
      }
      mean = mean * SIMD32(repeating: 0.9) + gradient * SIMD32(repeating: 0.1)
      square = square * SIMD32(repeating: 0.99) + gradient * gradient * SIMD32(repeating: 0.01)
      let (first, second) = (1 - pow(0.9, Float(round)), 1 - pow(0.99, Float(round)))
      let rate = round * 2 < settings.rounds ? Float(0.05) : 0.01
      for place in 0..<SIMD32<Float>.scalarCount {
        weights[place] -= rate * (mean[place] / first) / (sqrt(square[place] / second) + 1e-6)
        weights[place] = Self.allowed(weights[place], place)
      }
    }
    return weights
  }

  /// What speaks against a match may not raise its score, and the other way round.
  private static func allowed(_ weight: Float, _ place: Int) -> Float {
    guard let feature = EvidenceFeatures.Feature(rawValue: place) else { return 0 }
    switch feature {
    case .misfit, .costPerLetter, .articles, .conflict, .surplus, .missingShare, .reversals, .numbers,
      .knownOther, .droppedPrefixes, .strayInitials, .moves, .onlyGeneric, .titles, .patronymics, .nisbas:
      return min(weight, 0)
    // The files have few organizations.
    case .distinctions: return min(weight, -2.5)
    // A file has few of the people who share given names, so its names seem to be told apart by them.
    case .vagueness: return min(weight, -4)
    // A letter that fits a word tells little, but nothing against it; the files have few.
    case .initials: return max(weight, -1.5)
    case .likelihood, .matchedWeight, .sharedEntity: return max(weight, 0)
    default: return weight
    }
  }

  private static func probability(_ weights: SIMD32<Float>, _ values: SIMD32<Float>) -> Float {
    1 / (1 + exp(-max(-30, min(30, (weights * values).sum()))))
  }

  /// How the first answers of queries kept aside change the scale: a slope and a shift of the logarithm of the odds.
  ///
  /// After J. Platt, "Probabilistic outputs for support vector machines", 1999.
  private func sharpness(_ weights: SIMD32<Float>) -> (slope: Float, shift: Float) {
    var first: [(odds: Float, isSame: Float)] = []
    for answer in answers where answer.isHeldOut {
      let best = answer.examples.max { (weights * $0.values).sum() < (weights * $1.values).sum() }
      if let best { first.append((max(-30, min(30, (weights * best.values).sum())), best.isSame ? 1 : 0)) }
    }
    guard first.count >= 50 else { return (1, 0) }
    var (slope, shift) = (Float(1), Float(0))
    for _ in 0..<2000 {
      var (slopeGradient, shiftGradient) = (Float(0), Float(0))
      for answer in first {
        let error = 1 / (1 + exp(-(slope * answer.odds + shift))) - answer.isSame
        slopeGradient += error * answer.odds
        shiftGradient += error
      }
      slope -= 0.05 * slopeGradient / Float(first.count)
      shift -= 0.2 * shiftGradient / Float(first.count)
    }
    return (max(slope, 0.05), shift)
  }

  /// The text of `Lexicon/Policy.tsv`.
  package static func table(_ weights: [(feature: EvidenceFeatures.Feature, weight: Float)]) -> String {
    var text = """
      # What search makes of its evidence: a score is 1 / (1 + e^-x), where x is the sum of the features with their weights.
      # feature   see EvidenceFeatures
      # weight    fitted by 'ism train --task policy'
      feature\tweight

      """
    for item in weights { text += "\(item.feature)\t\((Double(item.weight) * 1000).rounded() / 1000)\n" }
    return text
  }
}
