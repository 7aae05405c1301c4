internal import ArabicText

/// How much a word tells about who is meant.
enum Rarity {
  /// From 1 for a word that no form has to almost 0 for one that all have.
  static func weight(forms: Int, of all: Int) -> Float {
    let share =
      fastLogarithm(Float(forms + 1)) / fastLogarithm(Float(max(all, 1) + 2))
    return max(0.02, 1 - share)
  }

  /// What a weight of 1 is in nats: a word's share of the forms is e to the power of its weight with this, negated.
  static func nats(of all: Int) -> Float { fastLogarithm(Float(max(all, 1) + 2)) }
}

/// The rarity of the keys of a vocabulary, by their numbers alone.
///
/// Keys are numbered from the most frequent down, so it is enough to know where the frequency falls below each of some steps; a step is a
/// fifth less. What a key's forms are need not be read from the file.
struct KeyRarities {
  private var steps: [(first: UInt32, weight: Float)] = []
  /// For each number of bits, how many steps begin at keys of fewer; one more at the end.
  private var starts: [Int] = []

  /// - Complexity: O(log² *n*) in the keys.
  init(_ vocabulary: Vocabulary) {
    let count = UInt32(vocabulary.keyCount)
    var first: UInt32 = 0
    while first < count {
      let forms = vocabulary.formCount(ofKey: first)
      steps.append((first, Rarity.weight(forms: forms, of: vocabulary.formCount)))
      let least = min(forms - 1, forms * 4 / 5)
      var (low, high) = (first + 1, count)
      while low < high {
        let middle = low + (high - low) / 2
        if vocabulary.formCount(ofKey: middle) > least { low = middle + 1 } else { high = middle }
      }
      first = low
    }
    for bits in 0...UInt32.bitWidth + 1 {
      starts.append(steps.prefix { Self.bits($0.first) < bits }.count)
    }
  }

  private static func bits(_ key: UInt32) -> Int { UInt32.bitWidth - key.leadingZeroBitCount }

  /// The rarity of a key; 1 for what is none.
  subscript(key: UInt32) -> Float {
    let bits = Self.bits(key)
    var (low, high) = (starts[bits], starts[bits + 1])
    while low < high {
      let middle = (low + high) / 2
      if steps[middle].first <= key { low = middle + 1 } else { high = middle }
    }
    return low > 0 && key != Layout.none ? steps[low - 1].weight : 1
  }
}
