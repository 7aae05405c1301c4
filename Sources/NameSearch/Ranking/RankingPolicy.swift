/// Makes a score of evidence.
///
/// Until the score is fitted on labelled pairs it says how close two spellings are, not how likely they are the same
/// name: 1 for the same normalized letters, at least 0.9 for the same folded form, 0.97 for a regular romanization,
/// and less the more the letters differ. It falls with each cost and depends on nothing else.
package struct RankingPolicy: Sendable {
  package init() {}

  /// Returns a score in 0…1.
  package func score(_ evidence: Evidence) -> Double {
    if evidence.isIdentical { return 1 }
    if evidence.isFoldedEqual { return max(0.9, 0.99 - 0.01 * Double(evidence.cost)) }
    // Costs weigh less in a longer name.
    let scale = 8 + Double(evidence.letterCount) / 2
    return 0.97 * scale / (scale + Double(evidence.cost))
  }
}
