import ArabicText
import LexiconTools
import NameSearch
import TestSupport
import Testing

/// With the lexicon, as `ism romanize` and `ism arabize` have it, each vocalized name comes back from ALA-LC to its entry.
@Suite struct VocalizedNamesReturnTests {
  @Test func aVocalizedNameComesBackToItsEntry() throws {
    let scheme = try Scheme.named("ala-lc")
    let coverage = try LexiconCoverage(path: PackageFolder.path + "/Lexicon")
    let writer = NameWriter(lexicons: LexiconSet([try Lexicon.carried()]))
    let alike = Set(coverage.files.flatMap(\.exceptions).map(\.name))
    let stride = PackageFolder.environmentNumber("ISM_STRIDE") ?? 50
    let chosen = coverage.names.filter(\.isVocalized).enumerated()
      .filter { $0.offset.isMultiple(of: stride) || alike.contains($0.element.text) }
    var otherSpellings = 0
    for (_, name) in chosen {
      let latin = try #require(writer.romanize(name.text, scheme: scheme).outputs.first?.text)
      let arabic = writer.arabize(latin, scheme: scheme).outputs.first?.text ?? ""
      #expect(coverage.isSpelled(name.id, arabic), "\(name.id) \(name.text) \(latin) \(arabic)")
      if NameText(arabic).folded != NameText(name.text).folded { otherSpellings += 1 }
    }
    #expect(chosen.count > 13_000 / stride)
    // Only spellings that the standard writes alike are read as another of the same entry.
    #expect(otherSpellings <= alike.count)
  }
}
