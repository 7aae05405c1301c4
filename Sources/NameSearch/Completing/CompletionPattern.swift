internal import ArabicText

/// What was typed of a name: whole words, and the beginning of one.
struct CompletionPattern {
  struct Whole {
    let symbols: [UInt8]
    let script: PairSymbols.Script
  }

  /// A way to read the last word.
  struct Beginning {
    /// None for any word.
    let symbols: [UInt8]
    /// Whether an article was typed before it or glued to it.
    let hasArticle: Bool
  }

  /// The words before the last, without articles.
  let wholes: [Whole]
  /// The ways to read the last.
  let beginnings: [Beginning]
  /// The script of the last.
  let script: PairSymbols.Script

  /// Nil when there is nothing to go on from.
  init?(_ name: NameText) {
    let typed = name.words.indices.filter { place in
      !name.isArticle(place) && !PairSymbols.folded(name.letters[name.words[place].range]).isEmpty
    }
    guard let last = typed.last, typed.count <= CompletionWords.longest else { return nil }
    wholes = typed.dropLast().map { place in
      var symbols: [UInt8] = []
      let script = WordKey.append(name.letters[name.words[place].range], to: &symbols)
      return Whole(symbols: symbols, script: script)
    }
    let letters = name.letters[name.words[last].range]
    script = WordKey.script(letters)
    let symbols = Array(PairSymbols.folded(letters).prefix(WordKey.longest))
    let rest = Self.withoutArticle(letters)
    if !wholes.isEmpty, name.words[last].particle?.kind == .article || rest?.isEmpty == true {
      // Behind other words an article is as optional as anywhere: the next word is still to come.
      beginnings = [Beginning(symbols: [], hasArticle: true)]
    } else {
      let isBehindArticle = last > 0 && name.isArticle(last - 1)
      let typed = Beginning(symbols: symbols, hasArticle: isBehindArticle)
      let stem = rest.flatMap { $0.isEmpty ? nil : Beginning(symbols: $0, hasArticle: true) }
      beginnings = [typed] + (stem.map { [$0] } ?? [])
    }
  }

  /// The symbols behind a glued Arabic article; nil when the word does not begin with one.
  ///
  /// `WordKey` leaves an article when little stays behind it, and here more may be to come.
  private static func withoutArticle(_ letters: ArraySlice<UInt16>) -> [UInt8]? {
    guard letters.count >= 2, [0x627, 0x671].contains(letters[letters.startIndex]),
      letters[letters.startIndex + 1] == 0x644
    else { return nil }
    return Array(PairSymbols.folded(letters.dropFirst(2)).prefix(WordKey.longest))
  }
}

// Whether a name goes on so.
extension CompletionPattern {
  /// How a name fits, as far as its form says; nil when it does not go on from what was typed.
  func rank(_ name: CompletionWords) -> CompletionRank? {
    var best: CompletionRank?
    func add(_ place: CompletionRank.Place, _ last: Int) {
      let rank = rank(name, place, last)
      if best.map({ rank.fit < $0.fit }) != false { best = rank }
    }
    for start in name.words.indices {
      run(name, from: start) { add(start == 0 ? .beginning : .later, $0) }
    }
    if best == nil, !wholes.isEmpty {
      for place in name.words.indices where begins(name, place) && hasWholes(name, beside: place) {
        add(.apart, place)
      }
    }
    return best
  }

  /// Calls `body` with each word that may go on when the typed words follow each other from a place on.
  ///
  /// Articles of the name may be between them.
  private func run(_ name: CompletionWords, from start: Int, _ body: (Int) -> Void) {
    var place = start
    for whole in wholes {
      while place < name.words.count, !name.equals(place, whole.script, whole.symbols) {
        guard name.words[place].isArticle else { return }
        place += 1
      }
      place += 1
    }
    while place < name.words.count {
      if begins(name, place) { body(place) }
      guard name.words[place].isArticle else { return }
      place += 1
    }
  }

  /// Whether the whole words are words of a name, each one of its own.
  private func hasWholes(_ name: CompletionWords, beside last: Int) -> Bool {
    var taken = UInt64(1) << UInt64(last)
    for whole in wholes {
      let place = name.words.indices.first { place in
        taken & 1 << UInt64(place) == 0 && name.equals(place, whole.script, whole.symbols)
      }
      guard let place else { return false }
      taken |= 1 << UInt64(place)
    }
    return true
  }

  private func begins(_ name: CompletionWords, _ place: Int) -> Bool {
    beginnings.contains { name.begins(place, script, $0.symbols) }
  }

  private func rank(_ name: CompletionWords, _ place: CompletionRank.Place, _ last: Int) -> CompletionRank {
    var extent = CompletionRank.Extent.beginning
    var lacksArticle = true
    for beginning in beginnings where name.begins(last, script, beginning.symbols) {
      // An article is no word that somebody looks for.
      if !name.words[last].isArticle, name.equals(last, script, beginning.symbols) {
        extent = place == .beginning && name.count == wholes.count + 1 ? .name : .word
      }
      if !beginning.hasArticle || name.words[last].hasArticle { lacksArticle = false }
    }
    return CompletionRank(
      place: place, extent: extent, lacksArticle: lacksArticle, words: name.count,
      letters: name.symbols.count)
  }
}
