/// The letters of both scripts, read once from `Letters/*.tsv`.
///
/// A class, so that who works with it holds one reference.
final class LetterTable: Sendable {
  static let shared = LetterTable()

  /// All rows; a row's place in this array is its code.
  let chunks: [Chunk]
  /// The alternatives that each row adds to skeleton keys, by code.
  let skeletons: [[[UInt8]]]
  /// The sounds that each row can stand for, by code.
  let sounds: [[(sound: Sound, cost: UInt8)]]
  /// The codes of rows by their first letter, longest rows first, and narrower places before wider ones.
  private let ordered: [UInt16]
  /// Where the rows of a slot begin in `ordered`; those of slot 0 are none.
  private let starts: [Int]
  /// Which slot a letter has, 0 for none.
  private let slots: [UInt8]
  /// What each letter becomes in the folded form, or `foldsAway`.
  private let folds: [UInt16]

  /// Letters of the tables are below this scalar value.
  private static let scalarLimit = 0x1F00
  /// No letter: what stays of a letter that the folded form leaves out.
  private static let foldsAway = UInt16.max
  /// Digits and a–z always stay.
  private static let basicLetters = "0123456789abcdefghijklmnopqrstuvwxyz".utf16

  private init() {
    var chunks: [Chunk] = []
    var details: [Chunk.Details] = []
    for table in [DataTable.arabicLetters, DataTable.latinLetters] {
      table.forEachRow { row in
        guard let (chunk, detail) = Chunk.read(row) else { return }
        chunks.append(chunk)
        details.append(detail)
      }
    }
    var slots = [UInt8](repeating: 0, count: Self.scalarLimit)
    var byFirst: [[UInt16]] = [[]]
    // A letter without a row stays as it is.
    var folds = (0..<UInt16(Self.scalarLimit)).map { $0 }
    for (code, chunk) in chunks.enumerated() {
      let first = Int(chunk[0])
      guard first < Self.scalarLimit else { continue }
      if slots[first] == 0 {
        slots[first] = UInt8(byFirst.count)
        byFirst.append([])
        folds[first] = Self.foldsAway
      }
      byFirst[Int(slots[first])].append(UInt16(code))
      if chunk.count == 1 { folds[first] = chunk.fold ?? Self.foldsAway }
    }
    for letter in Self.basicLetters { folds[Int(letter)] = letter }
    for slot in byFirst.indices {
      byFirst[slot].sort { left, right in
        let (left, right) = (chunks[Int(left)], chunks[Int(right)])
        if left.count != right.count { return left.count > right.count }
        return left.place != .any && right.place == .any
      }
    }
    self.chunks = chunks
    skeletons = details.map(\.skeleton)
    sounds = details.map(\.sounds)
    starts = byFirst.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    ordered = byFirst.flatMap { $0 }
    self.slots = slots
    self.folds = folds
  }

  /// Whether the tables have a row that begins with this letter.
  func knows(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < Self.scalarLimit && slots[Int(scalar.value)] != 0
  }

  /// Whether the tables have a row that begins with this letter.
  @inline(__always) func knows(_ letter: UInt16) -> Bool {
    letter < Self.scalarLimit && slots[Int(letter)] != 0
  }

  /// The rows that begin with `letter`, as places for `code(at:)`.
  func candidates(for letter: UInt16) -> Range<Int> {
    let slot = letter < Self.scalarLimit ? Int(slots[Int(letter)]) : 0
    return starts[slot]..<starts[slot + 1]
  }

  /// How many places `candidates` has for all letters.
  var placeCount: Int { ordered.count }

  /// The code at a place of `candidates`.
  func code(at place: Int) -> UInt16 { ordered[place] }

  /// What a letter becomes in the folded form: nil when it is left out, itself when the tables do not have it.
  @inline(__always) func fold(_ letter: UInt16) -> UInt16? {
    guard letter < Self.scalarLimit else { return letter }
    let folded = folds[Int(letter)]
    return folded == Self.foldsAway ? nil : folded
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
