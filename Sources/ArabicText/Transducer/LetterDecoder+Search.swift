internal import CMemory

/// The search itself: letter by letter from the kept beginnings to those with one more.
extension LetterDecoder {
  /// Fills `beam` with the kept words, the best first; `place` of each points into the last column of `nodes`.
  func search(
    _ word: Span<UInt16>, in context: LetterFeatures.Context?, domain: LetterNetwork.Domain
  ) -> Found {
    let length = min(word.count, Self.letterLimit)
    let unknown = unknownLetter
    for place in 0..<Self.edge {
      unsafe places[place] = 0
      unsafe places[Self.edge + length + place] = 0
    }
    for place in 0..<length {
      unsafe places[Self.edge + place] = number(of: word[place])
    }
    unsafe beam[0] = State(score: 0, place: 0, end: End(node: model.startNode))
    var found = Found(count: 1, columns: 0)
    for place in 0..<length {
      let letter = unsafe places[Self.edge + place]
      if letter == unknown { continue }
      let range = model.graphones(at: Int(letter) - 1)
      if model.hasFeatures { seeFeatures(word, place, context) }
      if model.hasNetwork { seeLetters(place, of: length, domain) }
      if weighsTexts { weighTexts(found) }
      found.count = step(word, place, Int(letter) - 1, range, found)
      found.columns += 1
    }
    if weighsTexts { weighTexts(found) }
    if model.hasContexts, found.columns > 0 { end(found.count) }
    return found
  }

  /// The number of a letter in the model, as the network counts them.
  @inline(__always) private func number(of unit: UInt16) -> Int32 {
    if unit < Self.numberCount { return unsafe Int32(numbers[Int(unit)]) }
    return model.place(of: unit).map { Int32(truncatingIfNeeded: $0 &+ 1) } ?? unknownLetter
  }

  private var unknownLetter: Int32 { Int32(truncatingIfNeeded: model.letters.count &+ 1) }

  /// Notes the numbers of letters in the part of Unicode where most are.
  func noteNumbers() {
    unsafe numbers.initialize(
      repeating: UInt16(truncatingIfNeeded: unknownLetter), count: Int(Self.numberCount))
    for place in 0..<model.letters.count {
      let unit = unsafe model.letters.start[place]
      if unit < Self.numberCount { unsafe numbers[Int(unit)] = UInt16(truncatingIfNeeded: place &+ 1) }
    }
  }

  /// Goes on from all kept beginnings by one letter.
  ///
  /// Nothing makes a beginning better, so what cannot be kept is known before it is scored: beginnings come in order.
  ///
  /// - Returns: how many are kept then.
  private func step(
    _ word: Span<UInt16>, _ place: Int, _ letter: Int, _ range: Range<Int>, _ found: Found
  ) -> Int {
    let (beam, ends, rows, rowBest, rowOf) = unsafe (beam, ends, rows, rowBest, rowOf)
    let (costs, rowEntries) = unsafe (costs, rowEntries)
    let alone = unsafe alone + letter &* LetterModel.chunkLimit
    let (hasContexts, isLone) = (model.hasContexts, effort.isLone)
    if hasContexts { link(found.count, letter) }
    var (chosenCount, rowCount, kept) = (0, 0, Kept())
    for index in 0..<found.count {
      let (score, end) = unsafe (beam[index].score, beam[index].end)
      if kept.isHopeless(score) { break }
      var row = rowCount
      if !isLone {
        row = 0
        while row < rowCount, unsafe ends[row] != end { row &+= 1 }
      }
      unsafe rowOf[index] = UInt16(truncatingIfNeeded: row)
      let scores = unsafe rows + row &* LetterModel.chunkLimit
      if row == rowCount {
        rowCount &+= 1
        unsafe ends[row] = end
        if hasContexts {
          let entries = unsafe rowEntries + row &* LetterModel.chunkLimit
          let links = unsafe links + index &* (LetterContexts.chainLimit &+ 1)
          unsafe model.costs(
            alone: alone, after: links, Int(linkCounts[index]), below: costLimit(score, row, kept),
            into: LetterContexts.Row(costs: costs, entries: entries))
          // What the likeliest beginning finds worth asking for serves all of them.
          if row == 0 { chosenCount = unsafe choose(costs) }
          unsafe rowBest[row] = note(costs, chosenCount)
        } else {
          if row == 0 { chosenCount = chooseAll(range.count) }
          unsafe rowBest[row] = 0
        }
        if unsafe kept.isHopeless(score + rowBest[row]) { continue }
        if row == 0, model.hasNetwork, chosenCount > 1 { scoreLetters(range.lowerBound, chosenCount) }
        unsafe rowBest[row] = fill(
          scores, word, place, end, range.lowerBound, chosenCount, isAlone: weighsTexts && found.count == 1)
      }
      kept.least = unsafe max(kept.least, score + rowBest[row] - effort.spread)
      if unsafe kept.isHopeless(score + rowBest[row]) { continue }
      unsafe keep(index, score, scores, chosenCount, &kept)
    }
    while kept.count > 1, unsafe candidates[kept.count &- 1].score < kept.least { kept.count &-= 1 }
    return settle(kept.count, range.lowerBound, column: found.columns)
  }

