/// The letters of many forms, read together.
///
/// A lexicon is far larger than the caches of a processor, so reading a form waits for memory four times, each time for what the time
/// before said. The forms are read step by step, so that all of them wait at the same time.
struct FormLetters {
  /// The letters of all forms, as `Vocabulary.appendLetters` gives them.
  private(set) var letters: [UInt16] = []
  /// Where those of each form end.
  private var ends: [Int] = []
  private var places: [Range<Int>] = []
  private var words: [Range<Int>?] = []
  private var wordEnds: [Int] = []
  private var numbers: [UInt32?] = []
  /// What was read only to have it near.
  private var touched: UInt64 = 0

  /// Reads forms.
  mutating func load(_ forms: ArraySlice<CandidateFinder.Candidate>, _ vocabulary: Vocabulary) {
    places.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
    wordEnds.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    for form in forms { places.append(vocabulary.wordPlaces(ofForm: form.form)) }
    for range in places { touched &+= UInt64(vocabulary.formWords[range.lowerBound]) }
    for range in places {
      vocabulary.forEachWord(at: range) { numbers.append($0) }
      wordEnds.append(numbers.count)
    }
    for number in numbers { words.append(number.map { vocabulary.letterPlaces(ofWord: $0) }) }
    for range in words { touched &+= UInt64(vocabulary.letters[range?.lowerBound ?? 0]) }
    copy(vocabulary)
  }

  private mutating func copy(_ vocabulary: Vocabulary) {
    letters.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    var word = 0
    for end in wordEnds {
      let start = letters.count
      while word < end {
        if letters.count > start { letters.append(0x20) }
        if let range = words[word] {
          for place in range { letters.append(vocabulary.letters[place]) }
        } else {
          letters.append(0x2C)
        }
        word += 1
      }
      ends.append(letters.count)
    }
  }

  /// Which of `letters` are those of a form, by its place among those read.
  func range(at place: Int) -> Range<Int> { (place == 0 ? 0 : ends[place - 1])..<ends[place] }
}
