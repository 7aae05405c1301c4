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
  }
  private var details: [Detail] = []
  private var detailNumbers: [Detail: UInt32] = [:]

  private struct Entity {
    let id: TextSpan
    var kind: UInt16
  }
  private var entities: [Entity] = []
  private var entityNumbers: [String: UInt32] = [:]

  private struct Name {
    let text: TextSpan
    let entity: UInt32
    let form: UInt32
    let detail: UInt32
    let language: UInt16
    let role: UInt8
  }
  private var names: [Name] = []

  private var forms: [TextSpan] = []
  private var formNumbers: [UInt64: UInt32] = [:]
  private var exact = KeyIndexBuilder()
  private var skeleton = KeyIndexBuilder()
  private var known = KeyIndexBuilder()
  private let knowledge: WordKnowledge

  /// The most skeleton keys that one name is indexed by.
  private static let keyLimit = 16

  /// Makes an empty builder.
  ///
  /// - Parameter words: lexicons whose known words give keys to the names added.
  package init(words: [Lexicon]) {
    knowledge = WordKnowledge(lexicon: KnownWords(words))
    for role in NameRole.allCases { _ = roles.number(of: role.rawValue) }
  }

  package var nameCount: Int { names.count }
  package var entityCount: Int { entities.count }

  /// Sets a fact about the lexicon itself.
  package mutating func setMeta(_ key: String, _ value: String) { meta.append((key, value)) }

  /// Lets later names find their words: `spelling` is a way to write `arabic`.
  package mutating func addKnownSkeleton(spelling: String, arabic: String) {
    knowledge.add(spelling: NameText(spelling), arabic: NameText(arabic))
  }

  /// Makes `spelling` a known word that stands for the vocalized `arabic`.
  package mutating func addKnownWord(spelling: String, arabic: String) {
    let form = form(of: NameText(arabic))
    known.add(NameText(spelling).foldedHash(), form)
  }

  /// Adds a name; returns what is wrong with it, if anything.
  package mutating func add(_ source: SourceName) -> String? {
    let kind = UInt16(kinds.number(of: source.kind))
    let text = NameText(source.name)
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
    let isShared = pool[forms[Int(form)]].elementsEqual(source.name.utf8)
    names.append(
      Name(
        text: isShared ? forms[Int(form)] : pool.append(source.name.utf8), entity: entity, form: form,
        detail: detail(of: source), language: UInt16(languages.number(of: source.language)),
        role: UInt8(roles.number(of: source.role))))
    return nil
  }

  private mutating func detail(of source: SourceName) -> UInt32 {
    if source.from.isEmpty, source.until.isEmpty, source.source.isEmpty { return Layout.none }
    let detail = Detail(
      from: pool.share(source.from), until: pool.share(source.until), source: pool.share(source.source))
    if let number = detailNumbers[detail] { return number }
    let number = UInt32(details.count)
    details.append(detail)
    detailNumbers[detail] = number
    return number
  }

  /// The number of a normalized spelling; a new one gets its keys.
  private mutating func form(of text: NameText) -> UInt32 {
    var hash = KeyHash()
    for letter in text.letters { hash.combine(letter) }
    let utf8 = Array(text.normalized.utf8)
    if let number = formNumbers[hash.value], pool[forms[Int(number)]].elementsEqual(utf8) { return number }
    let number = UInt32(forms.count)
    formNumbers[hash.value] = number
    forms.append(pool.append(utf8))
    for reading in [text, text.uninverted].compactMap({ $0 }) {
      exact.add(reading.foldedHash(), number)
      let keys = SkeletonBuilder().keys(of: reading, limit: Self.keyLimit, known: knowledge.skeletons)
      for key in keys { skeleton.add(key, number) }
    }
    return number
  }

  /// Lays out all sections.
  package consuming func finish() -> LexiconImage {
    var image = LexiconImage()
    let pairs = meta.map { (pool.share($0.0), pool.share($0.1)) }
    image.add(.meta, pairs.flatMap { [$0.0.rawValue, $0.1.rawValue] })
    image.add(.kinds, kinds.strings.map { pool.share($0).rawValue })
    image.add(.roles, roles.strings.map { pool.share($0).rawValue })
    image.add(.details, details.flatMap { [$0.from.rawValue, $0.until.rawValue, $0.source.rawValue] })
    let ordered = namesByEntity()
    addEntities(ordered, to: &image)
    image.add(.languages, languages.strings.map { pool.share($0).rawValue })
    image.add(
      .names,
      ordered.flatMap { name in
        [
          name.text.rawValue, UInt64(name.entity) | UInt64(name.form) << 32,
          UInt64(name.detail) | UInt64(name.language) << 32 | UInt64(name.role) << 48,
        ]
      })
    addForms(ordered, to: &image)
    image.addIndex(.exactDirectory, .exactEntries, exact.layout())
    image.addIndex(.skeletonDirectory, .skeletonEntries, skeleton.layout())
    image.addIndex(.knownDirectory, .knownEntries, known.layout())
    var ids = KeyIndexBuilder()
    for (number, entity) in entities.enumerated() {
      var hash = KeyHash()
      for unit in String(decoding: pool[entity.id], as: UTF8.self).utf16 { hash.combine(unit) }
      ids.add(hash.value, UInt32(number))
    }
    image.addIndex(.idDirectory, .idEntries, ids.layout())
    image.addText(pool.bytes)
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
    for place in order {
      let name = names[place]
      if name.entity != entity {
        entity = name.entity
        seen.removeAll(keepingCapacity: true)
      }
      if seen.insert(Array(pool[name.text])).inserted { result.append(name) }
    }
    return result
  }

  private mutating func addEntities(_ ordered: [Name], to image: inout LexiconImage) {
    let nameRole = UInt8(roles.number(of: NameRole.name.rawValue))
    // Romanized and English names are readable for everybody, so they are shown first.
    let readable = Set(["ar-Latn", "en", "und-Latn"].map { UInt16(languages.number(of: $0)) })
    var words: [UInt64] = []
    var start = 0
    for (number, entity) in entities.enumerated() {
      var end = start
      while end < ordered.count, ordered[end].entity == UInt32(number) { end += 1 }
      let caption =
        ordered[start..<end].firstIndex { $0.role == nameRole && readable.contains($0.language) } ?? start
      words += [
        entity.id.rawValue, UInt64(start) | UInt64(end - start) << 32,
        UInt64(caption) | UInt64(entity.kind) << 32,
      ]
      start = end
    }
    image.add(.entities, words)
  }

  private func addForms(_ ordered: [Name], to image: inout LexiconImage) {
    var starts = [UInt32](repeating: 0, count: forms.count + 1)
    for name in ordered { starts[Int(name.form) + 1] += 1 }
    for place in 0..<forms.count { starts[place + 1] += starts[place] }
    var postings = [UInt32](repeating: 0, count: ordered.count)
    var next = starts
    for (number, name) in ordered.enumerated() {
      postings[Int(next[Int(name.form)])] = UInt32(number)
      next[Int(name.form)] += 1
    }
    image.add(
      .forms,
      forms.indices.flatMap { place in
        [forms[place].rawValue, UInt64(starts[place]) | UInt64(starts[place + 1] - starts[place]) << 32]
      })
    image.add(.postings, postings)
  }
}
