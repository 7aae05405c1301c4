import Glibc

/// The words of a file: Arabic ones in the first column, Latin ones in the second, each once.
///
/// Words stand between spaces. `compare-uroman` takes them in the same way.
struct WordFile {
  private(set) var arabic: [String] = []
  private(set) var latin: [String] = []
  /// Lines with one word in each column.
  private(set) var pairs: [(arabic: String, latin: String)] = []

  /// Reads a file; nil when it cannot be read or has no Arabic word.
  init?(path: String, limit: Int) {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var seen: Set<String> = []
    var buffer: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(buffer) }
    while getline(&buffer, &capacity, file) > 0 {
      guard let line = buffer.flatMap({ String(validatingCString: $0) }) else { continue }
      let columns = line.split(separator: "\n", omittingEmptySubsequences: false)[0]
        .split(separator: "\t", omittingEmptySubsequences: false)
      let words = columns.prefix(2).map { $0.split(separator: " ").map(String.init) }
      guard let arabicWords = words.first?.filter(Self.isArabic) else { continue }
      for word in arabicWords where arabic.count < limit && seen.insert(word).inserted { arabic.append(word) }
      guard words.count > 1, !arabicWords.isEmpty else { continue }
      for word in words[1] where latin.count < limit && seen.insert(word).inserted { latin.append(word) }
      if arabicWords.count == 1, words[1].count == 1, pairs.count < limit {
        pairs.append((arabicWords[0], words[1][0]))
      }
    }
    if arabic.isEmpty { return nil }
  }

  /// Whether a word has an Arabic letter: the header of a file has none.
  static func isArabic(_ word: String) -> Bool {
    word.unicodeScalars.contains { (0x0621...0x06D3).contains($0.value) }
  }
}
