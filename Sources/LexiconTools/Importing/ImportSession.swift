internal import Synchronization

/// What the importers of one lexicon tell each other: a list of places and a list of their other names are two files.
package final class ImportSession: Sendable {
  private let numbers = Mutex<[ImportedList: NumberSet]>([:])

  package init() {}

  /// Says that a list has the entity with this number.
  func note(_ number: Int, in list: ImportedList) {
    numbers.withLock { $0[list, default: NumberSet()].insert(number) }
  }

  /// The numbers of a list, or nil when the list was not read.
  func numbers(of list: ImportedList) -> NumberSet? { numbers.withLock { $0[list] } }
}

/// Lists to which other files refer.
enum ImportedList: Sendable {
  case geoNamesPlaces
}

/// A set of numbers from 0 to half a billion, a bit each.
struct NumberSet {
  private var words: [UInt64] = []
  private static let largest = 1 << 29

  mutating func insert(_ number: Int) {
    guard (0..<Self.largest).contains(number) else { return }
    while words.count <= number >> 6 {
      words.append(contentsOf: repeatElement(0, count: max(1024, words.count)))
    }
    words[number >> 6] |= 1 << UInt64(number & 63)
  }

  func contains(_ number: Int) -> Bool {
    number >= 0 && number >> 6 < words.count && words[number >> 6] >> UInt64(number & 63) & 1 == 1
  }
}
