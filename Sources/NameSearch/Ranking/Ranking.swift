/// The best name of each entity so far.
struct Ranking {
  private struct Entry {
    let lexicon: Int
    let entity: Int
    var score: Double
    var name: Int
    var form: Int
    var reason: CandidateReason
    /// Whether the entity is a word or a part of names; false where that is not told.
    let isPart: Bool
  }

  /// Whether words and parts of names are told from other entities, which then stand before them on equal terms.
  private let tellsParts: Bool
  /// Whether names or entities were left out.
  var isCut = false
  /// Each entity once, as they came.
  private var entries: [Entry] = []
  /// Where entities are in `entries`, once there are many.
  private var places: [UInt64: Int] = [:]
  /// The highest score.
  private(set) var bestScore: Double = 0
  /// The highest score of an entity that is no part of names, where those are told.
  private(set) var bestWhole: Double = 0

  /// The least score of a spelling of a translation: words of other languages are not spelled in many ways.
  private static let leastTranslation = 0.9
  /// The most entities of one name that are listed.
  private static let entityLimit = 4096
  /// So few entries are looked through one by one.
  private static let few = 12

  private static func key(_ lexicon: Int, _ entity: Int) -> UInt64 { UInt64(lexicon) << 32 | UInt64(entity) }

  init(tellsParts: Bool = false) { self.tellsParts = tellsParts }

  /// Where an entity is in `entries`.
  private func place(ofEntity entity: Int, _ lexicon: Int) -> Int? {
    guard entries.count <= Self.few else { return places[Self.key(lexicon, entity)] }
    for place in entries.indices where entries[place].entity == entity && entries[place].lexicon == lexicon {
      return place
    }
    return nil
  }

  private mutating func findPlaces() {
    places.removeAll(keepingCapacity: true)
    guard entries.count > Self.few else { return }
    for (place, entry) in entries.enumerated() { places[Self.key(entry.lexicon, entry.entity)] = place }
  }

  /// The highest score that an entity has in both rankings: the lower of the two scores; 0 when they share none.
  func sharedScore(_ other: Ranking) -> Double {
    entries.reduce(0) { most, entry in
      let place = other.place(ofEntity: entry.entity, entry.lexicon)
      return max(most, min(entry.score, place.map { other.entries[$0].score } ?? 0))
    }
  }

  /// Calls `body` with the name of each entity that scores at least so much.
  func forEach(atLeast score: Double, _ body: (Candidate) -> Void) {
    for entry in entries where entry.score >= score {
      body(Candidate(lexicon: entry.lexicon, name: entry.name, form: entry.form, score: entry.score))
    }
  }

  /// A name of an entity, with its form and score.
  struct Candidate {
    let lexicon: Int
    let name: Int
    let form: Int
    let score: Double
  }

  /// Lets `body` put another name and score in the place of those of the best entities; with nil an entity is left out.
  mutating func revise(best count: Int, _ body: (Candidate) -> Candidate?) {
    // Of equal scores the first of the source, so that the same are looked at in every run.
    var ordered = Array(entries.indices)
    if ordered.count > 1 {
      ordered.sort {
        let (left, right) = (entries[$0], entries[$1])
        return (right.score, left.lexicon, left.entity) < (left.score, right.lexicon, right.entity)
      }
    }
    var left: [Int] = []
    for place in ordered.prefix(count) {
      let old = entries[place]
      let candidate = Candidate(lexicon: old.lexicon, name: old.name, form: old.form, score: old.score)
      guard let new = body(candidate) else {
        left.append(place)
        continue
      }
      (entries[place].score, entries[place].name, entries[place].form) = (new.score, new.name, new.form)
    }
    guard !left.isEmpty else { return }
    for place in left.sorted(by: >) { entries.remove(at: place) }
    findPlaces()
  }

  /// Leaves out what scores less than a part of the best of the same lexicon, where that is at least `least`, unless `isSpared`.
  mutating func drop(below part: Double, whenBest least: Double, unless isSpared: (Candidate) -> Bool) {
    // The best is never left out.
    guard entries.count > 1 else { return }
    let lexicons = entries.reduce(0) { max($0, $1.lexicon + 1) }
    var most = [Double](repeating: 0, count: lexicons)
    for entry in entries { most[entry.lexicon] = max(most[entry.lexicon], entry.score) }
    let count = entries.count
    entries.removeAll { entry in
      guard most[entry.lexicon] >= least, entry.score < part * most[entry.lexicon] else { return false }
      return !isSpared(
        Candidate(lexicon: entry.lexicon, name: entry.name, form: entry.form, score: entry.score))
    }
    if entries.count < count { findPlaces() }
  }

