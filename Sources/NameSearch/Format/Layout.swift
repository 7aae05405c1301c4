/// The names and numbers of `FORMAT.md`, in its order.
package enum Layout {
  /// The first eight bytes of a compiled lexicon.
  package static let magic: [UInt8] = Array("ISMLEXIC".utf8)
  /// The only version that this program reads and writes.
  package static let formatVersion: UInt32 = 4
  /// Bytes of the header.
  package static let headerSize = 64
  /// Bytes of one row of the section table.
  package static let sectionRowSize = 24
  /// The index that means "none".
  package static let none = UInt32.max

  /// The bit of a symbol among those below a node of the trie: letters of both scripts have one each, digits and others share one.
  package static func symbolBit(_ symbol: UInt32) -> UInt32 { symbol < 32 ? 1 << symbol : 1 }

  /// The sections, by number.
  package enum Section: UInt32, CaseIterable, Sendable {
    case text = 1
    case meta, kinds, languages, roles, details, entityDetails, entities, names
    case forms, formWords, formNames
    case words, wordLetters, keys, keyForms, trie
    case exactDirectory, exactEntries, skeletonDirectory, skeletonEntries
    case knownDirectory, knownEntries, idDirectory, idEntries

    /// Bytes of one element.
    package var elementSize: Int {
      switch self {
      case .text, .formWords, .keyForms: 1
      case .wordLetters: 2
      case .formNames, .exactDirectory, .skeletonDirectory, .knownDirectory, .idDirectory: 4
      case .kinds, .languages, .roles, .forms, .words, .keys: 8
      case .exactEntries, .skeletonEntries, .knownEntries, .idEntries: 8
      case .meta: 16
      case .trie, .entities, .names: 20
      case .entityDetails: 24
      case .details: 32
      }
    }
  }
}

/// A piece of the text section.
package struct TextSpan: Equatable, Hashable, Sendable {
  /// Offset in bits 0–39, length in bits 40–63.
  package let rawValue: UInt64

  /// The longest piece, in bytes.
  package static let longest = 1 << 24 - 1

  /// Stands for the text of a name that is written as its form is.
  package static let asForm = TextSpan(rawValue: .max)

  package init(rawValue: UInt64) { self.rawValue = rawValue }

  package init(offset: Int, count: Int) {
    precondition(count <= Self.longest && offset < 1 << 40, "a piece of text is out of range")
    rawValue = UInt64(offset) | UInt64(count) << 40
  }

  package var offset: Int { Int(rawValue & 0xFF_FFFF_FFFF) }
  package var count: Int { Int(rawValue >> 40) }
}

/// Numbers of formWords and keyForms: seven bits a byte, the lowest first; the last byte is below 128.
package enum ShortNumber {
  /// Appends a number.
  package static func append(_ number: UInt32, to bytes: inout [UInt8]) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// The number of a comma among the words of a form; that of word *n* is *n* + 1.
  package static let comma: UInt32 = 0
}
