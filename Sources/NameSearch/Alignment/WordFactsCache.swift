internal import ArabicText

/// Remembers what the lexicons say of the last words; a value serves one thread.
struct WordFactsCache {
  /// The facts of one word; its known forms are in `forms`, and its places in `places`.
  struct Entry {
    fileprivate var key: UInt64 = 0
    fileprivate(set) var weight: Float = 1
    fileprivate(set) var isHead = false
    fileprivate(set) var isOfStates = false
    fileprivate(set) var isDistinct = false
    fileprivate(set) var isOfPlaces = false
    fileprivate(set) var beginsPhrase = false
    fileprivate(set) var isLink = false
    fileprivate(set) var mayBeTitle = false
    fileprivate(set) var title: UInt16 = 0
    fileprivate(set) var meaning: UInt64 = 0
    fileprivate(set) var country = CountryWord.none
    fileprivate(set) var isGivenName = false
    fileprivate(set) var isKnown = false
    fileprivate(set) var known: Range<Int32> = 0..<0
    fileprivate(set) var places: Range<Int32> = 0..<0
  }

  let reader: WordFactsReader
  private var entries: [Entry] = []
  /// The known forms of all entries.
  private(set) var forms: [KnownWords.Form] = []
  /// The vowels of `forms`, where they were asked for: their lengths as macrons show them, and their marks.
  private var vowels: [(lengths: WrittenVowels, marks: WrittenVowels)?] = []
  private var form = NameText()
  /// The places of all entries.
  private(set) var places: [KnownPlaces.Place] = []

  /// A new word takes the place of one with the same last bits.
  private static let count = 1 << 12
  /// With more known forms or places than this all is forgotten.
  private static let formLimit = 1 << 13

  init(_ reader: WordFactsReader) { self.reader = reader }

  /// What is known of a word or compound, also of `all` of it with the article before it.
  ///
  /// `glued` is how many letters of it are an article, and `lentArticle` how many at its end may be the article of the next; `folded` are its folded symbols, and `place` says which key they have, where that is known already.
  mutating func facts(
    _ name: NameText, _ words: Range<Int>, with all: Range<Int>, behind glued: Int,
    lentArticle: Int, _ folded: [UInt8],
    _ script: PairSymbols.Script, at place: WordFactsReader.Place?
  ) -> Entry {
    let hash = Self.hash(name, words)
    let whole = all == words ? hash : Self.hash(name, all)
    let range = name.words[words.lowerBound].range
    let stem = lentArticle > 0 ? name.foldedHash(ofLetters: range.dropLast(lentArticle)) : hash
    let key = Self.key(whole, hash, stem, folded, script)
    if entries.isEmpty { entries = [Entry](repeating: Entry(), count: Self.count) }
    let slot = Int(truncatingIfNeeded: key &>> 16) & (Self.count - 1)
    if entries[slot].key == key { return entries[slot] }
    let prefix = glued > 0 ? glued : name.liLength(words.lowerBound)
    let bare = prefix > 0 ? name.foldedHash(ofLetters: range.dropFirst(prefix)) : hash
    let hashes = WordFactsReader.Hashes(
      word: hash, whole: whole, bare: bare, stem: stem,
      definite: Self.definite(name, words, glued: prefix, script), joined: Self.joined(name, words))
    let facts = reader.facts(hashes, isCompound: words.count > 1, folded, script, at: place)
    if max(forms.count + facts.known.count, places.count + facts.places.count) > Self.formLimit {
      forms.removeAll(keepingCapacity: true)
      vowels.removeAll(keepingCapacity: true)
      places.removeAll(keepingCapacity: true)
      for slot in entries.indices { entries[slot] = Entry() }
    }
    let starts = (known: Int32(forms.count), places: Int32(places.count))
    forms.append(contentsOf: facts.known)
    places.append(contentsOf: facts.places)
    entries[slot] = Entry(
      key: key, weight: facts.weight, isHead: facts.isHead, isOfStates: facts.isOfStates,
      isDistinct: facts.isDistinct, isOfPlaces: facts.isOfPlaces, beginsPhrase: facts.beginsPhrase,
      isLink: facts.isLink, mayBeTitle: facts.mayBeTitle, title: facts.title, meaning: facts.meaning,
      country: facts.country,
      isGivenName: facts.isGivenName, isKnown: facts.isKnown,
      known: starts.known..<Int32(forms.count), places: starts.places..<Int32(places.count))
    return entries[slot]
  }