  /// The beginnings with one more letter that are kept, and what others are measured by.
  private struct Kept {
    var count = 0
    /// What is below it is too far behind the best.
    var least = -Float.infinity
    /// What is not above it has no room.
    var worst = -Float.infinity

    @inline(__always) func isHopeless(_ score: Float) -> Bool { score < least || score <= worst }
  }

  /// The highest cost of a chunk that can be kept behind a beginning, where its costs are not for others too.
  @inline(__always) private func costLimit(_ score: Float, _ row: Int, _ kept: Kept) -> Int32 {
    if !effort.isLone || row == 0 || jointStep == 0 { return .max }
    // One more, as costs are rounded.
    let limit = (score - max(kept.least, kept.worst)) / jointStep + 1
    return limit < 0x7FFF ? Int32(limit) : .max
  }

  /// Finds the contexts of all beginnings, so that the memory of all of them is asked for at once.
  @inline(__always) private func link(_ count: Int, _ letter: Int) {
    let (beam, links, linkCounts, model) = unsafe (beam, links, linkCounts, model)
    for index in 0..<count {
      let start = unsafe links + index &* (LetterContexts.chainLimit &+ 1)
      let count = unsafe model.link(beam[index].end.node, letter, into: start)
      unsafe linkCounts[index] = UInt8(truncatingIfNeeded: count)
    }
  }

  /// Puts a beginning with each of the chosen chunks in its place among the kept ones, if it is worth it.
  ///
  /// - Parameters:
  ///   - index: the beginning's place.
  ///   - score: its score.
  ///   - scores: those of the chunks.
  ///   - chosenCount: how many they are.
  ///   - kept: what is kept so far.
  @inline(__always) private func keep(
    _ index: Int, _ score: Float, _ scores: UnsafeMutablePointer<Float>, _ chosenCount: Int,
    _ kept: inout Kept
  ) {
    let (candidates, limit) = unsafe (candidates, beamLimit)
    var near = unsafe Self.near(scores, chosenCount, score, kept.least)
    while near != 0 {
      let number = near.trailingZeroBitCount
      near &= near &- 1
      let candidate = unsafe Candidate(
        score: score + scores[number], parent: UInt16(truncatingIfNeeded: index),
        number: UInt16(truncatingIfNeeded: number))
      if candidate.score <= kept.worst { continue }
      var place = min(kept.count, limit &- 1)
      while place > 0, unsafe candidates[place &- 1].score < candidate.score {
        unsafe candidates[place] = candidates[place &- 1]
        place &-= 1
      }
      unsafe candidates[place] = candidate
      kept.count = min(kept.count &+ 1, limit)
      if kept.count == limit { kept.worst = unsafe candidates[limit &- 1].score }
    }
  }

