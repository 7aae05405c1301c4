/// Somali spelling, in which c is ع (ayn) and x is ح (ha): Saciid, Xaliimo.
package enum SomaliLetters {
  /// The letters with an ayn for each c and h for each x; nil when they do not look like Somali.
  ///
  /// They do with a long vowel written twice beside one of the two, or with both of the two. A c that is part of another spelling is none: ch, ck; and Roman
  /// numbers are none.
  package static func reading(of letters: [UInt16]) -> [UInt16]? {
    guard letters.contains(where: { $0 == c || $0 == x }) else { return nil }
    var result = letters
    var (hasAyn, hasHa, hasLong) = (false, false, false)
    for word in letters.split(separator: .space) where !Ordinals.isRoman(word) {
      for place in word.indices {
        let last = place > word.startIndex ? letters[place - 1] : 0
        let next = place + 1 < word.endIndex ? letters[place + 1] : 0
        switch letters[place] {
        case c where vowels.contains(next) || vowels.contains(last) && !digraphs.contains(next):
          result[place] = ayn
          hasAyn = true
        case x:
          result[place] = h
          hasHa = true
        case last where vowels.contains(last): hasLong = true
        default: break
        }
      }
    }
    return hasLong && (hasAyn || hasHa) || hasAyn && hasHa ? result : nil
  }

  private static let (c, x, h): (UInt16, UInt16, UInt16) = (0x63, 0x78, 0x68)
  private static let ayn: UInt16 = 0x2BF
  private static let vowels = Array("aeiou".utf16)
  private static let digraphs = Array("chkqz".utf16)
}
