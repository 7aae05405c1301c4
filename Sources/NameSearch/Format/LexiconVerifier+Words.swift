extension LexiconVerifier {
  mutating func checkWords() {
    var last = 0
    var lastKey = 0
    for index in 0..<sections.count(.words) {
      let start = Int(sections.load(UInt32.self, .words, index))
      let key = sections.load(UInt32.self, .words, index, field: 4)
      if start < last || start >= sections.count(.wordLetters) {
        report("word \(index): its letters begin at \(start)")
      }
      if key != Layout.none, Int(key) >= sections.count(.keys) { report("word \(index): no key \(key)") }
      if Int(key) < lastKey { report("word \(index): its key comes before that of the word before") }
      (last, lastKey) = (start, Int(key))
    }
  }

  mutating func checkKeys() {
    let forms = SectionView<UInt8>(sections, .keyForms)
    var place = 0
    for index in 0..<sections.count(.keys) {
      let word = Int(sections.load(UInt32.self, .keys, index))
      if Int(sections.load(UInt32.self, .words, word, field: 4)) != index {
        report("key \(index): word \(word) is not its first")
      }
      if Int(sections.load(UInt32.self, .keys, index, field: 4)) != place {
        report("key \(index): its forms do not begin at \(place)")
      }
      var form = 0
      var count = forms.shortNumber(at: &place)
      while count > 0, place < forms.count {
        form += Int(forms.shortNumber(at: &place))
        count -= 1
      }
      if form >= sections.count(.forms) { report("key \(index): no form \(form)") }
    }
    if place != forms.count { report("keyForms: ends at \(place) of \(forms.count)") }
  }

  mutating func checkTrie() {
    let nodes = TrieView(sections)
    var next = 1
    var waiting = [0]
    var reached = 0
    while let node = waiting.popLast() {
      reached += 1
      let mask = nodes.symbols(UInt32(node))
      let first = Int(nodes.firstChild(UInt32(node)))
      let key = nodes.key(UInt32(node))
      if key != Layout.none, Int(key) >= sections.count(.keys) { report("trie \(node): no key \(key)") }
      guard first == (mask == 0 ? 0 : next) else {
        report("trie \(node): its children are not at \(next)")
        continue
      }
      next += mask.nonzeroBitCount
      if !isBelow(node, mask, first) { report("trie \(node): other symbols stand below it") }
      waiting += (first..<first + mask.nonzeroBitCount).reversed()
    }
    if reached != nodes.count { report("trie: has \(nodes.count) nodes, \(reached) are reached") }

    func isBelow(_ node: Int, _ mask: UInt64, _ first: Int) -> Bool {
      var symbols: UInt32 = 0
      var rest = mask
      for child in first..<first + mask.nonzeroBitCount {
        symbols |= Layout.symbolBit(UInt32(rest.trailingZeroBitCount)) | nodes.below(UInt32(child))
        rest &= rest - 1
      }
      return nodes.below(UInt32(node)) == symbols
    }
  }
}
