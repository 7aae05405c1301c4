internal import ArabicText

extension Lexicon {
  /// Walks the whole lexicon and returns what is wrong with it; nothing when it is sound.
  ///
  /// Computes the checksum and follows each offset, index and count. At most 20 problems are returned.
  ///
  /// - Complexity: O(*n*) in the bytes of the file.
  public func verify() -> [String] {
    var verifier = LexiconVerifier(sections)
    verifier.run()
    return verifier.problems
  }
}

/// Checks what opening leaves out; see `FORMAT.md`.
struct LexiconVerifier {
  let sections: LexiconSections
  private(set) var problems: [String] = []

  init(_ sections: LexiconSections) { self.sections = sections }

  mutating func run() {
    checkHeader()
    checkChecksum()
    for section in [
      Layout.Section.meta, .kinds, .languages, .roles, .details, .entityDetails, .entities, .names,
    ] {
      checkSpans(section)
    }
    checkEntities()
    checkNames()
    checkForms()
    checkWords()
    checkKeys()
    checkTrie()
    checkIndex(.exactDirectory, .exactEntries, .forms)
    checkIndex(.skeletonDirectory, .skeletonEntries, .forms)
    checkIndex(.knownDirectory, .knownEntries, .forms)
    checkIndex(.idDirectory, .idEntries, .entities)
  }

  mutating func report(_ problem: String) {
    if problems.count < 20 { problems.append(problem) }
  }

  private mutating func checkHeader() {
    if Int(sections.bytes.load(UInt32.self, at: 12)) != Layout.Section.allCases.count {
      report(
        "the header counts \(sections.bytes.load(UInt32.self, at: 12)) sections, format \(Layout.formatVersion) has \(Layout.Section.allCases.count)"
      )
    }
    for offset in 32..<Layout.headerSize where sections.bytes.load(UInt8.self, at: offset) != 0 {
      report("the header is not 0 at byte \(offset)")
    }
  }

  private mutating func checkChecksum() {
    var checksum = Checksum()
    for offset in stride(from: Layout.headerSize, to: sections.bytes.count, by: 8) {
      checksum.combine(sections.bytes.load(UInt64.self, at: offset))
    }
    if checksum.value != sections.checksum {
      report("the checksum does not fit the content: the file was damaged; make it again with 'ism compile'")
    }
  }

  /// Which fields of an element are pieces of text.
  private static func spanFields(_ section: Layout.Section) -> [Int] {
    switch section {
    case .meta: [0, 8]
    case .entityDetails: [0, 8]
    case .details: [0, 8, 16]
    default: [0]
    }
  }

  private mutating func checkSpans(_ section: Layout.Section) {
    let limit = sections.count(.text)
    for index in 0..<sections.count(section) {
      for field in Self.spanFields(section) {
        let span = sections.span(section, index, field: field)
        if section == .names, span == .asForm { continue }
        if span.offset > limit || span.count > limit - span.offset {
          report("\(section) \(index): its text lies outside the text section")
        }
      }
    }
  }

  private mutating func checkEntities() {
    let total = sections.count(.names)
    for index in 0..<sections.count(.entities) {
      let first = Int(sections.load(UInt32.self, .entities, index, field: 8))
      let isLast = index + 1 == sections.count(.entities)
      let next = isLast ? total : Int(sections.load(UInt32.self, .entities, index + 1, field: 8))
      let caption = Int(sections.load(UInt32.self, .entities, index, field: 12))
      let detail = Int(sections.load(UInt32.self, .entities, index, field: 16))
      let kind = Int(sections.load(UInt16.self, .entityDetails, detail, field: 16))
      if index == 0, first != 0 { report("entity 0: its names begin at \(first), not at 0") }
      if next < first || next > total { report("entity \(index): its names end at \(next)") }
      if caption < first || caption >= max(next, first + 1) {
        report("entity \(index): its caption is not one of its names")
      }
      if kind >= sections.count(.kinds) { report("entity \(index): unknown kind \(kind)") }
      if detail >= sections.count(.entityDetails) {
        report("entity \(index): no such detail")
      }
    }
  }

  private mutating func checkNames() {
    for index in 0..<sections.count(.names) {
      let detail = Int(sections.load(UInt32.self, .names, index, field: 16))
      let isSound =
        Int(sections.load(UInt32.self, .names, index, field: 8)) < sections.count(.entities)
        && Int(sections.load(UInt32.self, .names, index, field: 12)) < sections.count(.forms)
        && detail < sections.count(.details)
        && Int(sections.load(UInt16.self, .details, detail, field: 24)) < sections.count(.languages)
        && Int(sections.load(UInt8.self, .details, detail, field: 26)) < sections.count(.roles)
      if !isSound { report("name \(index): refers to something that is not there") }
    }
  }

  private mutating func checkForms() {
    var lastWords = 0
    var lastName = 0
    for index in 0..<sections.count(.forms) {
      let words = Int(sections.load(UInt32.self, .forms, index))
      let name = Int(sections.load(UInt32.self, .forms, index, field: 4))
      if words < lastWords || words >= sections.count(.formWords) || name < lastName
        || name > sections.count(.formNames)
      {
        report("form \(index): its words or names lie outside their section")
      }
      (lastWords, lastName) = (words, name)
    }
    for index in 0..<sections.count(.formNames)
    where Int(sections.load(UInt32.self, .formNames, index)) >= sections.count(.names) {
      report("formNames \(index): no such name")
    }
    let words = SectionView<UInt8>(sections, .formWords)
    var place = 0
    while place < words.count {
      let number = words.shortNumber(at: &place)
      if number > sections.count(.words) { report("formWords \(place): no word \(number)") }
    }
  }

  private mutating func checkIndex(
    _ directory: Layout.Section, _ entries: Layout.Section, _ target: Layout.Section
  ) {
    let buckets = sections.count(directory)
    if buckets < 2 || (buckets - 1).nonzeroBitCount != 1 {
      report("\(directory): \(buckets) elements, not a power of two and one")
    }
    var last = 0
    for bucket in 0..<buckets {
      let start = Int(sections.load(UInt32.self, directory, bucket))
      if start < last { report("\(directory) \(bucket): goes backwards") }
      last = start
    }
    if last != sections.count(entries) {
      report("\(directory): ends at \(last) of \(sections.count(entries))")
    }
    for index in 0..<sections.count(entries)
    where Int(sections.load(UInt32.self, entries, index, field: 4)) >= sections.count(target) {
      report("\(entries) \(index): no such element of \(target)")
    }
  }
}
