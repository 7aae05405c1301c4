/// Brings answers of a decoder that spell the same together, and gives each spelling its probability.
///
/// It owns the memory for it, as the decoder does for its search.
@safe final class DistinctAnswers {
  /// A spelling.
  struct Answer {
    /// The place of the likeliest way to it among the answers of the decoder.
    let place: Int
    let text: String
    let probability: Double
  }

  /// A spelling among the answers of the decoder.
  private struct Entry {
    /// The first answer that spells so.
    var place: Int32
    var length: Int32
    var weight: Float
    /// What the text adds to the logarithm of its probability.
    var written: Float
    var hash: UInt64
  }

  private let limit: Int
  private let entries: UnsafeMutablePointer<Entry>
  private let texts: UnsafeMutablePointer<UInt8>
  private let path: UnsafeMutablePointer<UInt16>

  /// A unit of UTF-16 has up to three bytes in UTF-8.
  private static let textLimit = LetterDecoder.letterLimit * LetterModel.chunkLength * 3

  /// Prepares for at most `limit` answers of the decoders of one model.
  init(_ limit: Int) {
    self.limit = limit
    unsafe entries = .allocate(capacity: limit)
    unsafe texts = .allocate(capacity: limit * Self.textLimit)
    unsafe path = .allocate(capacity: LetterDecoder.letterLimit)
  }

  deinit {
    unsafe entries.deallocate()
    unsafe texts.deallocate()
    unsafe path.deallocate()
  }

  /// Makes items of the likeliest spellings, at most `best`.
  func collect<Item>(
    _ found: LetterDecoder.Found, of decoder: LetterDecoder, best: Int, _ item: (Answer) -> Item
  ) -> [Item] {
    let model = decoder.model
    var (sum, silent, count): (Float, Float, Int) = (0, 0, 0)
    let highest = decoder.score(of: 0)
    for place in 0..<min(found.count, limit) {
      let weight = fastExponential((decoder.score(of: place) - highest) * model.settings.sharpness)
      sum += weight
      unsafe decoder.write(place, found, to: path)
      if !add(place, weight, found.columns, decoder, &count) { silent += weight }
    }
    if model.hasWritten, !decoder.weighsTexts { sum = weigh(count) + silent }
    sort(count)
    let share = (1 - model.settings.uncovered) / sum
    return (0..<min(count, best)).map { number in
      let entry = unsafe entries[number]
      let text = unsafe UnsafeBufferPointer(
        start: texts + Int(entry.place) * Self.textLimit, count: Int(entry.length))
      return item(
        Answer(
          place: Int(entry.place), text: unsafe String(decoding: text, as: UTF8.self),
          probability: Double(entry.weight * share)))
    }
  }

  /// Adds the answer whose graphones are in `path`.
  ///
  /// - Returns: false when it has no spelling, as a word of silent or unknown letters.
  private func add(
    _ place: Int, _ weight: Float, _ columns: Int, _ decoder: LetterDecoder, _ count: inout Int
  ) -> Bool {
    let (model, weighs) = (decoder.model, decoder.model.hasWritten && !decoder.weighsTexts)
    let text = unsafe texts + place &* Self.textLimit
    var (length, hash): (Int, UInt64) = (0, 0)
    for column in 0..<columns {
      let chunk = unsafe Int(model.chunks.start[Int(path[column])])
      let (start, end) = unsafe (Int(model.chunkStart.start[chunk]), Int(model.chunkStart.start[chunk &+ 1]))
      for place in start..<end {
        let unit = unsafe model.chunkText.start[place]
        hash = (hash ^ UInt64(unit)) &* 0x100_0000_01B3
        unsafe Self.write(unit, to: text, &length)
      }
    }
    if length == 0 { return false }
    for number in 0..<count {
      let entry = unsafe entries[number]
      guard entry.hash == hash, Int(entry.length) == length else { continue }
      let other = unsafe texts + Int(entry.place) &* Self.textLimit
      if (0..<length).allSatisfy({ unsafe text[$0] == other[$0] }) {
        unsafe entries[number].weight += weight
        return true
      }
    }
    unsafe entries[count] = Entry(
      place: Int32(truncatingIfNeeded: place), length: Int32(truncatingIfNeeded: length), weight: weight,
      written: weighs ? model.writtenScore(path, columns, decoder.writtenCosts) : 0, hash: hash)
    count &+= 1
    return true
  }

  /// Gives the entries their weights by what their texts add, beside the first one, and returns the sum.
  private func weigh(_ count: Int) -> Float {
    var sum: Float = 0
    for number in 0..<count {
      let factor = unsafe fastExponential(entries[number].written - entries[0].written)
      unsafe entries[number].weight *= factor
      sum += unsafe entries[number].weight
    }
    return sum
  }

  /// Writes a unit of the basic plane in UTF-8; halves of pairs come out as signs of replacement.
  @inline(__always) private static func write(
    _ unit: UInt16, to text: UnsafeMutablePointer<UInt8>, _ length: inout Int
  ) {
    if unit < 0x80 {
      unsafe text[length] = UInt8(truncatingIfNeeded: unit)
      length &+= 1
    } else if unit < 0x800 {
      unsafe text[length] = UInt8(truncatingIfNeeded: 0xC0 | unit >> 6)
      unsafe text[length &+ 1] = UInt8(truncatingIfNeeded: 0x80 | unit & 0x3F)
      length &+= 2
    } else {
      unsafe text[length] = UInt8(truncatingIfNeeded: 0xE0 | unit >> 12)
      unsafe text[length &+ 1] = UInt8(truncatingIfNeeded: 0x80 | unit >> 6 & 0x3F)
      unsafe text[length &+ 2] = UInt8(truncatingIfNeeded: 0x80 | unit & 0x3F)
      length &+= 3
    }
  }

  /// Orders the entries by weight; equal weights keep the order of the search.
  private func sort(_ count: Int) {
    for number in 0..<count {
      let entry = unsafe entries[number]
      var place = number
      while place > 0, unsafe entries[place &- 1].weight < entry.weight {
        unsafe entries[place] = entries[place &- 1]
        place &-= 1
      }
      unsafe entries[place] = entry
    }
  }
}
