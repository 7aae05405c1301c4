internal import ArabicText

/// Which pairs and which Arabic words a model was trained on, so that what it knows by heart is reported apart.
///
/// Spellings are compared folded: without marks, case, hamza seats and apostrophes. Only 64-bit hashes are kept, 8 bytes
/// a pair and a word and no name. Two different pairs share a hash once in some 10^13 questions.
package struct TrainingRecord: Sendable {
  private var pairs: Set<UInt64> = []
  private var words: Set<UInt64> = []
  private let hasWordPairs: Bool

  /// Makes an empty record.
  ///
  /// - Parameter hasWordPairs: whether names with as many words on both sides give their pairs of words too, as
  ///   training takes them.
  package init(hasWordPairs: Bool = true) { self.hasWordPairs = hasWordPairs }

  /// Reads the record of training files.
  ///
  /// - Parameters:
  ///   - paths: files of pairs or entities.
  ///   - hasWordPairs: whether names give their pairs of words too.
  ///   - report: called for each line that was left out.
  /// - Throws: `SourceProblem` when nothing of a file can be used.
  package init(
    paths: [String], hasWordPairs: Bool = true, report: (SourceProblem) -> Void
  ) throws(SourceProblem) {
    self.init(hasWordPairs: hasWordPairs)
    for path in paths { try add(path: path, report: report) }
  }

  /// How many pairs there are, aligned words among them.
  package var pairCount: Int { pairs.count }
  /// How many Arabic words there are.
  package var wordCount: Int { words.count }

  /// Adds a pair and its Arabic words.
  package mutating func add(arabic: String, latin: String) {
    add(FoldedTokens(arabic), FoldedTokens(latin))
  }

  /// Adds the rows of a file; of an entity, each Arabic name with each Latin one.
  package mutating func add(path: String, report: (SourceProblem) -> Void) throws(SourceProblem) {
    var file = try PairFile(path: path)
    var entities: [String: (arabic: [FoldedTokens], latin: [FoldedTokens])] = [:]
    while let item = try file.next() {
      switch item {
      case .problem(let problem): report(problem)
      case .pair(let pair): add(arabic: pair.arabic, latin: pair.latin)
      case .name(let name):
        let tokens = FoldedTokens(name.name)
        switch name.script {
        case .arabic:
          words.formUnion(tokens.hashes)
          entities[name.entity, default: ([], [])].arabic.append(tokens)
        case .latin: entities[name.entity, default: ([], [])].latin.append(tokens)
        }
      }
    }
    for entity in entities.values {
      for arabic in entity.arabic {
        for latin in entity.latin { add(arabic, latin) }
      }
    }
  }

  /// Whether the same folded pair was there.
  package func containsPair(arabic: String, latin: String) -> Bool {
    pairs.contains(FoldedTokens(arabic).hash(with: FoldedTokens(latin)))
  }

  /// Whether the same folded Arabic word was there.
  package func containsWord(_ arabic: String) -> Bool {
    let hashes = FoldedTokens(arabic).hashes
    return !hashes.isEmpty && hashes.allSatisfy { words.contains($0) }
  }

  private mutating func add(_ arabic: FoldedTokens, _ latin: FoldedTokens) {
    guard !arabic.hashes.isEmpty, !latin.hashes.isEmpty else { return }
    words.formUnion(arabic.hashes)
    pairs.insert(arabic.hash(with: latin))
    guard hasWordPairs, arabic.hashes.count > 1, arabic.hashes.count == latin.hashes.count else { return }
    for (arabic, latin) in zip(arabic.hashes, latin.hashes) {
      pairs.insert(FoldedTokens(hashes: [arabic]).hash(with: FoldedTokens(hashes: [latin])))
    }
  }
}

/// Pairs that training leaves out, so that a measure on them says something about new names.
package struct HeldOutPairs: Sendable {
  private let record: TrainingRecord

  /// Reads the pairs of the files that are measured on.
  package init(paths: [String], report: (SourceProblem) -> Void) throws(SourceProblem) {
    record = try TrainingRecord(paths: paths, hasWordPairs: false, report: report)
  }

  /// Whether a pair, folded, is a row of the files or two names of an entity of theirs.
  ///
  /// Words of longer names are not held out by themselves. Training that takes names apart asks for each pair of words.
  package func contains(arabic: String, latin: String) -> Bool {
    record.containsPair(arabic: arabic, latin: latin)
  }

  /// The pairs that may be trained on, in their order.
  package func allowed(of pairs: [NamePair]) -> [NamePair] {
    pairs.filter { !contains(arabic: $0.arabic, latin: $0.latin) }
  }
}

/// The hashes of the folded words of a name, words of signs alone left out.
private struct FoldedTokens {
  let hashes: [UInt64]

  init(hashes: [UInt64]) { self.hashes = hashes }

  init(_ text: String) {
    hashes = ComparisonForm.tokens(of: text).compactMap { token in
      let name = NameText(String(token))
      return name.isEmpty ? nil : name.foldedHash()
    }
  }

  func hash(with other: FoldedTokens) -> UInt64 {
    var hash = KeyHash()
    for (place, side) in [self, other].enumerated() {
      // A side ends in a unit that no folded letter is.
      if place > 0 { hash.combine(0xFFFF) }
      for word in side.hashes {
        for shift in stride(from: 0, to: 64, by: 16) {
          hash.combine(UInt16(truncatingIfNeeded: word >> UInt64(shift)))
        }
      }
    }
    return hash.value
  }
}
