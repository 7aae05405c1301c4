internal import NameSearch

/// What entities share: their kind, countries and dates, each combination once.
struct EntityDetails {
  /// Three words for each combination, as `FORMAT.md` says.
  private(set) var words: [UInt64] = []
  private var numbers: [[String]: UInt32] = [:]
  /// Those of entities of which nothing but the kind is known.
  private var plain: [UInt16: UInt32] = [:]

  /// The number of a combination; a new one gets the next, and its texts go into `pool`.
  mutating func number(kind: UInt16, countries: [String], dates: [String], in pool: inout TextPool) -> UInt32
  {
    let isPlain = countries.isEmpty && dates.isEmpty
    if isPlain, let number = plain[kind] { return number }
    let texts = [countries.joined(separator: ";"), dates.joined(separator: ";")]
    let key = texts + ["\(kind)"]
    if let number = numbers[key] { return number }
    let number = UInt32(words.count / 3)
    numbers[key] = number
    if isPlain { plain[kind] = number }
    words += texts.map { pool.share($0).rawValue } + [UInt64(kind)]
    return number
  }
}
