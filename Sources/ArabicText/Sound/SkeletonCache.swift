/// The skeletons of words that came before: in a list of names the same words come again and again.
///
/// What it answers is what was made for the same letters, so it changes no key. It belongs to one thread.
package final class SkeletonCache {
  private struct Entry {
    let letters: ArraySlice<UInt16>
    let skeletons: [[UInt8]]
  }

  private var entries: [UInt64: Entry] = [:]
  /// A bound keeps memory flat for lists of rare words.
  private static let capacity = 1 << 18

  package init() {}

  /// The skeletons of a word, made by `make` when its letters did not come before.
  func skeletons(of word: ArraySlice<UInt16>, make: () -> [[UInt8]]) -> [[UInt8]] {
    var hash = KeyHash()
    for letter in word { hash.combine(letter) }
    if let entry = entries[hash.value], entry.letters == word { return entry.skeletons }
    let skeletons = make()
    if entries.count >= Self.capacity { entries.removeAll(keepingCapacity: true) }
    // A copy, since a slice would keep the whole name.
    entries[hash.value] = Entry(letters: Array(word)[...], skeletons: skeletons)
    return skeletons
  }
}
