/// Where the vowels or letters of an answer come from.
public enum WritingSource: String, Sendable, Comparable {
  /// They were given, or follow from what was given by rule.
  case given
  /// The lexicon knows the name or its words.
  case lexicon
  /// The trained model proposes them.
  case model

  private var rank: Int {
    switch self {
    case .given: 0
    case .lexicon: 1
    case .model: 2
    }
  }

  /// Orders sources by how much was added to what was given.
  public static func < (left: WritingSource, right: WritingSource) -> Bool { left.rank < right.rank }
}

/// A text written in the other script.
public struct Written: Sendable {
  /// One way to write it.
  public struct Output: Sendable, Equatable {
    /// The text.
    public let text: String
    /// How probable it is, in 0…1.
    public let score: Double
  }

  /// The ways to write it, likeliest first, each once.
  public let outputs: [Output]
  /// The identifier of the scheme that was written or read.
  public let scheme: String
  /// Where the first output comes from.
  public let source: WritingSource
  /// Whether there was nothing to write in the other script, so that the text stands as it was.
  public let isPassedThrough: Bool
}

/// A name in its standard form.
public struct NormalizedName: Sendable {
  /// The name as the scheme writes it.
  public let normalized: String
  /// The name in Arabic letters, without vowel marks; empty when there is none.
  public let arabic: String
  /// The same with the vowel marks that are known.
  public let vocalized: String
  /// Where the form comes from.
  public let source: WritingSource
  /// The folded form of the Arabic name: what its spellings have in common letter for letter.
  public let folded: String
  /// The skeleton keys of the Arabic name, as 16 hexadecimal digits each.
  public let skeletons: [String]
}

/// A spelling under which a name may be found elsewhere.
public struct NameVariant: Sendable, Equatable {
  /// The spelling.
  public let text: String
  /// Its script: Arabic or Latin.
  public let script: String
  /// How likely it is, in 0…1.
  public let score: Double
}
