internal import ArabicText

/// Why a form was proposed.
public enum CandidateReason: String, Sendable {
  /// The folded forms are equal.
  case exact
  /// A skeleton key is shared.
  case skeleton
  /// Words are shared, in any spelling.
  case words
}

/// Proposes the forms of a lexicon that a query may mean, by its keys, in the order of their trust.
///
/// Storage is kept from query to query; one value serves one thread.
struct CandidateFinder {
  /// A form, the reading of the query that found it, and by which key.
  struct Candidate {
    let form: Int
    let reading: Int
    let reason: CandidateReason
  }

  /// A key of a reading, and where the index may have it.
  private struct Probe {
    let key: UInt64
    let reading: Int
    var bucket = KeyIndex.Bucket()
  }

  /// The most forms that are compared with one query.
  ///
  /// A key that more forms share is cut, and the result says so.
  static let limit = 4096
  /// The most skeleton keys that are looked up for one reading.
  static let keyLimit = 32

  private(set) var candidates: [Candidate] = []
  private(set) var isCut = false
  private var seen = FormSet()
  private var exact: [Probe] = []
  private var skeleton: [Probe] = []
  private var reader = SkeletonKeyReader()
  private var keys: [UInt64] = []

  /// Makes the keys of all readings of a query, for every lexicon that is asked.
  mutating func load(_ query: Query, known: KnownWords) {
    exact.removeAll(keepingCapacity: true)
    skeleton.removeAll(keepingCapacity: true)
    for (number, reading) in query.readings.enumerated() {
      exact.append(Probe(key: reading.foldedHash(), reading: number))
      keys.removeAll(keepingCapacity: true)
      reader.appendKeys(of: reading, limit: Self.keyLimit, known: known.skeletons, to: &keys)
      for key in keys { skeleton.append(Probe(key: key, reading: number)) }
    }
  }

  /// The hash of the folded form of a reading.
  func foldedHash(ofReading number: Int) -> UInt64 { exact[number].key }

  /// Finds what the keys propose in a lexicon.
  mutating func find(in lexicon: Lexicon) {
    candidates.removeAll(keepingCapacity: true)
    isCut = false
    seen.removeAll()
    // All buckets before the first entry, and the first entries of all before the others: they are far apart in the file, so that memory
    // is waited for once instead of once a key.
    Self.seek(&exact, in: lexicon.exact)
    Self.seek(&skeleton, in: lexicon.skeleton)
    Self.read(&exact, in: lexicon.exact)
    Self.read(&skeleton, in: lexicon.skeleton)
    for probe in exact { propose(lexicon.exact, probe, .exact) }
    for probe in skeleton { propose(lexicon.skeleton, probe, .skeleton) }
  }

  private static func seek(_ probes: inout [Probe], in index: KeyIndex) {
    for place in probes.indices { probes[place].bucket = index.bucket(of: probes[place].key) }
  }

  private static func read(_ probes: inout [Probe], in index: KeyIndex) {
    for place in probes.indices { index.readFirst(of: &probes[place].bucket) }
  }

  private mutating func propose(_ index: KeyIndex, _ probe: Probe, _ reason: CandidateReason) {
    index.forEach(probe.key, in: probe.bucket) { form in
      guard candidates.count < Self.limit else {
        isCut = true
        return false
      }
      if seen.insert(form) {
        candidates.append(Candidate(form: Int(form), reading: probe.reading, reason: reason))
      }
      return true
    }
  }
}
