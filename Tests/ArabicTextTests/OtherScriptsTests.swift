import Testing

@testable import ArabicText

/// Scripts that ICU writes in Latin letters.
@Suite struct OtherScriptsTests {
  @Test(arguments: [
    "Мухаммед", "Хусейн", "Джейш аль-Изза", "Μοχάμεντ", "מוחמד", "מֻחַמַּד", "मुहम्मद", "মুহাম্মদ", "穆罕默德",
    "ムハンマド", "무함마드", "მუჰამედი", "Մուհամմադ", "มูฮัมหมัด", "ሙሐመድ",
  ])
  func becomeLatin(_ text: String) {
    let name = NameText(text)
    #expect(!name.isEmpty)
    // Besides letters, the space and the apostrophes that the romanization of a script may have.
    let signs: [UInt16] = [0x20, 0x27, 0x2BE, 0x2BF]
    #expect(name.letters.allSatisfy { WritingSystem($0) == .latin || signs.contains($0) })
  }

  @Test(arguments: [
    ("Хусейн", "huseyn"), ("Юсуф", "yusuf"), ("Джамаль", "jamal"), ("Али", "ali"), ("АЛИ", "ali"),
    ("Αλί", "alí"), ("अली", "alī"), ("阿里", "ā lǐ"),
  ])
  func areWrittenAs(_ text: String, _ expected: String) {
    #expect(NameText(text).folded == NameText(expected).folded)
  }

  @Test func keepLatinAndArabicBesideThem() {
    let arabic = "علي"
    #expect(NameText("Ali Али \(arabic)").normalized == "ali ali \(arabic)")
    #expect(NameText("Али Ali").normalized == "ali ali")
    #expect(NameText("Асад, Башар").uninverted?.folded == "bashar asad")
  }

  @Test(arguments: [
    (WritingSystem.latin, "Ali"),
    (.latin, "Ａｌｉ"),
    (.other, "Али"),
    (.other, "阿"),
    (.arabic, "علي"),
    (.arabic, "a علي"),
  ])
  func haveADominantOne(_ expected: WritingSystem, _ text: String) {
    #expect(WritingSystem.dominant(in: text) == expected)
  }

  @Test(arguments: ["", "313", "...", "\u{301}"])
  func haveNoneWithoutLetters(_ text: String) {
    #expect(WritingSystem.dominant(in: text) == nil)
  }
}

extension WritingSystem {
  fileprivate init?(_ unit: UInt16) {
    guard let scalar = Unicode.Scalar(unit) else { return nil }
    self.init(scalar)
  }
}
