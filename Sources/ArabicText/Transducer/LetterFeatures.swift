/// The features from which chunks are chosen: hashes of the letters around a letter, of the chunks before it, and of
/// the words beside its word.
package enum LetterFeatures {
  /// What is known of a word's place in its name.
  package struct Context: Sendable {
    var previous: UInt64
    var next: UInt64
    /// The first letters of the next word; the article makes a construct.
    var nextStart: UInt64
    /// Where the word stands between commas, and in an inverted heading ("Bustānī, Buṭrus").
    var position: UInt64
    /// Whether the name has letters that Arabic does not use: 1, else 2.
    var isForeign: UInt64
    /// The name's first word, which says what kind of name it is: of a publisher, of a work, of a person.
    var first: UInt64
  }

  /// How features are left out in turn while training, so that each kind learns to do without the others.
  package enum Group: UInt8, Sendable {
    case letters, word, wordInContext, neighbour
  }

  /// The most features of one letter.
  package static let limit = 48

  /// The widest, from the sixteenth on, are left out in turn like those of neighbours.
  private static let windows: [(low: Int, high: Int)] = [
    (0, 0), (-1, 0), (0, 1), (-1, 1), (-2, 0), (0, 2), (-2, 1), (-1, 2), (-2, 2), (-3, 1), (-1, 3), (0, 3),
    (-3, 0), (0, 4), (-4, 0), (-3, 3), (-4, 2), (-2, 4),
  ]

  /// The groups of the features that `write` writes, in its order; a word without a context has the first ones.
  package static let groups: [Group] =
    windows.indices.map { $0 < 15 ? .letters : .neighbour } + [
      .word, .letters, .word, .letters, .letters, .letters, .word,
      .wordInContext, .wordInContext, .letters, .letters, .neighbour, .neighbour, .letters, .letters, .word,
      .wordInContext, .letters,
    ]

  @inline(__always) private static func mix(_ value: UInt64) -> UInt32 {
    let mixed = (value ^ (value >> 29)) &* 0xBF58_476D_1CE4_E5B9
    return UInt32(truncatingIfNeeded: (mixed ^ (mixed >> 32)))
  }

  @inline(__always) private static func at(_ word: Span<UInt16>, _ place: Int) -> UInt64 {
    if place < 0 { return place == -1 ? 1 : 2 }
    if place >= word.count { return place == word.count ? 1 : 2 }
    return UInt64(word[place])
  }

  private static let (alef, lam): (UInt16, UInt16) = (0x627, 0x644)

  /// Where the word begins behind its article and the prefix before that; 0 where it has none.
  private static func stemStart(_ word: Span<UInt16>) -> Int {
    guard word.count > 3 else { return 0 }
    let (first, second, third) = (word[0], word[1], word[2])
    if second == lam, first == alef || first == lam { return 2 }
    guard word.count > 4, third == lam else { return 0 }
    switch first {
    case 0x648, 0x641: return second == alef || second == lam ? 3 : 0  // waw, feh
    case 0x628, 0x643: return second == alef ? 3 : 0  // beh, kaf
    default: return 0
    }
  }

  /// Writes the hashes of a letter's features, without those of the chunks before.
  ///
  /// A word without a context is taken for one of a name in Arabic letters, of which nothing else is known.
  ///
  /// - Returns: how many were written.
  package static func write(
    _ word: Span<UInt16>, at place: Int, in context: Context?, into hashes: UnsafeMutablePointer<UInt32>
  ) -> Int {
    var count = 0
    let letter = at(word, place)
    @inline(__always) func add(_ kind: Int, _ value: UInt64) {
      unsafe hashes[count] = mix(
        value &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(kind) &* 0x632B_E59B_D9B4_E019 &+ letter)
      count += 1
    }
    for (kind, window) in windows.enumerated() {
      var hash: UInt64 = 0
      for other in window.low...window.high { hash = hash &* 1_000_003 &+ at(word, place + other) &+ 7 }
      add(kind, hash)
    }
    let fromEnd = UInt64(word.count - place)
    let start = stemStart(word)
    var (hash, stem): (UInt64, UInt64) = (0, 0)
    for other in 0..<word.count {
      hash = hash &* 1_000_003 &+ at(word, other)
      if other >= start { stem = stem &* 1_000_003 &+ at(word, other) }
    }
    hash = hash &* 31 &+ UInt64(place)
    let placeInStem = UInt64(place - start + 8)
    add(20, hash)
    add(26, UInt64(place) &* 64 &+ UInt64(word.count))
    add(57, stem &* 31 &+ placeInStem)
    add(58, placeInStem &* 64 &+ UInt64(start))
    let beside = at(word, place + 1) &* 1_000_003 &+ at(word, place - 1)
    let isForeign = context?.isForeign ?? 2
    add(30, isForeign &* 1_000_003 &+ beside)
    add(31, isForeign &* 31 &+ fromEnd)
    add(34, hash &* 31 &+ isForeign)
    guard let context else { return count }
    add(21, hash &* 7 &+ context.next)
    add(22, hash &* 11 &+ context.previous)
    add(23, context.nextStart &* 31 &+ fromEnd)
    add(24, context.nextStart &* 1_000_003 &+ beside)
    add(25, context.previous &* 31 &+ UInt64(place))
    add(27, context.next &* 31 &+ fromEnd)
    add(28, context.position &* 31 &+ UInt64(place))
    add(29, context.position &* 1_000_003 &+ beside)
    add(33, hash &* 31 &+ context.position)
    add(51, hash &* 31 &+ context.first)
    add(38, context.nextStart &* 31 &+ context.position &+ fromEnd &* 1000)
    return count
  }

  /// The number of features that `writeHistory` writes.
  package static let historyCount = 7

  /// Writes the hashes of the features of the chunks before a letter, the latest first; 0 where there is none.
  @inline(__always) package static func writeHistory(
    _ word: Span<UInt16>, at place: Int, _ first: UInt16, _ second: UInt16, _ third: UInt16,
    into hashes: UnsafeMutablePointer<UInt32>
  ) {
    let letter = at(word, place)
    let (next, afterNext) = (at(word, place + 1), at(word, place + 2))
    let one = UInt64(first) &+ 1
    let two = one &* 4099 &+ UInt64(second) &+ 1
    let three = two &* 4099 &+ UInt64(third) &+ 1
    @inline(__always) func put(_ place: Int, _ value: UInt64) {
      unsafe hashes[place] = mix(
        value &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(place + 40) &* 0x632B_E59B_D9B4_E019 &+ letter)
    }
    put(0, one)
    put(1, two)
    put(2, one &* 1_000_003 &+ next)
    put(3, two &* 1_000_003 &+ next)
    put(4, three)
    put(5, two &* 1_000_003 &+ next &* 4099 &+ afterNext)
    put(6, three &* 1_000_003 &+ next &* 4099 &+ afterNext)
  }
}
