internal import ArabicText

/// The n-grams one by one, for tables that are laid out otherwise than the transducer's contexts.
extension ContextTrainer {
  /// An n-gram with its cost, or a context with what leaving it costs.
  struct Gram {
    /// The graphones before, the oldest first; `LetterContexts.start` is the start of the word.
    var before: [UInt16]
    /// What followed; nil for the cost of leaving the context.
    var next: UInt16?
    var cost: UInt8
  }

  /// Smooths the counts.
  ///
  /// - Parameter rarest: as for `sections`.
  /// - Returns: all that is kept, in an order that depends on the counts alone.
  mutating func grams(rarest: Int) -> [Gram] {
    let smoothed = smooth()
    let unigram = unigramCosts(smoothed)
    var grams = unigram.enumerated().map { Gram(before: [], next: UInt16($0.offset), cost: $0.element) }
    for node in kept(smoothed, rarest) {
      let before = (0..<node.length).reversed().map {
        UInt16(truncatingIfNeeded: node.context >> UInt64(16 * $0))
      }
      grams.append(Gram(before: before, next: nil, cost: Self.cost(node.leaving)))
      for (graphone, probability) in node.followed {
        grams.append(Gram(before: before, next: graphone, cost: Self.cost(probability)))
      }
    }
    return grams
  }
}
