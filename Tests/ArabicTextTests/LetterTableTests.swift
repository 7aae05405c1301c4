import Testing

@testable import ArabicText

/// Whether the letter data files are read as they are written.
@Suite struct LetterTableTests {
  private static func rows(_ table: DataTable) -> [[String]] {
    var rows: [[String]] = []
    table.forEachRow { row in rows.append((0..<7).map { row[$0] }) }
    return rows
  }

  private static let rows = rows(DataTable.arabicLetters) + rows(DataTable.latinLetters)

  /// The letters of the first column: themselves, or U+064E.
  private static func letters(_ field: String) -> [UInt16] {
    field.split(separator: " ").flatMap { item -> [UInt16] in
      item.hasPrefix("U+") ? [UInt16(item.dropFirst(2), radix: 16) ?? 0] : Array(item.utf16)
    }
  }

  @Test func noRowIsDropped() {
    #expect(LetterTable.shared.chunks.count == Self.rows.count)
    #expect(LetterTable.shared.sounds.count == Self.rows.count)
    #expect(LetterTable.shared.skeletons.count == Self.rows.count)
    #expect(Self.rows.count > 250)
  }

  @Test func readsLettersAndPlaces() throws {
    try #require(LetterTable.shared.chunks.count == Self.rows.count)
    let places: [Chunk.Place: String] = [
      .initial: "initial", .final: "final", .any: "any", .beforeFront: "before-front",
      .besideLetter: "letter",
      .mark: "mark",
    ]
    for (row, chunk) in zip(Self.rows, LetterTable.shared.chunks) {
      #expect((0..<chunk.count).map { chunk[$0] } == Self.letters(row[0]), "\(row)")
      #expect(places[chunk.place] == row[1], "\(row)")
      #expect(chunk.fold == (row[2] == "-" ? nil : Self.letters(row[2]).first), "\(row)")
    }
  }

  @Test func readsSkeletons() throws {
    try #require(LetterTable.shared.chunks.count == Self.rows.count)
    for (code, row) in Self.rows.enumerated() {
      #expect(LetterTable.shared.chunks[code].isInSkeletons == (row[3] != "-"), "\(row)")
      guard row[3] != "-" else { continue }
      let expected = row[3].split(separator: "|").map { $0 == "." ? [] : Array($0.utf8) }
      #expect(LetterTable.shared.skeletons[code] == expected, "\(row)")
    }
  }

  @Test func readsGaps() throws {
    try #require(LetterTable.shared.chunks.count == Self.rows.count)
    for (row, chunk) in zip(Self.rows, LetterTable.shared.chunks) {
      let gaps = row[4].split(separator: "/").compactMap { $0 == "V" ? 3 : UInt8($0) }
      #expect(chunk.gap == gaps.first, "\(row)")
      #expect(chunk.gapAcrossScripts == gaps.last, "\(row)")
      #expect(chunk.isShortVowel == (row[4] == "V" || row[1] == "mark"), "\(row)")
    }
  }

  @Test func readsSoundsAndKnowsThemAll() throws {
    try #require(LetterTable.shared.chunks.count == Self.rows.count)
    for (row, sounds) in zip(Self.rows, LetterTable.shared.sounds) where row[5] != "-" {
      let read = sounds.map { "\(Sound.all[$0.sound.index]):\($0.cost)" }
      let expected = row[5].split(separator: " ").map { $0.contains(":") ? String($0) : "\($0):0" }
      #expect(read == expected, "\(row)")
    }
  }

  @Test func everySoundHasALetter() {
    let used = Set(LetterTable.shared.sounds.flatMap { $0.map(\.sound.index) })
    #expect(used == Set(Sound.all.indices))
    #expect(Sound.all[Sound.article.index] == "AL")
  }

  @Test func everyRowNamesItsSource() {
    for row in Self.rows { #expect(!row[6].isEmpty, "\(row)") }
  }

  @Test func foldedLettersFoldToThemselves() {
    for chunk in LetterTable.shared.chunks where chunk.count == 1 {
      guard let fold = LetterTable.shared.fold(chunk[0]) else { continue }
      #expect(LetterTable.shared.fold(fold) == fold, "\(chunk[0])")
    }
  }

  @Test func rowsOfOneLetterFoldAlike() {
    var folds: [UInt16: UInt16?] = [:]
    for chunk in LetterTable.shared.chunks where chunk.count == 1 {
      if let known = folds[chunk[0]] { #expect(known == chunk.fold, "\(chunk[0])") }
      folds[chunk[0]] = .some(chunk.fold)
    }
  }
}
