internal import ArabicText

/// The keys of the words of many forms, read together.
///
/// A lexicon is far larger than the caches of a processor, so reading a form waits for memory three times, each time for what the time
/// before said. The forms are read step by step, each asking for what the next one reads, so that all of them wait at the same time.
struct LookedForms {
  /// The forms, in the order given.
  private(set) var forms: [UInt32] = []
  private var places: [Range<Int>] = []
  /// The keys of the words of all forms.
  private(set) var keys: [UInt32] = []
  /// Where those of each form end.
  private var ends: [Int] = []

  /// Reads forms, of those that are wanted the first `most`.
  mutating func load(
    _ wanted: [UInt32], _ most: Int, _ vocabulary: Vocabulary, _ isWanted: ((UInt32) -> Bool)?
  ) {
    forms.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    for form in wanted where isWanted?(form) ?? true {
      guard forms.count < most else { break }
      vocabulary.prefetch(form: form)
      forms.append(form)
    }
    for form in forms {
      let range = vocabulary.wordPlaces(ofForm: Int(form))
      vocabulary.prefetchWords(at: range)
      places.append(range)
    }
    for range in places {
      vocabulary.forEachWord(at: range) { word in
        guard let word else { return }
        vocabulary.prefetch(word: word)
        keys.append(word)
      }
      ends.append(keys.count)
    }
    for place in keys.indices { keys[place] = vocabulary.key(ofWord: keys[place]) }
  }

  /// Which of `keys` are those of a form, by its place in `forms`; commas have none.
  func keys(at place: Int) -> Range<Int> { (place == 0 ? 0 : ends[place - 1])..<ends[place] }
}
