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
    mutating func add(_ source: SourceName) {
      for country in source.countries where !countries.contains(country) { countries.append(country) }
      for date in source.dates where !dates.contains(date) { dates.append(date) }
    }
  }
  private var entities: [Entity] = []
  private var entityNumbers: [String: UInt32] = [:]

  private struct Name {
    let text: TextSpan
    let entity: UInt32
    let form: UInt32
    let detail: UInt32
  }
  private var names: [Name] = []

  private var forms = FormTable()
  private let keys: FormKeys
  /// New forms that `keys` does not have yet.
  private var newForms: [FormKeys.Form] = []
  private static let batchSize = 2048
  private var known = KeyIndexBuilder()

  /// Makes an empty builder.
  ///
  /// - Parameter words: lexicons whose known words give keys to the names added.
  package init(words: [Lexicon]) {
    keys = FormKeys(words: words)
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
    let form = form(of: NameText(arabic))
    known.add(NameText(spelling).foldedHash(), form)
  }

  /// Adds a name; returns what is wrong with it, if anything.
  package mutating func add(_ source: SourceName) -> String? { add(source, NameText(source.name)) }

  /// Adds a name that was normalized before.
  mutating func add(_ source: SourceName, _ text: NameText) -> String? {
    let kind = UInt16(kinds.number(of: source.kind))
    if text.isEmpty { return "'\(source.name)' has no letter or digit, so nothing can find it; remove it" }
    let entity: UInt32
    if let number = entityNumbers[source.id] {
      entity = number
      let old = kinds.strings[Int(entities[Int(number)].kind)]
      if old != source.kind {
        guard let joined = Kinds.joined(old, source.kind) else {
          return "'\(source.id)' changes its kind from '\(old)' to '\(source.kind)'; an id keeps its kind"
        }
        entities[Int(number)].kind = UInt16(kinds.number(of: joined))
      }
    } else {
      entity = UInt32(entities.count)
      entityNumbers[source.id] = entity
      entities.append(Entity(id: pool.append(source.id.utf8), kind: kind))
    }
    let form = form(of: text)
    entities[Int(entity)].add(source)
    names.append(
      Name(
        text: text.normalized == source.name ? .asForm : pool.append(source.name.utf8), entity: entity,
        form: form,
        detail: detail(of: source)))
    return nil
  }

  private mutating func detail(of source: SourceName) -> UInt32 {
    let detail = Detail(
      from: pool.share(source.from), until: pool.share(source.until), source: pool.share(source.source),
      language: UInt16(languages.number(of: source.language)), role: UInt8(roles.number(of: source.role)))
    if let number = detailNumbers[detail] { return number }
    let number = UInt32(details.count)
    details.append(detail)
    detailNumbers[detail] = number
    return number
  }

  /// The number of a normalized spelling; a new one gets its keys.
  private mutating func form(of text: NameText) -> UInt32 {
    let (number, isNew) = forms.number(of: text)
    guard isNew else { return number }
    newForms.append((text, number))
    if newForms.count == Self.batchSize { handOverNewForms() }
    return number
  }

  private mutating func handOverNewForms() {
    guard !newForms.isEmpty else { return }
    keys.add(newForms)
    newForms.removeAll(keepingCapacity: true)
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
    let vocabulary = VocabularyLayout(forms)
    let formNumbers = vocabulary.formNumbers
    let (exactKeys, skeletonKeys) = keys.finish()
    let skeleton = InBackground { skeletonKeys.layout(numbers: formNumbers) }
    let exact = InBackground { exactKeys.layout(numbers: formNumbers) }
    let ordered = namesByEntity()
    addEntities(ordered, to: &image)
    image.add(.languages, languages.strings.map { pool.share($0).rawValue })
    image.add(
      .names,
      ordered.flatMap { name in
        [
          UInt32(truncatingIfNeeded: name.text.rawValue),
          UInt32(truncatingIfNeeded: name.text.rawValue >> 32),
          name.entity, formNumbers[Int(name.form)], name.detail,
        ]
      })
    addForms(ordered, vocabulary, to: &image)
    image.addIndex(.exactDirectory, .exactEntries, exact.value)
    image.addIndex(.skeletonDirectory, .skeletonEntries, skeleton.value)
    image.addIndex(.knownDirectory, .knownEntries, known.layout(numbers: formNumbers))
    var ids = KeyIndexBuilder()
    for (number, entity) in entities.enumerated() {
      var hash = KeyHash()
      for unit in String(decoding: pool[entity.id], as: UTF8.self).utf16 { hash.combine(unit) }
      ids.add(hash.value, UInt32(number))
    }
    image.addIndex(.idDirectory, .idEntries, ids.layout())
    image.add(.text, pool.bytes)
    return image
  }

  /// The names in the order of their entities; the same text of one entity once.
  private func namesByEntity() -> [Name] {
    let order = names.indices.sorted {
      names[$0].entity == names[$1].entity ? $0 < $1 : names[$0].entity < names[$1].entity
    }
    var result: [Name] = []
    result.reserveCapacity(names.count)
    var seen: Set<[UInt8]> = []
    var entity = Layout.none
    for (index, place) in order.enumerated() {
      let name = names[place]
      let isFirst = name.entity != entity
      if isFirst, index + 1 == order.count || names[order[index + 1]].entity != name.entity {
        result.append(name)
        continue
      }
      if isFirst {
        entity = name.entity
        seen.removeAll(keepingCapacity: true)
      }
      // The same text always has the same form, and only it is written like the form.
      let text = name.text == .asForm ? Array("\(name.form)\t".utf8) : Array(pool[name.text])
      if seen.insert(text).inserted { result.append(name) }
    }
    return result
  }

  private mutating func addEntities(_ ordered: [Name], to image: inout LexiconImage) {
    let nameRole = UInt8(roles.number(of: NameRole.name.rawValue))
    // Romanized and English names are readable for everybody, so they are shown first.
    let readable = Set(["ar-Latn", "en", "und-Latn"].map { UInt16(languages.number(of: $0)) })
    var words: [UInt32] = []
    var about: [[String]: UInt32] = [:]
    var aboutWords: [UInt64] = []
    var start = 0
    for (number, entity) in entities.enumerated() {
      var end = start
      while end < ordered.count, ordered[end].entity == UInt32(number) { end += 1 }
      let caption =
        ordered[start..<end].firstIndex {
          let detail = details[Int($0.detail)]
          return detail.role == nameRole && readable.contains(detail.language)
        } ?? start
      let texts = [entity.countries.joined(separator: ";"), entity.dates.joined(separator: ";")]
      let key = texts + ["\(entity.kind)"]
      let detail = about[key] ?? UInt32(about.count)
      if about.updateValue(detail, forKey: key) == nil {
        aboutWords += texts.map { pool.share($0).rawValue } + [UInt64(entity.kind)]
      }
      words += [
        UInt32(truncatingIfNeeded: entity.id.rawValue), UInt32(truncatingIfNeeded: entity.id.rawValue >> 32),
        UInt32(start), UInt32(caption), detail,
      ]
      start = end
    }
    image.add(.entities, words)
    image.add(.entityDetails, aboutWords)
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
