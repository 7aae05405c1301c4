internal import ArabicText
internal import Glibc

/// A table of graphones with what each side costs when the other is known.
///
/// Given a word, a graphone is chosen among those whose chunk begins with the word's next letter; the chunk's other
/// letters are known too, so their own chance is taken off. What has no letters of the word competes with everything.
struct PairTable {
  /// A graphone with how often it was seen.
  struct Graphone {
    var left: UInt32
    var right: UInt32
    var count: Double
    /// The cost of the left chunk, given the right one, and of the right one, given the left one, in nats; 0 or more.
    var leftCost = 0.0
    var rightCost = 0.0

    init(_ key: UInt64, count: Double) {
      (left, right) = (UInt32(key >> 32), UInt32(truncatingIfNeeded: key))
      self.count = count
    }

    var key: UInt64 { UInt64(left) << 32 | UInt64(right) }
  }

  private(set) var graphones: [Graphone]

  /// Computes the costs.
  init(_ graphones: [Graphone]) {
    self.graphones = graphones.sorted { Self.order($0.key) < Self.order($1.key) }
    let left = Letters(self.graphones) { $0.left }
    let right = Letters(self.graphones) { $0.right }
    for place in self.graphones.indices {
      let graphone = self.graphones[place]
      self.graphones[place].leftCost = right.cost(graphone.right, graphone.count)
      self.graphones[place].rightCost = left.cost(graphone.left, graphone.count)
    }
  }

  /// Leaves out what is seen too rarely or costs too much in both directions.
  func without(rarerThan rarest: Double, dearerThan dearest: Double) -> [Graphone] {
    graphones.filter { $0.count >= rarest && min($0.leftCost, $0.rightCost) <= dearest }
  }

  /// Graphones are in the order of the symbols of their left chunks, then of their right ones.
  static func order(_ key: UInt64) -> UInt64 {
    UInt64(UInt32(key >> 32).byteSwapped) << 32 | UInt64(UInt32(truncatingIfNeeded: key).byteSwapped)
  }

  /// How often letters of one side begin chunks, and stand anywhere.
  private struct Letters {
    private var firsts = [Double](repeating: 0, count: PairSymbols.count)
    private var all = [Double](repeating: 0, count: PairSymbols.count)
    private var total = 0.0
    private var letterTotal = 0.0

    init(_ graphones: [Graphone], _ chunk: (Graphone) -> UInt32) {
      for graphone in graphones {
        var rest = chunk(graphone)
        total += graphone.count
        if rest != 0 { firsts[Int(rest & 0xFF)] += graphone.count }
        while rest != 0 {
          all[Int(rest & 0xFF)] += graphone.count
          letterTotal += graphone.count
          rest >>= 8
        }
      }
    }

    /// What was seen a few times is likely to be less frequent than it seems (absolute discounting, Ney, Essen and Kneser, 1994).
    private static let discount = 0.75

    func cost(_ chunk: UInt32, _ count: Double) -> Double {
      if chunk == 0 { return -log(count / total) }
      var cost = -log((max(count - Self.discount, 0.25)) / firsts[Int(chunk & 0xFF)])
      var rest = chunk >> 8
      while rest != 0 {
        cost += log(all[Int(rest & 0xFF)] / letterTotal)
        rest >>= 8
      }
      return max(cost, 0)
    }
  }
}