  /// A bit for each of the scores that, with that of a beginning, is not below a limit.
  @inline(__always) private static func near(
    _ scores: UnsafePointer<Float>, _ count: Int, _ score: Float, _ limit: Float
  ) -> UInt32 {
    let vectors = unsafe UnsafeRawPointer(scores).assumingMemoryBound(to: SIMD4<Float>.self)
    var bits = SIMD4<UInt32>.zero
    var bit = SIMD4<UInt32>(1, 2, 4, 8)
    for vector in 0..<(count &+ 3) / 4 {
      bits |= unsafe bit.replacing(with: 0, where: vectors[vector] + score .< limit)
      bit &<<= 4
    }
    let two = bits.lowHalf | bits.highHalf
    return (two.x | two.y) & UInt32(truncatingIfNeeded: UInt64(1) &<< UInt64(count) &- 1)
  }

  /// Writes down how the kept beginnings came about, and makes them the beam.
  @inline(__always) private func settle(_ kept: Int, _ firstGraphone: Int, column: Int) -> Int {
    let (beam, next, column) = unsafe (beam, next, nodes + column &* beamLimit)
    let (model, hasContexts, rowEntries, rowOf) = unsafe (model, model.hasContexts, rowEntries, rowOf)
    let (candidates, chosen, chunks) = unsafe (candidates, chosen, model.chunks.start + firstGraphone)
    let isLone = effort.isLone
    var (count, ends) = (0, UInt64(0))
    for index in 0..<kept {
      let candidate = unsafe candidates[index]
      let (parent, number) = (Int(candidate.parent), Int(candidate.number))
      let chunk = unsafe Int(chosen[number])
      var end = End(node: 0)
      if hasContexts {
        let entry = unsafe rowEntries[Int(rowOf[parent]) &* LetterModel.chunkLimit &+ chunk]
        end.node = model.node(of: firstGraphone &+ chunk, entry)
        unsafe ism_prefetch(model.contexts.start + Int(end.node))
      }
      let written = unsafe beam[parent].written
      end.chunks = unsafe (beam[parent].end.chunks << 16 | UInt64(chunks[chunk] &+ 1)) & 0xFFFF_FFFF_FFFF
      if isLone {
        // Most ends are told apart by a bit each.
        let bit = UInt64(1) &<< ((UInt64(end.node) &* 31 &+ end.chunks) & 63)
        if ends & bit != 0, unsafe Self.isKnown(end, written, next, count) { continue }
        ends |= bit
      }
      unsafe column[count] = Node(
        parent: beam[parent].place, graphone: UInt16(truncatingIfNeeded: firstGraphone &+ chunk))
      unsafe next[count] = State(
        score: candidate.score, place: UInt16(truncatingIfNeeded: count), end: end, written: written)
      count &+= 1
      if count == effort.beam { break }
    }
    if weighsTexts { unsafe prefetchTexts(count, column) }
    unsafe swap(&self.beam, &self.next)
    return count
  }

  /// Whether a likelier beginning has the same end behind the same last units, so that what follows is the same too.
  @inline(__always) private static func isKnown(
    _ end: End, _ written: UInt64, _ states: UnsafeMutablePointer<State>, _ count: Int
  ) -> Bool {
    for index in 0..<count {
      if unsafe states[index].end == end, unsafe states[index].written == written { return true }
    }
    return false
  }

  /// Adds the cost of the word's end.
  private func end(_ count: Int) {
    for index in 0..<count {
      var state = unsafe beam[index]
      state.score -= jointStep * Float(model.endCost(after: state.end.node))
      if weighsTexts { state.score -= costOfTextEnd(state) }
      // Those before are in order: this one goes to its place among them.
      var place = index
      while place > 0, unsafe beam[place - 1].score < state.score {
        unsafe beam[place] = beam[place - 1]
        place -= 1
      }
      unsafe beam[place] = state
    }
  }
}
