import ArabicText
import TestSupport
import Testing

@testable import NameSearch

/// Forms that are read together against their slow twin, which reads one after the other.
@Suite struct LookedFormsTests {
  private static let small = Result {
    var random = RandomNames(seed: 5)
    let made = (0..<80).map { _ in random.name(isArabic: Bool.random(using: &random.generator), longest: 5) }
    return try SmallLexicon(names: made + ["Assad, Bashar", "محمد", "Ali"])
  }

  @Test(arguments: [0, 1, 7, 1000], [false, true])
  func haveTheKeysOfEachForm(_ most: Int, _ isNarrowed: Bool) throws {
    let vocabulary = try Self.small.get().lexicon.vocabulary
    let wanted = (0..<UInt32(vocabulary.formCount)).reversed() + [UInt32.max]
    let isWanted: ((UInt32) -> Bool)? = isNarrowed ? { $0 % 3 == 0 } : nil
    var forms = LookedForms()
    // What an earlier call left must not be seen.
    forms.load([0, 1], 2, vocabulary, nil)
    forms.load(Array(wanted), most, vocabulary, isWanted)
    #expect(forms.forms == Array(wanted.filter { isWanted?($0) ?? true }.prefix(most)))
    for (place, form) in forms.forms.enumerated() {
      var keys: [UInt32] = []
      vocabulary.forEachWord(ofForm: Int(form)) { word in
        if let word { keys.append(vocabulary.key(ofWord: word)) }
      }
      #expect(Array(forms.keys[forms.keys(at: place)]) == keys)
    }
  }
}
