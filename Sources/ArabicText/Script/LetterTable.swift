/// The letters of both scripts, read once from `Letters/*.tsv`.
struct LetterTable: Sendable {
  static let shared = LetterTable()

  /// All rows; a row's place in this array is its code.
  let chunks: [Chunk]
  /// The codes of rows by their first letter, longest rows first, and narrower places before wider ones.
  private let byFirst: [[UInt16]]
  /// Which slot of `byFirst` a letter has.
  private let slots: [UInt8]
  /// The code of the row that a lone letter folds by, or `none`.
  private let foldCodes: [UInt16]

  /// The value that stands for "no row".
  static let none = UInt16.max
  /// Letters of the tables are below this scalar value.
  private static let scalarLimit = 0x1F00

  private init() {
    var chunks: [Chunk] = []
    for table in [DataTable.arabicLetters, DataTable.latinLetters] {
      table.forEachRow { row in if let chunk = Chunk(row: row) { chunks.append(chunk) } }
    }
    var slots = [UInt8](repeating: 0, count: Self.scalarLimit)
    var byFirst: [[UInt16]] = [[]]
    var foldCodes = [UInt16](repeating: Self.none, count: Self.scalarLimit)
    for (code, chunk) in chunks.enumerated() {
      let first = Int(chunk.letters[0])
      guard first < Self.scalarLimit else { continue }
      if slots[first] == 0 {
        slots[first] = UInt8(byFirst.count)
        byFirst.append([])
      }
      byFirst[Int(slots[first])].append(UInt16(code))
      if chunk.letters.count == 1, foldCodes[first] == Self.none { foldCodes[first] = UInt16(code) }
    }
    for slot in byFirst.indices {
      byFirst[slot].sort { left, right in
        let (left, right) = (chunks[Int(left)], chunks[Int(right)])
        if left.letters.count != right.letters.count { return left.letters.count > right.letters.count }
        return left.place == .any ? false : right.place == .any
      }
    }
    self.chunks = chunks
    self.byFirst = byFirst
    self.slots = slots
    self.foldCodes = foldCodes
  }

  /// Whether the tables have a row that begins with this letter.
  func knows(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < Self.scalarLimit && slots[Int(scalar.value)] != 0
  }

  /// The codes of the rows that begin with `letter`.
  func candidates(for letter: UInt16) -> [UInt16] {
    letter < Self.scalarLimit ? byFirst[Int(slots[Int(letter)])] : byFirst[0]
  }

  /// What a letter becomes in the folded form; nothing when it is left out or unknown.
  func fold(_ letter: UInt16) -> [UInt16] {
    guard letter < Self.scalarLimit, foldCodes[Int(letter)] != Self.none else { return [] }
    return chunks[Int(foldCodes[Int(letter)])].fold
  }
}

extension UInt16 {
  /// Whether this is a vowel mark of Arabic: fatha, damma, kasra, shadda or the dagger alif.
  var isArabicMark: Bool { (self >= 0x64B && self <= 0x652) || self == 0x670 }
  static var shadda: UInt16 { 0x651 }
  static var space: UInt16 { 0x20 }
  static var comma: UInt16 { 0x2C }
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  /// Whether this is a letter of the Arabic script or one of its marks.
  var isArabic: Bool { self >= 0x600 && self < 0x780 }
}
