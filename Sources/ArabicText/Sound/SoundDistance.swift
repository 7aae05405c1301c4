/// How far two rows of the letter tables are apart: the cheapest sound that both can stand for.
///
/// A class, so that who works with it holds one reference.
final class SoundDistance: Sendable {
  static let shared = SoundDistance()

  /// The cost of two rows that share no sound.
  static let impossible: UInt8 = 200

  private let count: Int
  private let costs: [UInt8]
  /// The row that stands for the article.
  let article: UInt16

  private init() {
    let chunks = LetterTable.shared.chunks
    let count = chunks.count
    var bySound = [[(code: Int, cost: UInt8)]](repeating: [], count: Sound.all.count)
    for (code, sounds) in LetterTable.shared.sounds.enumerated() {
      for entry in sounds { bySound[entry.sound.index].append((code, entry.cost)) }
    }
    var costs = [UInt8](repeating: Self.impossible, count: count * count)
    for entries in bySound {
      for left in entries {
        for right in entries {
          let cost = left.cost + right.cost
          let place = left.code * count + right.code
          if cost < costs[place] { costs[place] = cost }
        }
      }
    }
    self.count = count
    self.costs = costs
    article = UInt16(chunks.firstIndex { $0.isArticle } ?? 0)
  }

  /// The cost of writing one row in place of another.
  @inline(__always) func cost(_ left: UInt16, _ right: UInt16) -> UInt8 {
    costs[Int(left) &* count &+ Int(right)]
  }
}
