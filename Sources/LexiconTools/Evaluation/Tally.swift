/// How many of how many.
package struct Tally: Equatable, Sendable {
  package private(set) var count = 0
  package private(set) var correct = 0

  package init(count: Int = 0, correct: Int = 0) {
    self.count = count
    self.correct = correct
  }

  /// Counts one.
  package mutating func add(_ isCorrect: Bool) {
    count += 1
    if isCorrect { correct += 1 }
  }

  /// The share of correct ones in 0…1; nil when nothing was counted.
  package var share: Double? { count > 0 ? Double(correct) / Double(count) : nil }
}

extension Tally: Encodable {
  private enum CodingKeys: String, CodingKey { case count, correct, share }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(count, forKey: .count)
    try container.encode(correct, forKey: .correct)
    try container.encodeIfPresent(share?.reported, forKey: .share)
  }
}

/// A figure over everything, and over what training saw and did not see.
package struct Parts<Value> {
  package var all: Value
  package var seen: Value
  package var unseen: Value

  package init(each value: Value) {
    all = value
    seen = value
    unseen = value
  }

  package init(all: Value, seen: Value, unseen: Value) {
    self.all = all
    self.seen = seen
    self.unseen = unseen
  }

  /// Changes the figure over everything, and the part; without knowledge of training (nil) no part.
  package mutating func update(isSeen: Bool?, _ change: (inout Value) -> Void) {
    change(&all)
    switch isSeen {
    case true?: change(&seen)
    case false?: change(&unseen)
    case nil: break
    }
  }

  /// The parts with their names, in the order of reports.
  package var named: [(name: String, value: Value)] { [("all", all), ("seen", seen), ("unseen", unseen)] }
}

extension Parts: Sendable where Value: Sendable {}
extension Parts: Equatable where Value: Equatable {}
extension Parts: Encodable where Value: Encodable {}

extension Double {
  /// The number as it stands in reports: six digits behind the point, so that the last bits of a sum change nothing.
  var reported: Double { isFinite && magnitude < 1e9 ? (self * 1e6).rounded() / 1e6 : self }
}
