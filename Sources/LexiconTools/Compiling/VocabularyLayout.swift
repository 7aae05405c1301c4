internal import ArabicText
internal import NameSearch

/// Lays words and forms out as `FORMAT.md`, *Words*, says.
///
/// Keys are numbered by the forms that have them, the most frequent first, so that their numbers are short where they
/// are many. Forms are numbered by how many words they have, so that a list of forms that is cut keeps the short ones.
struct VocabularyLayout {
  /// The new number of each form.
  let formNumbers: [UInt32]
  private let table: FormTable
  /// The symbols of each key in the order of the trie: a script, then those of a folded word.
  private var symbols: [UInt8] = []
  private var symbolStarts: [UInt32] = [0]
  /// For each key in the order of the trie, its number.
  private var keyNumbers: [UInt32] = []
  /// For each word as it came, its key in the order of the trie, then its key's number.
  private var wordKeys: [UInt32] = []
  /// For each key number, the forms.
  private var formCounts: [UInt32] = []
  /// For each word as it came, its new number.
  private var wordNumbers: [UInt32] = []

  /// - Parameters:
  ///   - table: the words and forms.
  ///   - formNumbers: the new number of each form.
  init(_ table: FormTable, formNumbers: [UInt32]) {
    self.table = table
    self.formNumbers = formNumbers
    orderKeys()
    numberKeys()
    orderWords()
  }

  private var keyCount: Int { symbolStarts.count - 1 }

  private func key(_ key: Int) -> ArraySlice<UInt8> {
    symbols[Int(symbolStarts[key])..<Int(symbolStarts[key + 1])]
  }

  /// The new numbers of forms, which follow from nothing but how many words they have.
  static func formNumbers(_ table: FormTable) -> [UInt32] {
    let counts = (0..<table.formCount).map { table.words(ofForm: $0).count { $0 != ShortNumber.comma } }
    var starts = [Int](repeating: 0, count: (counts.max() ?? 0) + 2)
    for count in counts { starts[count + 1] += 1 }
    for place in 1..<starts.count { starts[place] += starts[place - 1] }
    return counts.map { count in
      defer { starts[count] += 1 }
      return UInt32(starts[count])
    }
  }

  /// Finds the keys of the words and sorts them.
  private mutating func orderKeys() {
    var texts: [UInt8] = []
    var starts: [Int] = [0]
    for word in 0..<table.wordCount {
      let place = texts.count
      texts.append(0)
      let script = WordKey.append(table.letters(ofWord: word), to: &texts)
      texts[place] = UInt8(script.rawValue + 1)
      starts.append(texts.count)
    }
    func text(_ word: Int) -> ArraySlice<UInt8> { texts[starts[word]..<starts[word + 1]] }
    let order = (0..<table.wordCount).map { ($0, Self.prefix(text($0))) }.sorted { left, right in
      left.1 == right.1 ? text(left.0).lexicographicallyPrecedes(text(right.0)) : left.1 < right.1
    }
    wordKeys = [UInt32](repeating: Layout.none, count: table.wordCount)
    for (word, _) in order where text(word).count > 1 {
      if keyCount == 0 || key(keyCount - 1) != text(word) {
        symbols.append(contentsOf: text(word))
        symbolStarts.append(UInt32(symbols.count))
      }
      wordKeys[word] = UInt32(keyCount - 1)
    }
  }

  /// The first eight symbols as a number in their order.
  private static func prefix(_ text: ArraySlice<UInt8>) -> UInt64 {
    var prefix: UInt64 = 0
    for place in 0..<8 {
      prefix = prefix << 8 | (place < text.count ? UInt64(text[text.startIndex + place]) : 0)
    }
    return prefix
  }

  private mutating func numberKeys() {
    var counts = [UInt32](repeating: 0, count: keyCount)
    forEachKey { key, _ in counts[Int(key)] += 1 }
    let order = counts.indices.sorted { counts[$0] == counts[$1] ? $0 < $1 : counts[$0] > counts[$1] }
    keyNumbers = [UInt32](repeating: 0, count: keyCount)
    for (number, key) in order.enumerated() { keyNumbers[key] = UInt32(number) }
    formCounts = order.map { counts[$0] }
    for word in wordKeys.indices where wordKeys[word] != Layout.none {
      wordKeys[word] = keyNumbers[Int(wordKeys[word])]
    }
  }

