/// The costs of graphones after others: n-grams with back-off, read from the model.
///
/// A graphone's cost is that of the longest context in which it was seen; leaving a longer context costs its back-off
/// (modified Kneser–Ney smoothing, S. F. Chen and J. Goodman, 1999, applied when the model is trained).
package enum LetterContexts {
  /// The highest order of contexts.
  package static let orderLimit = 7
  /// The value of one step of a cost.
  package static let costStep: Float = 1 / 20

  /// The graphones before a place, the latest first.
  package struct History {
    var graphones: (UInt16, UInt16, UInt16, UInt16, UInt16, UInt16)
    var count = 0

    /// The start of a word.
    package init() {
      graphones = (Self.start, 0, 0, 0, 0, 0)
      count = 1
    }

    /// Stands before the first letter.
    package static let start = UInt16.max

    package mutating func append(_ graphone: UInt16) {
      graphones = (graphone, graphones.0, graphones.1, graphones.2, graphones.3, graphones.4)
      count = min(count + 1, LetterContexts.orderLimit - 1)
    }

    @inline(__always) package subscript(place: Int) -> UInt16 {
      switch place {
      case 0: graphones.0
      case 1: graphones.1
      case 2: graphones.2
      case 3: graphones.3
      case 4: graphones.4
      default: graphones.5
      }
    }
  }

  /// The hash of a context that is one graphone longer; 0 is that of none.
  @inline(__always) package static func hash(_ shorter: UInt64, _ graphone: UInt16) -> UInt64 {
    var mixed = (shorter ^ (UInt64(graphone) &+ 0x9E37_79B9)) &* 0xFF51_AFD7_ED55_8CCD
    mixed ^= mixed >> 32
    mixed = mixed &* 0xC4CE_B9FE_1A85_EC53
    return mixed ^ (mixed >> 29)
  }
}

extension LetterModel {
  /// Writes the costs of all graphones of a range after a history.
  ///
  /// - Parameters:
  ///   - costs: where the costs go, in steps, one for each graphone of the range.
  ///   - order: how many graphones a context may have, and one more.
  @inline(__always) func costs(
    of range: Range<Int>, after history: LetterContexts.History, order: Int, into costs: UnsafeMutablePointer<Int32>
  ) {
    for place in 0..<range.count { unsafe costs[place] = Int32(unigram.start[range.lowerBound + place]) }
    var hash: UInt64 = 0
    for length in 0..<min(order - 1, history.count) {
      hash = LetterContexts.hash(hash, history[length])
      guard let context = context(hash) else { return }
      let leaving = unsafe Int32(backoff.start[context])
      for place in 0..<range.count { unsafe costs[place] &+= leaving }
      let followed = successors(of: context)
      var (low, high) = (followed.lowerBound, followed.upperBound)
      while low < high {
        let middle = (low + high) / 2
        if unsafe Int(successors.start[middle]) < range.lowerBound { low = middle + 1 } else { high = middle }
      }
      while low < followed.upperBound {
        let graphone = unsafe Int(successors.start[low])
        guard graphone < range.upperBound else { break }
        unsafe costs[graphone - range.lowerBound] = Int32(successorCosts.start[low])
        low += 1
      }
    }
  }
}