  /// Adds the entities that have a form.
  ///
  /// Initials count only for the same letters, whatever they sound like: "x" is not "KH". `hasOtherLetters` is asked for them.
  mutating func add(
    form: Int, of lexicon: Lexicon, _ index: Int, _ score: Double, _ reason: CandidateReason,
    kinds: Set<String> = [], hasOtherLetters: () -> Bool = { false }
  ) {
    var count = 0
    lexicon.forEachName(ofForm: form) { place in
      if reason != .words {
        let role = lexicon.knownRole(ofName: place)
        if score < Self.leastTranslation, role == .translation { return true }
        if role == .abbreviation, lexicon.isInitials(place), hasOtherLetters() { return true }
      }
      if !kinds.isEmpty, !kinds.contains(lexicon.kind(ofName: place)) { return true }
      count += 1
      guard count <= Self.entityLimit else {
        isCut = true
        return false
      }
      add(
        Entry(
          lexicon: index, entity: lexicon.entity(ofName: place), score: score, name: place, form: form,
          reason: reason,
          isPart: tellsParts && lexicon.knowsWords && lexicon.isNamePart(entityOfName: place)))
      return true
    }
  }

  private mutating func add(_ new: Entry) {
    if let place = place(ofEntity: new.entity, new.lexicon) {
      let old = entries[place]
      // Of names that are equally close, the first of the source says it best.
      if old.score > new.score || (old.score == new.score && old.name <= new.name) { return }
      entries[place] = new
    } else {
      entries.append(new)
      if entries.count == Self.few + 1 {
        findPlaces()
      } else if entries.count > Self.few {
        places[Self.key(new.lexicon, new.entity)] = entries.count - 1
      }
    }
    bestScore = max(bestScore, new.score)
    if !new.isPart { bestWhole = max(bestWhole, new.score) }
  }

  /// The matches, the best first.
  func list(
    _ lexicons: [Lexicon], limit: Int, minimumScore: Double = 0,
    evidence: ((_ lexicon: Int, _ form: Int) -> [EvidenceItem])? = nil
  ) -> MatchList {
    var ordered = entries
    if minimumScore > 0 { ordered.removeAll { $0.score < minimumScore } }
    if ordered.count > 1 { ordered.sort { $0.score > $1.score } }
    guard let last = ordered.prefix(limit).last else { return MatchList(matches: [], isCut: isCut) }
    // Only what can be among the first is read from the file; equal scores are ordered by id.
    let candidates = ordered.prefix { $0.score >= last.score }
    let sorted = candidates.count == 1 ? candidates : Self.byID(candidates, lexicons)[...]
    let first = sorted.prefix(limit).map { entry in
      let lexicon = lexicons[entry.lexicon]
      let entity = lexicon.entity(at: entry.entity)
      let isCaption = lexicon.caption(ofEntity: entry.entity) == entry.name
      return Match(
        entity: entity, score: entry.score,
        matched: lexicon.name(at: entry.name, text: isCaption ? entity.caption : nil),
        reason: entry.reason, evidence: evidence?(entry.lexicon, entry.form) ?? [], lexicon: entry.lexicon,
        place: entry.entity)
    }
    return MatchList(matches: first, isCut: isCut)
  }

  /// Orders what is ordered by score also by the ids of entities, those behind others that are only parts of names.
  private static func byID(_ entries: ArraySlice<Entry>, _ lexicons: [Lexicon]) -> [Entry] {
    var named = entries.map { (entry: $0, id: lexicons[$0.lexicon].id(ofEntity: $0.entity)) }
    named.sort { left, right in
      if left.entry.score != right.entry.score { return left.entry.score > right.entry.score }
      return left.entry.isPart == right.entry.isPart ? left.id < right.id : right.entry.isPart
    }
    return named.map(\.entry)
  }
}
