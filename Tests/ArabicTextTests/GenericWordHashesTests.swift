import TestSupport
import Testing

@testable import ArabicText

/// What the program carries of generic words says what their tables say.
@Suite struct GenericWordHashesTests {
  private static let tables = GenericWordHashes.tables

  @Test func areThoseOfTheTables() {
    let made = GenericWordHashes.make(of: Self.tables)
    GenericWordHashes.withCarried { carried in
      let isMade = GenericWordHashes.isMade(carried, of: Self.tables)
      var words: [UInt64] = []
      for place in carried.indices { words.append(carried[place]) }
      let areTheSame = words == made
      #expect(
        isMade && areTheSame,
        "ism compile Lexicon --generic-words --output Lexicon/Compiled/default.words")
    }
  }

  @Test func areNoneOfOtherTablesOrFormats() {
    func isMade(_ words: [UInt64], _ tables: [DataTable]) -> Bool {
      GenericWordHashes.isMade(words.span, of: tables)
    }
    var words = GenericWordHashes.make(of: Self.tables)
    #expect(isMade(words, Self.tables))
    #expect(!isMade(words, Self.tables.reversed()))
    #expect(!isMade(words, Self.tables.dropLast()))
    #expect(!isMade(Array(words.prefix(3)), Self.tables))
    for place in 0..<GenericWordHashes.rowCountPlace {
      words[place] ^= 1 << 40
      #expect(!isMade(words, Self.tables), "\(place)")
      words[place] ^= 1 << 40
    }
  }

  /// The table by reading each spelling of each row.
  @Test func wordsMeanWhatTheRowsThatSpellThemSay() {
    var slow: [UInt64: (rows: Set<UInt16>, traits: GenericWords.Traits)] = [:]
    var number: UInt16 = 0
    for table in Self.tables {
      table.forEachRow { row in
        let traits = GenericWords.Traits.named.first { $0.name == row[2] }?.traits ?? []
        for column in 3..<8 {
          for spelling in row[column].split(separator: "|") {
            let letters = NameText.letters(of: String(spelling))
            let isDefinite = letters.starts(with: "ال".utf16)
            for text in isDefinite ? [letters, Array(letters.dropFirst(2))] : [letters] {
              let hash = NameText(letters: text).foldedHash()
              slow[hash, default: ([], [])].rows.insert(number)
              slow[hash, default: ([], [])].traits.formUnion(traits)
            }
          }
        }
        number += 1
      }
    }
    let fast = GenericWords.all
    #expect(fast.rows.count == Int(number))
    let areTheSame = Set(fast.hashes(of: [])) == Set(slow.keys)
    #expect(areTheSame)
    for (hash, word) in slow {
      #expect(fast[hash]?.traits == word.traits)
      var rows: [UInt16] = []
      if let word = fast[hash] { fast.wordRows.forEach(word.rows) { rows.append($0) } }
      #expect(rows == word.rows.sorted())
    }
  }

  /// The lines that rows are read from again.
  @Test func rowsAreThoseOfTheTables() {
    var lines: [[String]] = []
    for table in Self.tables { table.forEachRow { row in lines.append((0..<9).map { row[$0] }) } }
    let read = GenericWords.all.rows.map { place in (0..<9).map { place.row[$0] } }
    #expect(read.count == lines.count)
    for (one, other) in zip(read, lines) { #expect(one == other) }
  }

  @Test(
    arguments: [
      ([], [], false), ([1], [], false), ([1, 4, 9], [2, 4], true), ([1, 4, 9], [2, 5], false),
      ([1, 1, 1], [1], true),
      ([3], [1, 2, 3], true), ([60_000], [60_000], true),
    ] as [([UInt16], [UInt16], Bool)])
  func listsHaveRowsInCommon(_ left: [UInt16], _ right: [UInt16], _ isCommon: Bool) {
    var lists = RowLists(minimumCapacity: 0)
    var (one, other) = (RowLists.List(), RowLists.List())
    // Lists grow in turn.
    for place in 0..<max(left.count, right.count) {
      if place < left.count { lists.append(left[place], to: &one) }
      if place < right.count { lists.append(right[place], to: &other) }
    }
    for (list, rows) in [(one, left), (other, right)] {
      var found: [UInt16] = []
      lists.forEach(list) { found.append($0) }
      #expect(found == Set(rows).sorted())
      for row in 0...10 as ClosedRange<UInt16> { #expect(lists.contains(row, list) == rows.contains(row)) }
    }
    #expect(lists.haveCommonRow(one, other) == isCommon)
    #expect(lists.haveCommonRow(other, one) == isCommon)
  }
}