  /// Calls `body` with each key of each form, in the order of the new numbers, each once in a form.
  private func forEachKey(_ body: (_ key: UInt32, _ form: UInt32) -> Void) {
    var byNumber = [UInt32](repeating: 0, count: formNumbers.count)
    for (form, number) in formNumbers.enumerated() { byNumber[Int(number)] = UInt32(form) }
    var seen: [UInt32] = []
    for (number, form) in byNumber.enumerated() {
      seen.removeAll(keepingCapacity: true)
      for word in table.words(ofForm: Int(form)) where word != ShortNumber.comma {
        let key = wordKeys[Int(word) - 1]
        if key != Layout.none, !seen.contains(key) {
          seen.append(key)
          body(key, UInt32(number))
        }
      }
    }
  }

  /// Numbers the words by their keys; words without a key come last.
  private mutating func orderWords() {
    let order = wordKeys.indices.sorted { left, right in
      wordKeys[left] == wordKeys[right]
        ? table.letters(ofWord: left).lexicographicallyPrecedes(table.letters(ofWord: right))
        : wordKeys[left] < wordKeys[right]
    }
    wordNumbers = [UInt32](repeating: 0, count: order.count)
    for (number, word) in order.enumerated() { wordNumbers[word] = UInt32(number) }
  }
}

// The sections.
extension VocabularyLayout {
  /// Adds the sections of words, keys and the trie, and the words of the forms.
  ///
  /// - Returns: for each form, where its words begin.
  func add(to image: inout LexiconImage) -> [UInt32] {
    addWords(to: &image)
    addKeys(to: &image)
    let trie = TrieLayout(count: keyCount, key: key, number: { keyNumbers[$0] })
    image.add(.trie, trie.words)
    var byNumber = [UInt32](repeating: 0, count: formNumbers.count)
    for (form, number) in formNumbers.enumerated() { byNumber[Int(number)] = UInt32(form) }
    var bytes: [UInt8] = []
    let starts = byNumber.map { form in
      let start = UInt32(bytes.count)
      for word in table.words(ofForm: Int(form)) {
        ShortNumber.append(word == ShortNumber.comma ? word : wordNumbers[Int(word) - 1] + 1, to: &bytes)
      }
      return start
    }
    image.add(.formWords, bytes)
    return starts
  }

  private func addWords(to image: inout LexiconImage) {
    var byNumber = [Int](repeating: 0, count: wordNumbers.count)
    for (word, number) in wordNumbers.enumerated() { byNumber[Int(number)] = word }
    var letters: [UInt16] = []
    image.add(
      .words,
      byNumber.map { word in
        let start = letters.count
        letters.append(contentsOf: table.letters(ofWord: word))
        return UInt64(start) | UInt64(wordKeys[word]) << 32
      })
    image.add(.wordLetters, letters)
  }

  private func addKeys(to image: inout LexiconImage) {
    var firstWords = [UInt32](repeating: 0, count: keyCount + 1)
    for key in wordKeys where key != Layout.none { firstWords[Int(key) + 1] += 1 }
    for key in 0..<keyCount { firstWords[key + 1] += firstWords[key] }
    // The forms of all keys, key by key.
    var starts = [Int](repeating: 0, count: keyCount + 1)
    for key in 0..<keyCount { starts[key + 1] = starts[key] + Int(formCounts[key]) }
    var forms = [UInt32](repeating: 0, count: starts[keyCount])
    var next = starts
    forEachKey { key, form in
      forms[next[Int(key)]] = form
      next[Int(key)] += 1
    }
    var bytes: [UInt8] = []
    var rows: [UInt32] = []
    for key in 0..<keyCount {
      rows += [firstWords[key], UInt32(bytes.count)]
      ShortNumber.append(formCounts[key], to: &bytes)
      var last: UInt32 = 0
      for form in forms[starts[key]..<starts[key + 1]] {
        ShortNumber.append(form - last, to: &bytes)
        last = form
      }
    }
    image.add(.keys, rows)
    image.add(.keyForms, bytes)
  }
}
