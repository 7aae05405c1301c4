extension LetterModel {
  /// Whether contexts stand as `FORMAT.md` says, so that no search among them leaves them and each comes to an end.
  var hasConsistentContexts: Bool {
    guard unigram.count == graphoneCount + 1, firstNodes.count == graphoneCount + 1,
      contexts.count <= LetterContexts.elementLimit, let isNode = nodePlaces()
    else { return false }
    func isKnown(_ node: UInt32) -> Bool { Int(node) < isNode.count && isNode[Int(node)] }
    guard (0..<firstNodes.count).allSatisfy({ unsafe isKnown(firstNodes.start[$0]) }) else { return false }
    for node in isNode.indices where isNode[node] {
      let letterCount = unsafe Int(contexts.start[node + 1])
      for number in 0..<letterCount {
        let index = unsafe contexts.start[node + 2 + number]
        let (letter, block) = (Int(index >> 16), node + Int(index & 0xFFFF))
        guard isLinked(block, of: letter, in: node) else { return false }
        if letter == letters.count { continue }
        let first = graphones(at: letter).lowerBound
        for entry in entries(of: block) {
          guard isKnown(self.node(of: first + entry.chunk, entry.bits)) else { return false }
        }
      }
    }
    return true
  }

  /// Where contexts begin; nil when they do not follow each other, or a letter's chunks are none of it.
  private func nodePlaces() -> [Bool]? {
    let count = contexts.count
    guard count >= 2, unsafe contexts.start[0] == 0, unsafe contexts.start[1] == 0 else { return nil }
    var isNode = [Bool](repeating: false, count: count)
    var node = 0
    while node < count {
      guard node + 1 < count else { return nil }
      isNode[node] = true
      let (shorter, letterCount) = unsafe (Int(contexts.start[node] >> 8), Int(contexts.start[node + 1]))
      // The shorter context stands before, so that there is an end to going shorter.
      guard shorter < max(node, 1), isNode[shorter], letterCount <= count - node - 2 else { return nil }
      var (place, least) = (node + 2 + letterCount, 0)
      for number in 0..<letterCount {
        let index = unsafe Int(contexts.start[node + 2 + number])
        let letter = index >> 16
        guard letter >= least, letter <= letters.count, index & 0xFFFF == place - node,
          let end = endOfBlock(place, letter)
        else { return nil }
        (place, least) = (end, letter + 1)
      }
      node = place
    }
    return isNode
  }

  /// Where a block ends; nil when it leaves the section, its costs do not ascend, or its chunks are not of the letter.
  private func endOfBlock(_ block: Int, _ letter: Int) -> Int? {
    let chunkCount = letter == letters.count ? 1 : graphones(at: letter).count
    var (place, least, seen) = (block + 1, Int32(0), UInt32(0))
    while place < contexts.count {
      let entry = unsafe LetterContexts.Entry(bits: contexts.start[place])
      let bit = UInt32(1) << UInt32(entry.chunk)
      guard entry.cost >= least, entry.chunk < chunkCount, seen & bit == 0 else { return nil }
      place += 1
      if entry.isLast { return place }
      least = entry.cost
      seen |= bit
    }
    return nil
  }

  /// Whether a block says of its context what the context says, and points to the letter in the shorter one.
  private func isLinked(_ block: Int, of letter: Int, in node: Int) -> Bool {
    let (header, own) = unsafe (contexts.start[block], contexts.start[node])
    let shorter = Int(own >> 8)
    let link = shorter == 0 ? 0 : self.block(of: letter, in: shorter)
    return header & 0xFF == own & 0xFF && Int(header >> 8) == link && (link != 0 || shorter == 0)
  }

  /// The entries of a block that was checked.
  private func entries(of block: Int) -> [LetterContexts.Entry] {
    var (entries, place): ([LetterContexts.Entry], Int) = ([], block + 1)
    while true {
      let entry = unsafe LetterContexts.Entry(bits: contexts.start[place])
      entries.append(entry)
      if entry.isLast { return entries }
      place += 1
    }
  }
}
