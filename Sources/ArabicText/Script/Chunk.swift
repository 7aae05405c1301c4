/// One row of `Letters/*.tsv`: a letter or a group of letters, and what it can stand for at a place in a word.
struct Chunk: Sendable {
  /// Where in a word a row holds.
  enum Place: UInt8, Sendable {
    case initial, final, any, beforeFront, besideLetter, mark
  }

  /// The letters, as scalar values. All letters of the tables are in the basic plane.
  let letters: [UInt16]
  let place: Place
  /// What the single letter becomes in the folded form; nothing for a letter that is left out.
  let fold: [UInt16]
  /// The alternatives that it adds to skeleton keys, likeliest first; nil when the row takes no part in them.
  let skeleton: [[UInt8]]?
  /// What it costs when another spelling in the same script has nothing in its place.
  let gap: UInt8
  /// The same, when the other spelling is in the other script.
  let gapAcrossScripts: UInt8
  /// Whether it is a short vowel, which costs nothing where the other spelling does not write vowels.
  let isShortVowel: Bool
  /// The sounds it can stand for, each with a cost.
  let sounds: [(sound: Sound, cost: UInt8)]

  init?(row: DataTable.Row) {
    let values = row.values
    guard values.count >= 6 else { return nil }
    letters = Self.letters(values[0])
    let places: [String: Place] = [
      "initial": .initial, "final": .final, "any": .any, "before-front": .beforeFront, "letter": .besideLetter,
      "mark": .mark,
    ]
    guard let place = places[values[1]], !letters.isEmpty else { return nil }
    self.place = place
    fold = values[2] == "-" ? [] : values[2].utf16.map { $0 }
    skeleton =
      values[3] == "-" ? nil : values[3].split(separator: "|").map { $0 == "." ? [] : Array($0.utf8) }
    isShortVowel = values[4] == "V" || place == .mark
    let gaps = values[4].split(separator: "/").map { $0 == "V" ? 3 : UInt8($0) ?? 10 }
    gap = gaps.first ?? 10
    gapAcrossScripts = gaps.last ?? 10
    sounds = values[5].split(separator: " ").compactMap { entry in
      let parts = entry.split(separator: ":")
      guard let sound = Sound(named: String(parts[0])) else { return nil }
      return (sound, parts.count > 1 ? UInt8(parts[1]) ?? 0 : 0)
    }
  }

  /// Reads "U+064E و": scalar values and letters separated by spaces.
  private static func letters(_ text: String) -> [UInt16] {
    text.split(separator: " ").flatMap { item -> [UInt16] in
      if item.hasPrefix("U+"), let value = UInt16(item.dropFirst(2), radix: 16) { return [value] }
      return Array(item.utf16)
    }
  }
}
