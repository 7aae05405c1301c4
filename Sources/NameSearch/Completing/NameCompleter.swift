internal import ArabicText

/// Finds the names that go on from what was typed, and orders them.
struct NameCompleter {
  private struct Found {
    let rank: UInt64
    let lexicon: Int
    let entity: UInt32
    let name: UInt32
  }

  /// Whether names were left out.
  private var isCut = false
  private var found: [Found] = []
  private var walk = FormWalk()
  private var seen: Set<UInt32> = []
  private var name = NameText()
  private var words = CompletionWords()

  mutating func begin() {
    found.removeAll(keepingCapacity: true)
    isCut = false
  }

  /// Adds the names of a lexicon.
  mutating func find(
    _ pattern: CompletionPattern, in lexicon: Lexicon, _ index: Int, _ effort: FormWalk.Effort
  ) {
    walk.begin(pattern, lexicon.vocabulary, effort)
    if walk.isCut { isCut = true }
    let facts = NameFacts(lexicon)
    seen.removeAll(keepingCapacity: true)
    let most = found.count + effort.names
    while let form = walk.next(lexicon.vocabulary) {
      guard !seen.contains(form) else { continue }
      guard seen.count < effort.forms, found.count < most else {
        isCut = true
        return
      }
      seen.insert(form)
      lexicon.load(form: Int(form), into: &name)
      words.load(name)
      if let rank = pattern.rank(words) { add(form, rank, lexicon, index, facts, effort.namesOfForm) }
    }
  }

  private mutating func add(
    _ form: UInt32, _ rank: CompletionRank, _ lexicon: Lexicon, _ index: Int, _ facts: NameFacts, _ limit: Int
  ) {
    var count = 0
    lexicon.forEachName(ofForm: Int(form)) { name in
      guard count < limit else {
        isCut = true
        return false
      }
      count += 1
      var rank = rank
      let entity = facts.add(name, to: &rank)
      found.append(
        Found(
          rank: rank.value, lexicon: index, entity: UInt32(truncatingIfNeeded: entity),
          name: UInt32(truncatingIfNeeded: name)))
      return true
    }
  }

  /// What was found, each entity once with the name of it that comes first.
  ///
  /// Of names that fit equally well, one in the script of what was typed is shown: other scripts are compared in Latin.
  mutating func list(_ lexicons: [Lexicon], _ script: WritingSystem?, limit: Int) -> CompletionList {
    found.sort { left, right in
      (left.rank, left.lexicon, left.name) < (right.rank, right.lexicon, right.name)
    }
    var completions: [Completion] = []
    var listed: Set<UInt64> = []
    for item in found {
      guard completions.count < limit else { break }
      guard listed.insert(UInt64(item.lexicon) << 32 | UInt64(item.entity)).inserted else { continue }
      let lexicon = lexicons[item.lexicon]
      completions.append(
        Completion(
          entity: lexicon.entity(at: Int(item.entity)), matched: shownName(of: item, lexicon, script),
          isWhole: CompletionRank.isWhole(item.rank), lexicon: item.lexicon, place: Int(item.entity)))
    }
    return CompletionList(completions: completions, isCut: isCut)
  }

  private func shownName(of item: Found, _ lexicon: Lexicon, _ script: WritingSystem?) -> LexiconName {
    let first = lexicon.name(at: Int(item.name))
    guard WritingSystem.dominant(in: first.text) != script else { return first }
    for other in found where other.entity == item.entity && other.lexicon == item.lexicon {
      guard CompletionRank.fit(other.rank) == CompletionRank.fit(item.rank) else { continue }
      let name = lexicon.name(at: Int(other.name))
      if WritingSystem.dominant(in: name.text) == script { return name }
    }
    return first
  }
}

/// What a lexicon says of a name beside its form, without reading a text.
private struct NameFacts {
  private let lexicon: Lexicon
  /// For each kind, whether its entities are words or parts of names.
  private let nameParts: [Bool]
  /// For each role, its place among `NameRole`.
  private let roles: [Int]

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    let sections = lexicon.sections
    nameParts = (0..<sections.count(.kinds)).map {
      EntityKinds.nameParts.contains(sections.string(sections.span(.kinds, $0)))
    }
    let order = NameRole.allCases.map(\.rawValue)
    roles = (0..<sections.count(.roles)).map {
      order.firstIndex(of: sections.string(sections.span(.roles, $0))) ?? order.count
    }
  }

  /// Adds what is known of a name; returns its entity.
  func add(_ name: Int, to rank: inout CompletionRank) -> Int {
    let sections = lexicon.sections
    let entity = lexicon.entity(ofName: name)
    let detail = Int(sections.load(UInt32.self, .entities, entity, field: 16))
    let kind = Int(sections.load(UInt16.self, .entityDetails, detail, field: 16))
    let nameDetail = Int(sections.load(UInt32.self, .names, name, field: 16))
    let role = Int(sections.load(UInt8.self, .details, nameDetail, field: 26))
    rank.isNamePart = nameParts.indices.contains(kind) && nameParts[kind]
    rank.role = roles.indices.contains(role) ? roles[role] : NameRole.allCases.count
    rank.names = lexicon.nameRange(ofEntity: entity).count
    return entity
  }
}
