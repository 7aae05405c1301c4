import Testing

/// Compiled lexicons that were damaged, each tried with the real program.
@Suite struct DamagedFileTests {
  private func lexicon() throws -> (run: ProgramRun, bytes: [UInt8]) {
    let run = try ProgramRun()
    try run.write("in.tsv", "id\tname\na\tمحمد علي\nb\tJaysh al-Test\n")
    #expect(try run.ism("compile", "in.tsv", "--output", "l.ism").status == 0)
    return (run, try run.bytes("l.ism"))
  }

  @Test func aWrongVersionNamesBothNumbers() throws {
    var (run, bytes) = try lexicon()
    bytes[8] = 9
    try run.write("l.ism", bytes)
    let result = try run.ism("lookup", "--lexicon", "l.ism", "x")
    #expect(result.status == 2)
    #expect(
      result.complaints.contains(
        "l.ism: this lexicon has format 9, this program reads format 4: run 'ism compile' again"))
  }

  @Test(arguments: [0, 1, 7, 8, 63, 64, 100, 400, 600])
  func aTruncatedFileIsRefused(_ count: Int) throws {
    let (run, bytes) = try lexicon()
    try run.write("l.ism", bytes.prefix(count))
    let result = try run.ism("lookup", "--lexicon", "l.ism", "x")
    #expect(result.status == 2)
    #expect(result.complaints.hasPrefix("ism: l.ism: "))
    #expect(result.complaints.contains("ism compile"))
    #expect(try run.ism("verify", "l.ism").status == 2)
  }

  @Test(arguments: [70, 200, 350, 520, 640, 700, 800])
  func aFlippedBitIsFoundByVerify(_ place: Int) throws {
    var (run, bytes) = try lexicon()
    let place = min(place, bytes.count - 1)
    bytes[place] ^= 0x10
    try run.write("l.ism", bytes)
    let verified = try run.ism("verify", "l.ism")
    #expect(verified.status == 2)
    #expect(verified.complaints.contains("l.ism: "))
    // Looking up may fail or find less, and never crashes.
    let status = try run.ism("lookup", "--no-default-lexicon", "--lexicon", "l.ism", "محمد علي").status
    #expect((0...2).contains(status))
  }

  @Test func aSoundFileIsSound() throws {
    let (run, _) = try lexicon()
    let result = try run.ism("verify", "l.ism")
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("l.ism: sound, 2 names, hash "))
    #expect(try run.ism("verify").output.hasPrefix("the carried lexicon: sound"))
  }

  @Test func somethingElseIsNoLexicon() throws {
    let (run, _) = try lexicon()
    let result = try run.ism("stats", "in.tsv")
    #expect(result.status == 2)
    #expect(result.complaints == "ism: in.tsv: not a compiled lexicon; make one with 'ism compile'\n")
  }
}
