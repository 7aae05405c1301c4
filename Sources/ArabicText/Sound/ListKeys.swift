/// Makes the keys of names whose words are numbered, for lists, in which the same words come again and again.
///
/// What a word adds to the keys of its names is made once and kept as bytes. The keys are those that `SkeletonBuilder` and
/// `NameText.foldedHash` make of the same names. It belongs to one thread.
package struct ListKeys {
  private let limit: Int
  private var letters: [UInt16] = []
  private var wordStarts: [UInt32] = [0]
  private var entries: [Entry?] = []
  private var folded: [UInt16] = []
  /// The letter classes of all alternatives, and where each alternative lies in them.
  private var classes: [UInt8] = []
  private var alternatives: [Range<Int>] = []
  /// Used again for each name.
  private var chosen: [Range<Int>] = []
  private var found: [UInt64] = []

  /// What is known of a word.
  private struct Entry {
    let folded: Range<Int>
    /// The alternatives of the word at the end of a name, before other words, and before one whose article it ends with.
    let last: Range<Int>
    let inner: Range<Int>
    let withArticle: Range<Int>
    /// The first letter, also folded, and the last one where an article may end with it; else 0.
    let first: UInt16
    let firstFolded: UInt16
    let articleEnd: UInt16
    let isArticle: Bool
    /// What the next word must begin with for this to be an article; 0 for anything.
    let condition: UInt16
    let isTitle: Bool
  }

  /// Longer names, and those with a comma or a leading title, are read as a whole.
  private static let longest = 32
  /// A bound for what is kept of words, so that memory stays flat for lists of rare ones.
  private static let capacity = 1 << 26

  /// - Parameter limit: the most skeleton keys of one name; less likely readings are left out first.
  package init(limit: Int) { self.limit = limit }

  /// Takes the letters of the next word.
  package mutating func addWord(_ word: ArraySlice<UInt16>) {
    letters.append(contentsOf: word)
    wordStarts.append(UInt32(letters.count))
    entries.append(nil)
  }

  /// Forgets what words add, since more is known of some.
  package mutating func forget() {
    for place in entries.indices { entries[place] = nil }
    folded.removeAll(keepingCapacity: true)
    classes.removeAll(keepingCapacity: true)
    alternatives.removeAll(keepingCapacity: true)
  }

  /// Hands on the keys of a name.
  ///
  /// - Parameters:
  ///   - words: its words as *number + 1*, 0 for a comma.
  ///   - known: skeletons that are added for whole words; the same for the same word until `forget`.
  ///   - exact: called with the hash of each reading's folded form.
  ///   - skeleton: called with each skeleton key of a reading, once.
  package mutating func forEachKey(
    of words: ArraySlice<UInt32>, known: SkeletonBuilder.KnownSkeletons, exact: (UInt64) -> Void,
    skeleton: (UInt64) -> Void
  ) {
    guard let first = words.first else { return }
    if classes.count > Self.capacity { forget() }
    if words.count > Self.longest || words.contains(0)
      || words.count > 1 && entry(Int(first) - 1, known).isTitle
    {
      let name = NameText(letters: letters(of: words))
      for reading in [name, name.uninverted].compactMap({ $0 }) {
        exact(reading.foldedHash())
        for key in SkeletonBuilder().keys(of: reading, limit: limit, known: known) { skeleton(key) }
      }
      return
    }
    exact(choose(words, known))
    limitChosen()
    found.removeAll(keepingCapacity: true)
    combine(from: 0, KeyHash(), last: 0)
    for key in found { skeleton(key) }
  }

  private func letters(of words: ArraySlice<UInt32>) -> [UInt16] {
    var result: [UInt16] = []
    for word in words {
      if !result.isEmpty { result.append(.space) }
      if word == 0 { result.append(.comma) } else { result += self.letters(ofWord: Int(word) - 1) }
    }
    return result
  }

  private func letters(ofWord word: Int) -> ArraySlice<UInt16> {
    letters[Int(wordStarts[word])..<Int(wordStarts[word + 1])]
  }

  /// Chooses the alternatives of each word that counts, and returns the hash of the folded form.
  private mutating func choose(_ words: ArraySlice<UInt32>, _ known: SkeletonBuilder.KnownSkeletons) -> UInt64
  {
    chosen.removeAll(keepingCapacity: true)
    var hash = KeyHash()
    for place in words.indices {
      let word = entry(Int(words[place]) - 1, known)
      if place > words.startIndex { hash.combine(.space) }
      for unit in word.folded { hash.combine(folded[unit]) }
      guard place + 1 < words.endIndex else {
        chosen.append(word.last)
        break
      }
      let next = entry(Int(words[place + 1]) - 1, known)
      if word.isArticle, word.condition == 0 || word.condition == next.firstFolded { continue }
      let endsWithArticle = word.articleEnd != 0 && (word.articleEnd == 0x6C || word.articleEnd == next.first)
      chosen.append(endsWithArticle ? word.withArticle : word.inner)
    }
    return hash.value
  }

  /// Drops the least likely alternatives until their product is within the limit, as `SkeletonBuilder` does.
  private mutating func limitChosen() {
    var most = chosen.reduce(0) { max($0, $1.count) }
    while most > 1 {
      var product = chosen.reduce(1) { min($0 * $1.count, 1 << 40) }
      guard product > limit else { return }
      most -= 1
      let isSaturated = product == 1 << 40
      for place in chosen.indices.reversed() where chosen[place].count > most {
        guard product > limit else { return }
        chosen[place] = chosen[place].prefix(most)
        if !isSaturated { product = product / (most + 1) * most }
      }
    }
  }

  /// Finds the keys of all choices, from a word on.
  private mutating func combine(from place: Int, _ start: KeyHash, last: UInt8) {
    guard place < chosen.count else {
      if last != 0, !found.contains(start.value) { found.append(start.value) }
      return
    }
    for alternative in chosen[place] {
      var (hash, last) = (start, last)
      for letter in alternatives[alternative] {
        let letterClass = classes[letter]
        // Equal neighbours are one, but digits.
        if letterClass != last || UInt16(letterClass).isDigit {
          hash.combine(UInt16(letterClass))
          last = letterClass
        }
      }
      combine(from: place + 1, hash, last: last)
    }
  }

  private mutating func entry(_ word: Int, _ known: SkeletonBuilder.KnownSkeletons) -> Entry {
    if let entry = entries[word] { return entry }
    let entry = makeEntry(Array(letters(ofWord: word)), known)
    entries[word] = entry
    return entry
  }

  private mutating func makeEntry(_ letters: [UInt16], _ known: SkeletonBuilder.KnownSkeletons) -> Entry {
    let name = NameText(letters: letters)
    let word = name.words[0]
    let foldedStart = folded.count
    for letter in letters { folded.append(contentsOf: FoldedLetters(letter)) }
    let knownSkeletons = known(word.foldedHash)
    let plain = SkeletonBuilder.read(word.range, in: letters)
    let last = add(plain, knownSkeletons)
    var (inner, withArticle) = (last, last)
    var articleEnd: UInt16 = 0
    if let particle = word.particle, particle.kind == .servant {
      inner = add(SkeletonBuilder.read(particle.base.indices, in: particle.base), knownSkeletons)
    } else if let end = name.articleEnd(ofWord: 0) {
      articleEnd = end
      withArticle = add(plain + plain.map { Array($0.dropLast()) }, knownSkeletons)
    }
    return Entry(
      folded: foldedStart..<folded.count, last: last, inner: inner, withArticle: withArticle,
      first: letters[0], firstFolded: FoldedLetters(letters[0]).first { _ in true } ?? 0,
      articleEnd: articleEnd, isArticle: word.particle?.kind == .article,
      condition: word.particle?.condition ?? 0, isTitle: word.isTitle || name.isTitleWithArticle(0))
  }

  /// Keeps alternatives, and those of known words that are not among them.
  private mutating func add(_ skeletons: [[UInt8]], _ known: [[UInt8]]) -> Range<Int> {
    let start = alternatives.count
    var all = skeletons
    for skeleton in known where !all.contains(skeleton) { all.append(skeleton) }
    for skeleton in all {
      alternatives.append(classes.count..<classes.count + skeleton.count)
      classes += skeleton
    }
    return start..<alternatives.count
  }
}
