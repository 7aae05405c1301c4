package import ArabicText

/// The words of a lexicon and the forms they stand in, as `FORMAT.md`, *Words*, lays them out.
///
/// Words that fold to the same symbols share a *key*; keys lie in a trie and are numbered from the most frequent down.
package struct Vocabulary: Sendable {
  private let nodes: TrieView
  private let keys: SectionView<UInt32>
  private let words: SectionView<UInt32>
  let letters: SectionView<UInt16>
  private let formPlaces: SectionView<UInt32>
  let formWords: SectionView<UInt8>
  private let keyForms: SectionView<UInt8>

  init(_ sections: LexiconSections) {
    nodes = TrieView(sections)
    keys = SectionView(sections, .keys)
    words = SectionView(sections, .words)
    letters = SectionView(sections, .wordLetters)
    formPlaces = SectionView(sections, .forms)
    formWords = SectionView(sections, .formWords)
    keyForms = SectionView(sections, .keyForms)
  }

  package var keyCount: Int { keys.count / 2 }
  package var wordCount: Int { words.count / 2 }
  package var formCount: Int { formPlaces.count / 2 }
}

// The trie.
extension Vocabulary {
  /// The node below which the words of a script lie, or 0 when there are none.
  func root(_ script: PairSymbols.Script) -> UInt32 { child(of: 0, UInt8(script.rawValue + 1)) ?? 0 }

  /// The symbols that lead on from a node, as bits.
  @inline(__always) func children(of node: UInt32) -> UInt64 { nodes.symbols(node) }

  /// The symbols that stand anywhere below a node, as `Layout.symbolBit` has them.
  @inline(__always) func below(_ node: UInt32) -> UInt32 { nodes.below(node) }

  /// Asks for the nodes that a node leads to.
  @inline(__always) func prefetchChildren(of node: UInt32) { nodes.prefetchChildren(node) }

  /// The node that a symbol leads to.
  @inline(__always) func child(of node: UInt32, _ symbol: UInt8) -> UInt32? {
    let mask = nodes.symbols(node)
    let bit = UInt64(1) &<< UInt64(symbol & 63)
    guard mask & bit != 0 else { return nil }
    let child = nodes.firstChild(node) &+ UInt32(truncatingIfNeeded: (mask & (bit &- 1)).nonzeroBitCount)
    // A damaged file may lead back: children lie behind their parents.
    return child > node ? child : nil
  }

  /// The key that ends at a node.
  @inline(__always) func key(at node: UInt32) -> UInt32? {
    let key = nodes.key(node)
    return key == Layout.none ? nil : key
  }

  /// Calls `body` with each node that a node leads to, in the order of their symbols.
  @inline(__always) func forEachChild(of node: UInt32, _ body: (UInt32) -> Void) {
    var symbols = children(of: node)
    while symbols != 0 {
      if let child = child(of: node, UInt8(symbols.trailingZeroBitCount)) { body(child) }
      symbols &= symbols - 1
    }
  }

  /// The node that symbols lead to; nil when no word has them there.
  func node(_ symbols: some Sequence<UInt8>, below root: UInt32) -> UInt32? {
    var node = root
    for symbol in symbols {
      guard let next = child(of: node, symbol) else { return nil }
      node = next
    }
    return node
  }

  /// The key with these symbols.
  package func key(_ symbols: some Sequence<UInt8>, _ script: PairSymbols.Script) -> UInt32? {
    let root = root(script)
    return root == 0 ? nil : node(symbols, below: root).flatMap { key(at: $0) }
  }
}

// Keys, words and forms.
extension Vocabulary {
  /// How many forms have a word of a key.
  @inline(__always) package func formCount(ofKey key: UInt32) -> Int {
    guard Int(key) < keyCount else { return 0 }
    var place = Int(keys[Int(key) &* 2 &+ 1])
    return Int(keyForms.shortNumber(at: &place))
  }

  /// The words of a key.
  package func words(ofKey key: UInt32) -> Range<UInt32> {
    let first = keys[Int(key) * 2]
    let next = Int(key) + 1 < keyCount ? keys[Int(key) * 2 + 2] : UInt32(wordCount)
    var end = max(first, min(next, UInt32(wordCount)))
    // Words without a key stand behind those of the last.
    while end > first, self.key(ofWord: end - 1) != key { end -= 1 }
    return first..<end
  }

  /// The key of a word.
  @inline(__always) package func key(ofWord word: UInt32) -> UInt32 { words[Int(word) &* 2 &+ 1] }

  /// Appends the letters of a word.
  func appendLetters(ofWord word: UInt32, to target: inout [UInt16]) {
    for place in letterPlaces(ofWord: word) { target.append(letters[place]) }
  }

  /// Appends the letters of a form, words with one space between and commas as words.
  package func appendLetters(ofForm form: Int, to target: inout [UInt16]) {
    forEachWord(ofForm: form) { word in
      if !target.isEmpty { target.append(0x20) }
      if let word { appendLetters(ofWord: word, to: &target) } else { target.append(0x2C) }
    }
  }

