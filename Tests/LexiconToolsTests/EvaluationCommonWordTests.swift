import TestSupport
import Testing

@testable import LexiconTools

/// Pairs of different names that share a common word.
@Suite struct EvaluationCommonWordTests {
  private static let firsts = [
    ("سامي", "Sami"), ("باسم", "Basim"), ("نادية", "Nadia"), ("خالد", "Khalid"), ("رنا", "Rana"),
    ("عمر", "Omar"),
  ]

  /// Six entities with one family name, four with another, and one of a single word.
  private static let names: [EntityName] = {
    var names: [EntityName] = []
    func add(_ entity: String, _ arabic: String, _ latin: String) {
      names.append(EntityName(entity: entity, script: .arabic, name: arabic))
      names.append(EntityName(entity: entity, script: .latin, name: latin))
    }
    for (number, first) in firsts.enumerated() {
      add("h\(number)", first.0 + " حداد", first.1 + " Haddad")
      if number < 4 { add("m\(number)", first.0 + " منصور", first.1 + " Mansour") }
    }
    add("single", "حداد", "Haddad")
    return names
  }()

  @Test(arguments: [ScriptPair.withinLatin, .withinArabic, .arabicToLatin])
  func pairsAreDifferentNamesWithACommonWord(_ scripts: ScriptPair) {
    let measure = CommonWordMeasure(names: Self.names)
    let pairs = measure.pairs(scripts)
    // Each two of six names; across scripts in both ways.
    #expect(pairs.count == (scripts == .arabicToLatin ? 30 : 15))
    #expect(Set(pairs.map { [$0.first, $0.second] }).count == pairs.count)
    let families = (scripts == .withinLatin ? "Haddad" : "حداد", scripts == .withinArabic ? "حداد" : "Haddad")
    for (first, second) in pairs {
      #expect(first.hasSuffix(" " + families.0) && second.hasSuffix(" " + families.1))
    }
    let entities = Dictionary(uniqueKeysWithValues: Self.names.map { ($0.name, $0.entity) })
    #expect(pairs.allSatisfy { entities[$0.first] != entities[$0.second] })
    #expect(measure.pairs(scripts).map(\.first) == pairs.map(\.first))
    #expect(measure.pairs(scripts, limit: 7).count == 7)
  }

  @Test func entitiesWithOneNameAreOne() {
    var names = Self.names
    // Another entity's name, but for marks and case.
    names.append(EntityName(entity: "x", script: .latin, name: "SĀMĪ HADDAD"))
    names.append(EntityName(entity: "x", script: .latin, name: "Layla Haddad"))
    let pairs = CommonWordMeasure(names: names).pairs(.withinLatin).map { Set([$0.first, $0.second]) }
    #expect(pairs.contains(["Layla Haddad", "Omar Haddad"]))
    #expect(!pairs.contains(["Layla Haddad", "Sami Haddad"]))
    #expect(!pairs.contains(["SĀMĪ HADDAD", "Sami Haddad"]))
  }

  @Test func fourEntitiesDoNotMakeAWordCommon() {
    let names = Self.names.filter { $0.entity.hasPrefix("m") }
    for scripts in ScriptPair.allCases { #expect(CommonWordMeasure(names: names).pairs(scripts).isEmpty) }
  }

  @Test func countsWhatIsRightlyNotTheSame() throws {
    let pairs = Self.firsts.map { NamePair(arabic: $0.0 + " حداد", latin: $0.1 + " Haddad") }
    let measure = CommonWordMeasure(pairs: pairs)
    let method = ComparisonMethod(threshold: 0.5) { left, right in
      left.hasPrefix("Sami") || right.hasPrefix("Sami") ? 0.5 : 0.49
    }
    #expect(measure.measure(.withinLatin, method) == Tally(count: 15, correct: 10))
    #expect(measure.measure(.withinLatin, ComparisonMethod { _, _ in 1 }) == nil)
  }
}
