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
struct CandidateFinder {
  /// A form, the reading of the query that found it, and by which key.
  struct Candidate {
    let form: Int
    let reading: Int
    let reason: CandidateReason
  }

  /// The most forms that are compared with one query.
  ///
  /// A key that more forms share is cut, and the result says so.
  static let limit = 4096
  /// The most skeleton keys that are looked up for one reading.
  static let keyLimit = 32

  private(set) var candidates: [Candidate] = []
  private(set) var isCut = false
  private var seen: Set<Int> = []

  /// The keys of all readings of a query, made once and used for each lexicon.
  struct Keys {
    let exact: [UInt64]
    let skeleton: [[UInt64]]

    init(_ query: Query, known: KnownWords) {
      exact = query.readings.map { $0.foldedHash() }
      skeleton = query.readings.map {
        SkeletonBuilder().keys(of: $0, limit: CandidateFinder.keyLimit, known: known.skeletons)
      }
    }
  }

  init(_ keys: Keys, in lexicon: Lexicon) {
    for (reading, key) in keys.exact.enumerated() {
      propose(lexicon.exact, key, reading, .exact)
    }
    for (reading, readingKeys) in keys.skeleton.enumerated() {
      for key in readingKeys { propose(lexicon.skeleton, key, reading, .skeleton) }
    }
  }

  private mutating func propose(_ index: KeyIndex, _ key: UInt64, _ reading: Int, _ reason: CandidateReason) {
    index.forEach(key) { form in
      guard candidates.count < Self.limit else {
        isCut = true
        return false
      }
      if seen.insert(Int(form)).inserted {
        candidates.append(Candidate(form: Int(form), reading: reading, reason: reason))
      }
      return true
    }
  }
}