  /// What `appendLetters` gives, as a string; nil where a letter alone is no text.
  func text(ofForm form: Int) -> String? {
    var count = 0
    var isText = true
    forEachLetter(ofForm: form) { letter in
      count += Self.size(letter)
      if letter & 0xF800 == 0xD800 { isText = false }
    }
    guard isText else { return nil }
    return unsafe String(unsafeUninitializedCapacity: count) { bytes in
      var place = 0
      func put(_ byte: UInt16) {
        unsafe bytes[place] = UInt8(truncatingIfNeeded: byte)
        place += 1
      }
      forEachLetter(ofForm: form) { letter in
        // Somebody may write into the mapped file meanwhile.
        guard place + Self.size(letter) <= count else { return }
        switch Self.size(letter) {
        case 1: put(letter)
        case 2:
          put(0xC0 | letter >> 6)
          put(0x80 | letter & 0x3F)
        default:
          put(0xE0 | letter >> 12)
          put(0x80 | letter >> 6 & 0x3F)
          put(0x80 | letter & 0x3F)
        }
      }
      return place
    }
  }

  /// The bytes of a letter in UTF-8.
  private static func size(_ letter: UInt16) -> Int { letter < 0x80 ? 1 : letter < 0x800 ? 2 : 3 }

  /// Calls `body` with each letter of a form, in the order of `appendLetters`.
  @inline(__always) private func forEachLetter(ofForm form: Int, _ body: (UInt16) -> Void) {
    var isFirst = true
    forEachWord(ofForm: form) { word in
      if !isFirst { body(0x20) }
      guard let word else {
        body(0x2C)
        isFirst = false
        return
      }
      for place in letterPlaces(ofWord: word) {
        body(letters[place])
        isFirst = false
      }
    }
  }

  /// Whether a word of a form, or its first, begins with an Arabic letter.
  func hasArabicWord(ofForm form: Int, first: Bool = false) -> Bool {
    let range = wordPlaces(ofForm: form)
    var place = range.lowerBound
    while place < range.upperBound {
      let number = formWords.shortNumber(at: &place)
      guard number != ShortNumber.comma, let letter = letterPlaces(ofWord: number &- 1).first else {
        continue
      }
      if letters[letter] >= 0x600 && letters[letter] < 0x780 { return true }
      if first { return false }
    }
    return false
  }

  /// Where the letters of a word lie.
  @inline(__always) func letterPlaces(ofWord word: UInt32) -> Range<Int> {
    let start = Int(words[Int(word) &* 2])
    let end = Int(word) + 1 < wordCount ? Int(words[Int(word) &* 2 &+ 2]) : letters.count
    return start..<max(start, min(end, letters.count))
  }

  /// Calls `body` with each word of a form, nil for a comma.
  @inline(__always) package func forEachWord(ofForm form: Int, _ body: (UInt32?) -> Void) {
    forEachWord(at: wordPlaces(ofForm: form), body)
  }

  /// Where the words of a form lie, for `forEachWord(at:)`.
  @inline(__always) func wordPlaces(ofForm form: Int) -> Range<Int> {
    guard form < formCount else { return 0..<0 }
    let start = Int(formPlaces[form &* 2])
    let end = form + 1 < formCount ? Int(formPlaces[form &* 2 &+ 2]) : formWords.count
    return start..<max(start, min(end, formWords.count))
  }

  /// Asks for what says where the words of a form lie.
  @inline(__always) func prefetch(form: UInt32) { formPlaces.prefetch(Int(form) &* 2) }

  /// Asks for the words of a form.
  @inline(__always) func prefetchWords(at range: Range<Int>) { formWords.prefetch(range.lowerBound) }

  /// Asks for the key of a word.
  @inline(__always) func prefetch(word: UInt32) { words.prefetch(Int(word) &* 2 &+ 1) }

  @inline(__always) func forEachWord(at range: Range<Int>, _ body: (UInt32?) -> Void) {
    var place = range.lowerBound
    while place < range.upperBound {
      let number = formWords.shortNumber(at: &place)
      body(number == ShortNumber.comma ? nil : number &- 1)
    }
  }

  /// Calls `body` with each form that has a word of a key, ascending, until it returns false.
  ///
  /// Forms of fewer words come first.
  @inline(__always) package func forEachForm(ofKey key: UInt32, _ body: (UInt32) -> Bool) {
    guard Int(key) < keyCount else { return }
    var place = Int(keys[Int(key) &* 2 &+ 1])
    var form: UInt32 = 0
    for _ in 0..<keyForms.shortNumber(at: &place) {
      guard place < keyForms.count else { return }
      form = form &+ keyForms.shortNumber(at: &place)
      guard Int(form) < formCount, body(form) else { return }
    }
  }
}

/// A place in the forms of a key.
struct FormCursor {
  /// The form; nil behind the last.
  fileprivate(set) var form: UInt32?
  fileprivate var left: UInt32
  fileprivate var place: Int
}

extension Vocabulary {
  /// The first of the forms that have a word of a key.
  func cursor(ofKey key: UInt32) -> FormCursor {
    var place = Int(keys[Int(key) &* 2 &+ 1])
    let count = keyForms.shortNumber(at: &place)
    var cursor = FormCursor(form: 0, left: count, place: place)
    advance(&cursor)
    return cursor
  }

  /// Moves to the next form, which has as many words or more.
  func advance(_ cursor: inout FormCursor) {
    guard cursor.left > 0, cursor.place < keyForms.count, let last = cursor.form else {
      cursor.form = nil
      return
    }
    cursor.left -= 1
    let form = last &+ keyForms.shortNumber(at: &cursor.place)
    cursor.form = Int(form) < formCount ? form : nil
  }

  /// How many forms have at most so many words; they are the first.
  ///
  /// - Complexity: O(log *n*) in the forms.
  func formCount(ofWords most: Int) -> Int {
    var (low, high) = (0, formCount)
    while low < high {
      let middle = low + (high - low) / 2
      var count = 0
      forEachWord(ofForm: middle) { if $0 != nil { count += 1 } }
      if count <= most { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
