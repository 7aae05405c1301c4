/// Whether two names are the same name, and why.
public struct Comparison: Sendable {
  /// What a comparison says.
  public enum Verdict: String, Sendable {
    /// The score reaches the default threshold.
    case same
    /// They may be the same; a person should look.
    case possible
    /// They are different names.
    case different
  }

  /// One name, as given.
  public let left: String
  /// The other.
  public let right: String
  /// 0…1; the same with the names exchanged.
  public let score: Double
  /// What the score says.
  public let verdict: Verdict
  /// What stands for what, in the order of the left name, and what is left over.
  public let evidence: [EvidenceItem]
}
