import TestSupport
import Testing

@testable import ArabicText

@Suite struct ListKeysTests {
  /// Keys made of numbered words are those of the whole names, whatever stands beside a word, articles, titles, commas and
  /// known words among them.
  @Test func areTheKeysOfTheNames() {
    var random = RandomNames(seed: 51)
    var words = (0..<60).map { _ in random.name(isArabic: Bool.random(using: &random.generator), longest: 1) }
    words += [
      "al", "ash", "el", "abd", "عبد", "sheikh", "الشيخ", "dr", "abdul", "ziaur", "rahman", "habibul", "haq",
      ",",
    ]
    words += ["313", "7asan", "ibn", "abu", "الدين", "mohd"]
    let known: SkeletonBuilder.KnownSkeletons = {
      $0 % 3 == 0 ? [[0x68, 0x6D, 0x64], [UInt8($0 % 7) + 0x61]] : []
    }
    var keys = ListKeys(limit: 16)
    var numbers: [[UInt16]: UInt32] = [:]
    for _ in 0..<4000 {
      let count = Int.random(in: 1...5, using: &random.generator)
      let name = NameText(
        (0..<count).map { _ in words.randomElement(using: &random.generator) ?? "" }.joined(separator: " "))
      guard !name.isEmpty else { continue }
      var form: [UInt32] = []
      for word in name.letters.split(separator: 0x20) {
        if word.elementsEqual([0x2C]) {
          form.append(0)
          continue
        }
        if numbers[Array(word)] == nil {
          keys.addWord(word)
          numbers[Array(word)] = UInt32(numbers.count + 1)
        }
        form.append(numbers[Array(word)] ?? 0)
      }
      var (exact, skeletons): ([UInt64], [UInt64]) = ([], [])
      keys.forEachKey(of: form[...], known: known) {
        exact.append($0)
      } skeleton: {
        skeletons.append($0)
      }
      let readings = [name, name.uninverted].compactMap { $0 }
      #expect(exact == readings.map { $0.foldedHash() }, "\(name.folded)")
      let expected = readings.map { SkeletonBuilder().keys(of: $0, limit: 16, known: known) }
      #expect(skeletons.count == expected.reduce(0) { $0 + $1.count }, "\(name.folded)")
      #expect(Set(skeletons) == Set(expected.joined()), "\(name.folded)")
    }
  }
}