  /// Whether macrons or marks of a word contradict the vowels of a known form, given by its place in `forms`.
  mutating func contradict(_ written: WrittenVowels, _ form: Int32) -> Bool {
    if vowels.count < forms.count {
      vowels += [(lengths: WrittenVowels, marks: WrittenVowels)?](
        repeating: nil, count: forms.count - vowels.count)
    }
    let place = Int(form)
    if vowels[place] == nil {
      reader.load(forms[place], into: &self.form)
      // A word without the article may be known with it.
      let letters = self.form.letters[...]
      let word = letters.dropFirst(WordKey.articleLength(letters))
      vowels[place] = (WrittenVowels(lengthsOf: word), WrittenVowels(word))
    }
    return vowels[place].map { written.contradict($0.lengths) || written.contradict($0.marks) } ?? false
  }

  /// Whether macrons or marks of a word contradict the vowels of all names of a place that are one word, and there is one.
  func contradict(_ written: WrittenVowels, _ place: KnownPlaces.Place) -> Bool {
    var (isOther, isOwn) = (false, false)
    reader.forEachWord(of: place) { letters in
      let word = letters.dropFirst(WordKey.articleLength(letters))
      for vowels in [WrittenVowels(lengthsOf: word), WrittenVowels(word)] {
        if written.contradict(vowels) { isOther = true } else if written.agree(vowels) { isOwn = true }
      }
    }
    return isOther && !isOwn
  }

  /// The hash of an Arabic word with the article that it may have: who is called علوي is called العلوي too.
  private static func definite(
    _ name: NameText, _ words: Range<Int>, glued: Int, _ script: PairSymbols.Script
  ) -> UInt64? {
    guard script == .arabic, glued == 0, words.count == 1 else { return nil }
    return name.foldedHash(ofLetters: name.words[words.lowerBound].range, behind: [0x627, 0x644])
  }

  /// The hashes of a word behind what may be "and" or "in the", the second with the article that this has: بالقاهرة (bi-l-Qahira) as القاهرة
  /// (al-Qahira).
  private static func joined(_ name: NameText, _ words: Range<Int>) -> (bare: UInt64, definite: UInt64)? {
    guard words.count == 1 else { return nil }
    let range = name.words[words.lowerBound].range
    let length = name.joinedLength(words.lowerBound)
    guard length > 0 else { return nil }
    let bare = name.foldedHash(ofLetters: range.dropFirst(length))
    guard length > 1, name.words[words.lowerBound].isArabic else { return (bare, bare) }
    return (bare, name.foldedHash(ofLetters: range.dropFirst(length), behind: [0x627, 0x644]))
  }

  /// All that the facts depend on; never 0.
  ///
  /// Words that fold to the same may be cut in another way.
  private static func key(
    _ whole: UInt64, _ hash: UInt64, _ stem: UInt64, _ folded: [UInt8], _ script: PairSymbols.Script
  ) -> UInt64 {
    var key = whole ^ (hash &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(script.rawValue)
    if stem != hash { key ^= stem &* 0xC2B2_AE3D_27D4_EB4F }
    for symbol in folded {
      key = (key ^ UInt64(symbol)) &* 0xFF51_AFD7_ED55_8CCD
      key ^= key >> 29
    }
    return max(key, 1)
  }

  private static func hash(_ name: NameText, _ words: Range<Int>) -> UInt64 {
    words.count == 1 ? name.words[words.lowerBound].foldedHash : name.foldedHash(ofWords: words)
  }
}
