/// What training files say: which pairs and words are seen, and which form of a word is the most frequent.
package struct TrainingKnowledge {
  /// The pairs and words of all files.
  package private(set) var record = TrainingRecord()
  /// The pairs and words of the files in ALA-LC; nil when there are none.
  package private(set) var catalogueRecord: TrainingRecord?
  /// The most frequent forms in the other files of pairs.
  package private(set) var everyday = FrequentFormBaseline()
  /// The most frequent forms in the files in ALA-LC.
  package private(set) var scholarly = FrequentFormBaseline()

  /// Reads training files.
  ///
  /// - Parameters:
  ///   - paths: files of pairs or entities.
  ///   - onProgress: called with each file before it is read.
  ///   - report: called for each line that was left out.
  /// - Throws: `SourceProblem` when nothing of a file can be used.
  package init(
    paths: [String], onProgress: ((String) -> Void)? = nil, report: (SourceProblem) -> Void
  ) throws(SourceProblem) {
    for path in paths {
      onProgress?(path)
      try record.add(path: path, report: report)
      let (hasPairs, isScholarly) = try Self.layout(path)
      if isScholarly {
        var scholarlyRecord = catalogueRecord ?? TrainingRecord()
        catalogueRecord = nil
        // What is wrong with the file was reported above.
        try scholarlyRecord.add(path: path) { _ in }
        catalogueRecord = scholarlyRecord
        try scholarly.add(path: path) { _ in }
      } else if hasPairs {
        try everyday.add(path: path) { _ in }
      }
    }
  }

  private static func layout(_ path: String) throws(SourceProblem) -> (hasPairs: Bool, isScholarly: Bool) {
    let file = try PairFile(path: path)
    return (file.hasPairs, file.isScholarly)
  }
}
