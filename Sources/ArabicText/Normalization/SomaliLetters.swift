/// Somali spelling, in which c is ع (ayn), x is ح (ha) and long vowels are written twice: Saciid, Xaliimo.
package enum SomaliLetters {
  /// The letters as scholars write them, Saʿīd for Saciid; nil when they do not look like Somali.
  ///
  /// They do with a long vowel beside a c or x, or with both of the two. A c that is part of another spelling is none: ch, ck; and Roman
  /// numerals are none.
  package static func reading(of letters: [UInt16]) -> [UInt16]? {
    guard letters.contains(where: { $0 == c || $0 == x }) else { return nil }
    var result: [UInt16] = []
    var (hasAyn, hasHa, hasLong) = (false, false, false)
    for word in letters.split(separator: .space, omittingEmptySubsequences: false) {
      if word.startIndex > 0 { result.append(.space) }
      guard !Ordinals.isRoman(word) else {
        result += word
        continue
      }
      for place in word.indices {
        let letter = word[place]
        let last = place > word.startIndex ? letters[place - 1] : 0
        let next = place + 1 < word.endIndex ? letters[place + 1] : 0
        if letter == c, last != c, vowels[next] != nil || vowels[last] != nil && !digraphs.contains(next) {
          result.append(ayn)
          hasAyn = true
        } else if letter == x {
          result.append(ha)
          hasHa = true
        } else if letter == last, let long = vowels[letter], result.last == letter {
          result.replaceSubrange(result.count - 1..<result.count, with: long)
          hasLong = true
        } else {
          result.append(letter)
        }
      }
    }
    return hasLong && (hasAyn || hasHa) || hasAyn && hasHa ? result : nil
  }

  private static let (c, x): (UInt16, UInt16) = (0x63, 0x78)
  private static let (ayn, ha): (UInt16, UInt16) = (0x2BF, 0x1E25)
  /// The vowels, and how they are written when they are long.
  private static let vowels: [UInt16: [UInt16]] = [
    0x61: [0x101], 0x65: Array("ay".utf16), 0x69: [0x12B], 0x6F: [0x14D], 0x75: [0x16B],
  ]
  private static let digraphs = Array("chkqz".utf16)
}
