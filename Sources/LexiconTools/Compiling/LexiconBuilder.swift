internal import ArabicText
package import NameSearch

/// Gathers entities and names, and lays them out as `FORMAT.md` says.
package struct LexiconBuilder {
  private var pool = TextPool()
  private var kinds = StringTable()
  private var languages = StringTable()
  private var roles = StringTable()
  private var meta: [(String, String)] = []

  private struct Detail: Hashable {
    let from: TextSpan
    let until: TextSpan
    let source: TextSpan
    let language: UInt16
    let role: UInt8
  }
  private var details: [Detail] = []
  private var detailNumbers: [Detail: UInt32] = [:]

  private struct Entity {
    let id: TextSpan
    var kind: UInt16
    var countries: [String] = []
    var dates: [String] = []

    /// Adds what a row says of the entity.
    mutating func add(_ facts: NameBatch.Facts) {
      for country in facts.countries where !countries.contains(country) { countries.append(country) }
      for date in facts.dates where !dates.contains(date) { dates.append(date) }
    }
  }
  private var entities: [Entity] = []
  private var entityNumbers = NumberTable()

  private struct Name {
    let text: TextSpan
    let entity: UInt32
    let form: UInt32
    let detail: UInt32
  }
  private var names: [Name] = []

  private var forms = FormTable()
  private var keys: FormKeys
  /// Whether other threads than that which calls are used.
  private let usesThreads: Bool
  /// How many new forms wait until they get their keys.
  private static let batchSize = 2048
  private var known = KeyIndexBuilder()
  /// For names that come one by one.
  private var single = NameBatch()

  /// Makes an empty builder.
  ///
  /// - Parameters:
  ///   - words: lexicons whose known words give keys to the names added.
  ///   - threads: how many threads work, this one and that of an importer included; they do not show in the file.
  package init(words: [Lexicon], threads: Int = 3) {
    usesThreads = threads > 1
    keys = FormKeys(words: words, threads: usesThreads ? max(1, threads - 2) : 0)
    for role in NameRole.allCases { _ = roles.number(of: role.rawValue) }
  }

  package var nameCount: Int { names.count }
  package var entityCount: Int { entities.count }

  /// Sets a fact about the lexicon itself.
  package mutating func setMeta(_ key: String, _ value: String) { meta.append((key, value)) }

  /// Lets later names find their words: `spelling` is a way to write `arabic`.
  package mutating func addKnownSkeleton(spelling: String, arabic: String) {
    handOverNewForms()
    keys.addKnown(spelling: NameText(spelling), arabic: NameText(arabic))
  }

  /// Makes `spelling` a known word that stands for the vocalized `arabic`.
  package mutating func addKnownWord(spelling: String, arabic: String) {
    let form = form(of: NameText.letters(of: arabic)[...])
    known.add(NameText(spelling).foldedHash(), form)
  }

  /// Adds a name; returns what is wrong with it, if anything.
  package mutating func add(_ source: SourceName) -> String? {
    single.removeAll()
    single.add(source, source: "")
    var problem: String?
    add(single) { _, _, message in problem = message }
    return problem
  }

  /// The numbers of what the names of a batch share.
  private struct FactNumbers {
    let kind: UInt16
    /// Given when the first name is taken, as its place in the text is.
    var detail: UInt32?
  }

  /// Adds the names of a batch; `report` gets the place and line of each that was left out, and what is wrong with it.
  mutating func add(_ batch: NameBatch, report: (_ row: Int, _ line: Int, _ message: String) -> Void) {
    var numbers: [FactNumbers] = []
    for (place, row) in batch.rows.enumerated() {
      let facts = batch.facts[row.facts]
      if row.facts == numbers.count {
        numbers.append(FactNumbers(kind: UInt16(kinds.number(of: facts.kind)), detail: nil))
      }
      guard !row.form.isEmpty else {
        let name = String(decoding: batch.bytes[row.name], as: UTF8.self)
        report(place, row.line, "'\(name)' has no letter or digit, so nothing can find it; remove it")
        continue
      }
      let entity: UInt32
      switch number(ofEntity: row, batch, kind: numbers[row.facts].kind) {
      case .failure(let clash):
        report(place, row.line, clash.message)
        continue
      case .success(let number): entity = number
      }
      let form = form(of: batch.letters[row.form])
      if !facts.countries.isEmpty || !facts.dates.isEmpty { entities[Int(entity)].add(facts) }
      let text = row.isAsForm ? TextSpan.asForm : pool.append(batch.bytes[row.name])
      let detail = numbers[row.facts].detail ?? detail(of: facts)
      numbers[row.facts].detail = detail
      names.append(Name(text: text, entity: entity, form: form, detail: detail))
    }
  }

  /// Two rows of one entity say different things.
  private struct KindClash: Error {
    let message: String
  }

  /// The number of the entity of a name; a new id gets the next.
  private mutating func number(
    ofEntity row: NameBatch.Row, _ batch: NameBatch, kind: UInt16
  ) -> Result<UInt32, KindClash> {
    let id = batch.bytes[row.id]
    let (number, isNew) = entityNumbers.number(hash: row.idHash) { pool[entities[$0].id].elementsEqual(id) }
    guard !isNew else {
      entities.append(Entity(id: pool.append(id), kind: kind))
      return .success(number)
    }
    let old = entities[Int(number)].kind
    guard old != kind else { return .success(number) }
    let (first, second) = (kinds.strings[Int(old)], kinds.strings[Int(kind)])
    guard let joined = Kinds.joined(first, second) else {
      let name = String(decoding: id, as: UTF8.self)
      return .failure(
        KindClash(message: "'\(name)' changes its kind from '\(first)' to '\(second)'; an id keeps its kind"))
    }
    entities[Int(number)].kind = UInt16(kinds.number(of: joined))
    return .success(number)
  }

  private mutating func detail(of facts: NameBatch.Facts) -> UInt32 {
    let detail = Detail(
      from: pool.share(facts.from), until: pool.share(facts.until), source: pool.share(facts.source),
      language: UInt16(languages.number(of: facts.language)), role: UInt8(roles.number(of: facts.role)))
    if let number = detailNumbers[detail] { return number }
    let number = UInt32(details.count)
    details.append(detail)
    detailNumbers[detail] = number
    return number
  }

  /// The number of a normalized spelling; a new one gets its keys.
  private mutating func form(of letters: ArraySlice<UInt16>) -> UInt32 {
    let number = forms.number(of: letters)
    if forms.newFormCount >= Self.batchSize { handOverNewForms() }
    return number
  }

  private mutating func handOverNewForms() {
    if forms.newFormCount > 0 { keys.add(forms.takeNew()) }
  }

  /// Lays out all sections.
  package consuming func finish() -> LexiconImage {
    handOverNewForms()
    var image = LexiconImage()
    let pairs = meta.map { (pool.share($0.0), pool.share($0.1)) }
    image.add(.meta, pairs.flatMap { [$0.0.rawValue, $0.1.rawValue] })
    image.add(.kinds, kinds.strings.map { pool.share($0).rawValue })
    image.add(.roles, roles.strings.map { pool.share($0).rawValue })
    image.add(
      .details,
      details.flatMap {
        [
          $0.from.rawValue, $0.until.rawValue, $0.source.rawValue,
          UInt64($0.language) | UInt64($0.role) << 16,
        ]
      })
    let formNumbers = VocabularyLayout.formNumbers(forms)
    let idHashes = entityNumbers.hashes
    let ids = InBackground(isApart: usesThreads) {
      var ids = KeyIndexBuilder()
      for (number, hash) in idHashes.enumerated() { ids.add(hash, UInt32(number)) }
      return ids.layout()
    }
    let (exactKeys, skeletonKeys) = keys.finish()
    let skeleton = InBackground(isApart: usesThreads) { skeletonKeys.layout(numbers: formNumbers) }
    let exact = InBackground(isApart: usesThreads) { exactKeys.layout(numbers: formNumbers) }
    let vocabulary = VocabularyLayout(forms, formNumbers: formNumbers)
    let ordered = namesByEntity()
    addEntities(ordered, to: &image)
    image.add(.languages, languages.strings.map { pool.share($0).rawValue })
    addNames(ordered, formNumbers, to: &image)
    addForms(ordered, vocabulary, to: &image)
    image.addIndex(.exactDirectory, .exactEntries, exact.value)
    image.addIndex(.skeletonDirectory, .skeletonEntries, skeleton.value)
    image.addIndex(.knownDirectory, .knownEntries, known.layout(numbers: formNumbers))
    image.addIndex(.idDirectory, .idEntries, ids.value)
    image.add(.text, pool.bytes)
    return image
  }

  /// The names in the order of their entities; the same text of one entity once.
  private func namesByEntity() -> [Name] {
    var names = names
    let isSorted = zip(names, names.dropFirst()).allSatisfy { $0.entity <= $1.entity }
    if !isSorted {
      let order = names.indices.sorted {
        names[$0].entity == names[$1].entity ? $0 < $1 : names[$0].entity < names[$1].entity
      }
      names = order.map { names[$0] }
    }
    var result: [Name] = []
    result.reserveCapacity(names.count)
    var start = 0
    while start < names.count {
      var end = start + 1
      while end < names.count, names[end].entity == names[start].entity { end += 1 }
      if end == start + 1 {
        result.append(names[start])
      } else {
        appendDistinct(names[start..<end], to: &result)
      }
      start = end
    }
    return result
  }

  private func appendDistinct(_ names: ArraySlice<Name>, to result: inout [Name]) {
    // The same text always has the same form, and only it is written like the form.
    var seen: Set<ArraySlice<UInt8>> = []
    var forms: Set<UInt32> = []
    for name in names {
      let isNew =
        name.text == .asForm ? forms.insert(name.form).inserted : seen.insert(pool[name.text]).inserted
      if isNew { result.append(name) }
    }
  }

  private func addNames(_ ordered: [Name], _ formNumbers: [UInt32], to image: inout LexiconImage) {
    var words: [UInt32] = []
    words.reserveCapacity(ordered.count * 5)
    for name in ordered {
      words.append(UInt32(truncatingIfNeeded: name.text.rawValue))
      words.append(UInt32(truncatingIfNeeded: name.text.rawValue >> 32))
      words.append(name.entity)
      words.append(formNumbers[Int(name.form)])
      words.append(name.detail)
    }
    image.add(.names, words)
  }

  private mutating func addEntities(_ ordered: [Name], to image: inout LexiconImage) {
    let nameRole = UInt8(roles.number(of: NameRole.name.rawValue))
    // Romanized and English names are readable for everybody, so they are shown first.
    let readable = Set(["ar-Latn", "en", "und-Latn"].map { UInt16(languages.number(of: $0)) })
    var words: [UInt32] = []
    words.reserveCapacity(entities.count * 5)
    var about = EntityDetails()
    var start = 0
    for (number, entity) in entities.enumerated() {
      var end = start
      while end < ordered.count, ordered[end].entity == UInt32(number) { end += 1 }
      let caption =
        ordered[start..<end].firstIndex {
          let detail = details[Int($0.detail)]
          return detail.role == nameRole && readable.contains(detail.language)
        } ?? start
      words.append(UInt32(truncatingIfNeeded: entity.id.rawValue))
      words.append(UInt32(truncatingIfNeeded: entity.id.rawValue >> 32))
      words.append(UInt32(start))
      words.append(UInt32(caption))
      words.append(
        about.number(kind: entity.kind, countries: entity.countries, dates: entity.dates, in: &pool))
      start = end
    }
    image.add(.entities, words)
    image.add(.entityDetails, about.words)
  }

  private func addForms(_ ordered: [Name], _ vocabulary: VocabularyLayout, to image: inout LexiconImage) {
    let numbers = vocabulary.formNumbers
    var starts = [UInt32](repeating: 0, count: numbers.count + 1)
    for name in ordered { starts[Int(numbers[Int(name.form)]) + 1] += 1 }
    for place in numbers.indices { starts[place + 1] += starts[place] }
    var formNames = [UInt32](repeating: 0, count: ordered.count)
    var next = starts
    for (number, name) in ordered.enumerated() {
      let form = Int(numbers[Int(name.form)])
      formNames[Int(next[form])] = UInt32(number)
      next[form] += 1
    }
    image.add(.formNames, formNames)
    let words = vocabulary.add(to: &image)
    image.add(.forms, words.indices.map { UInt64(words[$0]) | UInt64(starts[$0]) << 32 })
  }
}
