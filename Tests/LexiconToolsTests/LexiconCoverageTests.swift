import ArabicText
import LexiconTools
import TestSupport
import Testing

@Suite struct LexiconCoverageTests {
  /// A vocalized name comes back from ALA-LC with its letters, unless what comes back is written so too: then the
  /// standard is what does not tell them apart, and not the reader.
  @Test func whatDoesNotComeBackIsWrittenAlike() throws {
    let scheme = try Scheme.named("ala-lc")
    let coverage = try LexiconCoverage(path: PackageFolder.path + "/Lexicon")
    for file in coverage.files {
      for exception in file.exceptions {
        #expect(scheme.romanize(exception.back) == exception.latin, "\(file.name): \(exception.name)")
      }
      #expect(file.exceptions.count <= max(1, file.vocalized / 50), "\(file.name)")
    }
    #expect(coverage.files.reduce(0) { $0 + $1.vocalized } > 13_000)
  }
}
