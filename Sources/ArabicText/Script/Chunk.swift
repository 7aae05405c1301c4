/// One row of `Letters/*.tsv`: a letter or a group of letters, and what it can stand for at a place in a word.
struct Chunk: Sendable {
  /// Where in a word a row holds.
  enum Place: UInt8, Sendable {
    case initial, final, any, beforeFront, besideLetter, mark
  }

  /// The letters, the first in the lowest 16 bits.
  ///
  /// All letters of the tables are in the basic plane.
  private let packedLetters: UInt64
  /// How many letters there are, 1...4.
  let count: Int
  let place: Place
  /// What the single letter becomes in the folded form; nil for a letter that is left out.
  let fold: UInt16?
  /// What it costs when another spelling in the same script has nothing in its place.
  let gap: UInt8
  /// The same, when the other spelling is in the other script.
  let gapAcrossScripts: UInt8
  /// Whether it is a short vowel, which costs nothing where the other spelling does not write vowels.
  let isShortVowel: Bool
  /// Whether it takes part in skeleton keys.
  let isInSkeletons: Bool
  /// Whether it is an article.
  let isArticle: Bool

  /// The letter at a place, from 0.
  subscript(place: Int) -> UInt16 { UInt16(truncatingIfNeeded: packedLetters >> UInt64(16 * place)) }

  /// What a row says besides: kept apart so that chunks are plain values.
  struct Details {
    /// The alternatives that it adds to skeleton keys, likeliest first.
    let skeleton: [[UInt8]]
    /// The sounds it can stand for, each with a cost.
    let sounds: [(sound: Sound, cost: UInt8)]
  }

  /// Reads a row of the tables, byte by byte: this runs whenever the program starts.
  static func read(_ row: DataTable.Row) -> (Chunk, Details)? {
    let fields = row.fields(6)
    let letters = letters(fields[0])
    guard let place = Place(fields[1]), (1...4).contains(letters.count) else { return nil }
    let sounds = sounds(fields[5])
    let gaps = gaps(fields[4])
    let chunk = Chunk(
      packedLetters: letters.reversed().reduce(0) { $0 << 16 | UInt64($1) }, count: letters.count,
      place: place,
      fold: isSign(fields[2], "-") ? nil : Self.letters(fields[2]).first, gap: gaps.0,
      gapAcrossScripts: gaps.1,
      isShortVowel: isSign(fields[4], "V") || place == .mark, isInSkeletons: !isSign(fields[3], "-"),
      isArticle: sounds.first?.sound == .article)
    return (chunk, Details(skeleton: skeleton(fields[3]), sounds: sounds))
  }

  private static func isSign(_ field: ArraySlice<UInt8>, _ sign: Unicode.Scalar) -> Bool {
    field.count == 1 && field.first == UInt8(ascii: sign)
  }

  /// Reads "T|TH|.".
  private static func skeleton(_ field: ArraySlice<UInt8>) -> [[UInt8]] {
    var alternatives: [[UInt8]] = [[]]
    for byte in field {
      switch byte {
      case UInt8(ascii: "|"): alternatives.append([])
      case UInt8(ascii: "."): break
      default: alternatives[alternatives.count - 1].append(byte)
      }
    }
    return alternatives
  }

  /// Reads "10", "8/1" or "V", which is a short vowel: 3 where the other spelling writes vowels.
  private static func gaps(_ field: ArraySlice<UInt8>) -> (UInt8, UInt8) {
    var (first, last): (UInt8?, UInt8) = (nil, 0)
    for byte in field {
      switch byte {
      case UInt8(ascii: "/"): (first, last) = (last, 0)
      case UInt8(ascii: "V"): last = 3
      default: last = last * 10 + (byte & 0x0F)
      }
    }
    return (first ?? last, last)
  }

  /// Reads "ت ط:0 ث:2".
  private static func sounds(_ field: ArraySlice<UInt8>) -> [(sound: Sound, cost: UInt8)] {
    var sounds: [(sound: Sound, cost: UInt8)] = []
    sounds.reserveCapacity(6)
    var name: UInt32 = 0
    var cost: UInt8 = 0
    var isCost = false
    func close() { if let sound = Sound(packedName: name) { sounds.append((sound, cost)) } }
    for byte in field {
      switch byte {
      case UInt8(ascii: " "):
        close()
        (name, cost, isCost) = (0, 0, false)
      case UInt8(ascii: ":"): isCost = true
      case _ where isCost: cost = cost * 10 + (byte & 0x0F)
      default: name = name << 8 | UInt32(byte)
      }
    }
    close()
    return sounds
  }

  /// Reads "U+064E و": scalar values and letters separated by spaces.
  private static func letters(_ field: ArraySlice<UInt8>) -> [UInt16] {
    var letters: [UInt16] = []
    var decoder = UTF8Decoder()
    var number: UInt16?
    for byte in field {
      if byte == UInt8(ascii: "U") || byte == UInt8(ascii: " ") {
        if let number { letters.append(number) }
        number = byte == UInt8(ascii: "U") ? 0 : nil
      } else if let digits = number {
        // Digits are 30…39, A…F are 41…46; the plus sign adds nothing.
        let digit = byte & 0x40 == 0 ? byte & 0x0F : (byte & 0x0F) + 9
        number = byte == UInt8(ascii: "+") ? digits : digits << 4 | UInt16(digit)
      } else {
        decoder.feed(byte) { letters.append($0) }
      }
    }
    if let number { letters.append(number) }
    return letters
  }
}

extension Chunk.Place {
  /// Reads a value of the `where` column by its first letter and its length, which differ for all of them.
  fileprivate init?(_ field: ArraySlice<UInt8>) {
    switch (field.first, field.count) {
    case (UInt8(ascii: "i"), 7): self = .initial
    case (UInt8(ascii: "f"), 5): self = .final
    case (UInt8(ascii: "a"), 3): self = .any
    case (UInt8(ascii: "b"), 12): self = .beforeFront
    case (UInt8(ascii: "l"), 6): self = .besideLetter
    case (UInt8(ascii: "m"), 4): self = .mark
    default: return nil
    }
  }
}
