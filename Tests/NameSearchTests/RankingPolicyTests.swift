import Testing

@testable import ArabicText
@testable import NameSearch

/// The policy that the program carries.
@Suite struct RankingPolicyTests {
  /// Weights are read by their places.
  @Test func rowsStandInTheOrderOfTheFeatures() {
    var names: [String] = []
    var weights: [Float] = []
    DataTable.policy.forEachRow { row in
      names.append(row[0])
      weights.append(Float(row[1]) ?? .nan)
    }
    let features = EvidenceFeatures.Feature.allCases
    #expect(names == features.map { "\($0)" })
    #expect(weights == features.map { RankingPolicy().weights[$0.rawValue] })
  }
}
