/// Finds out what a file is by its first bytes, and where they leave a choice, by its name.
enum InputDetection {
  /// Finds the format of a file.
  ///
  /// - Parameters:
  ///   - head: its first bytes.
  ///   - name: its name.
  /// - Returns: a format other than `auto`; a table when nothing speaks for another one.
  static func format(of head: [UInt8], named name: String) -> InputFormat {
    let line = firstLine(of: head)
    switch line.first {
    case UInt8(ascii: "["): return .wikidata
    case UInt8(ascii: "{"):
      let isItem = contains(line, #""labels""#) && contains(line, #""claims""#)
      return isItem ? .wikidata : .ftm
    case UInt8(ascii: "<"): return .un
    default: break
    }
    let name = name.lowercased()
    if [".json", ".jsonl", ".ndjson"].contains(where: { name.hasSuffix($0) }) { return .ftm }
    if GeoNamesImporter.Layout(ofLine: line) != nil { return .geonames }
    if OFACImporter.Layout(of: line) != nil { return .ofac }
    if line.contains(0x09) || name.hasSuffix(".tsv") { return .tsv }
    let isTable = name.hasSuffix(".csv") || [",", ";"].contains { contains(line, $0) }
    return isTable ? .csv : .tsv
  }

  /// What stands between the fields of a header: the sign of comma, semicolon, tab and vertical line that is most
  /// frequent outside quotation marks; a comma when there is none.
  static func delimiter(in head: [UInt8]) -> UInt8 {
    let candidates = Array(",;\t|".utf8)
    var counts = [Int](repeating: 0, count: candidates.count)
    var isQuoted = false
    for byte in firstLine(of: head) {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, let place = candidates.firstIndex(of: byte) { counts[place] += 1 }
    }
    let best = counts.indices.max { counts[$0] < counts[$1] } ?? 0
    return counts[best] == 0 ? candidates[0] : candidates[counts.firstIndex(of: counts[best]) ?? best]
  }

  /// The first line that is not empty, without byte order mark and white space before it.
  static func firstLine(of head: [UInt8]) -> ArraySlice<UInt8> {
    var bytes = head[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    bytes = bytes.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D }
    return bytes.prefix { $0 != 0x0A && $0 != 0x0D }
  }

  private static func contains(_ line: ArraySlice<UInt8>, _ word: String) -> Bool {
    let word = Array(word.utf8)
    guard line.count >= word.count else { return false }
    return (line.startIndex...line.endIndex - word.count).contains { line[$0...].starts(with: word) }
  }
}
