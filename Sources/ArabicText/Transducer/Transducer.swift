/// A trained model of how Arabic letters and Latin letters correspond in names.
public final class Transducer: Sendable {
  /// A text the model proposes, with its probability in 0…1.
  public struct Proposal: Sendable, Equatable {
    /// The proposed text.
    public let text: String
    /// How probable it is that this is the text meant.
    public let probability: Double
  }

  /// An Arabic word with its vowels restored.
  public struct Vocalization: Sendable, Equatable {
    /// The word in ALA-LC, lower case: "al-qadhdhāfī", "wa-al-kitāb".
    public let scholarly: String
    /// The word in Arabic with vowel marks; U+2060 stands behind an inseparable prefix.
    public let arabic: String
    /// How probable it is.
    public let probability: Double
  }

  /// The model that the program carries.
  public static let carried = Transducer()

  /// Restores the vowels of a word inside its name, likeliest first.
  public func vocalizations(of words: [String], at index: Int, best count: Int) -> [Vocalization] { [] }
  /// Everyday Latin spellings of an Arabic word, lower case, likeliest first.
  public func romanizations(of word: String, best count: Int) -> [Proposal] { [] }
  /// Arabic spellings of a Latin word without vowel marks, likeliest first.
  public func arabizations(of word: String, best count: Int) -> [Proposal] { [] }
}
