import ArabicText
import TestSupport
import Testing

@testable import NameSearch

/// Faults of writing that were found by trying it, each with what mended it.
@Suite struct WritingFaultTests {
  private let writer: NameWriter

  init() throws { writer = NameWriter(lexicons: LexiconSet([try Lexicon.carried()])) }

  private func romanized(_ arabic: String, _ scheme: String) throws -> String? {
    try writer.romanize(arabic, scheme: Scheme.named(scheme)).outputs.first?.text
  }

  /// Behind a given name "son of" is no family name such as Ben Ali, unless what follows is none but a family name.
  @Test(arguments: [
    ("محمد بن سعيد", "Muhammad bin Said"), ("ثويني بن سعيد", "Thuwayni bin Said"),
    ("يوسف بن صالح", "Yusuf bin Salih"), ("بن علي", "Ben Ali"), ("الرئيس بن علي", "al-Rais Ben Ali"),
    ("أحمد بن بلة", "Ahmed Ben Bella"), ("رئيس الوزراء بن علي", "Rais al-Wuzara Ben Ali"),
  ])
  func aNasabBehindAGivenNameIsBin(_ arabic: String, _ latin: String) throws {
    #expect(try romanized(arabic, "common") == latin)
  }

  /// A nickname of an entity is no spelling of its short name.
  @Test func aNicknameIsNoSpelling() throws {
    #expect(try romanized("نتنياهو", "common") == "Netanyahu")
    #expect(try writer.normalize("نتنياهو", scheme: Scheme.named("common")).normalized == "Netanyahu")
  }

  /// The model knows how foreign names are spelled at home; a standard has letters for what is written alone.
  @Test(arguments: [
    ("جيمس", "Jīms"), ("ريتشارد", "Rītshārd"), ("كريستيانو", "Krīstiyānū"), ("كريس", "Krīs"),
    ("فرانس", "Frāns"),
    ("روبرتو", "Rūbirtū"),
    ("ڤاليري", "Vālīrī"), ("نيچيرفان", "Nīchīrfān"),
  ])
  func aStandardWritesItsOwnLettersAlone(_ arabic: String, _ latin: String) throws {
    #expect(try romanized(arabic, "ala-lc") == latin)
  }

  @Test(arguments: Scheme.identifiers)
  func noLetterOfAnotherAlphabetIsLeftOver(_ identifier: String) throws {
    let scheme = try Scheme.named(identifier)
    guard scheme.kind != .reading else { return }
    for name in [
      "ڤيينا", "أݣادير", "پێشمەرگە", "هەولێر", "ڕوژین", "ڨفصة", "بوڭافر", "كۆيە", "چيا", "ئاڵا", "ڥاس",
    ] {
      let text = try #require(writer.romanize(name, scheme: scheme).outputs.first?.text)
      #expect(!text.unicodeScalars.contains { (0x620...0x77F).contains($0.value) }, "\(name) \(text)")
    }
  }

  @Test(arguments: [("هەولێر", "Hawlīr"), ("پێشمەرگە", "Pīshmargah"), ("أݣادير", "Agādīr")])
  func kurdishAndMaghrebiLettersAreRead(_ arabic: String, _ latin: String) throws {
    #expect(try romanized(arabic, "ala-lc") == latin)
  }

  @Test(arguments: ["common", "ala-lc", "bgn-pcgn"])
  func digitsAloneAreLatinToo(_ scheme: String) throws {
    #expect(try romanized("١٩٩٠", scheme) == "1990")
    #expect(try romanized("١٢/٣/١٩٩٠", scheme) == "12/3/1990")
  }

  @Test(arguments: [
    ("ala-lc", "فالحب", "fa-al-Ḥubb"), ("ala-lc", "كالبحر", "ka-al-Baḥr"),
    ("ala-lc", "الوالدين", "al-Wālidayn"),
    ("ala-lc", "نورالدين", "Nūr al-Dīn"), ("ala-lc", "ذوالفقار", "Dhū al-Fiqār"),
    ("ala-lc", "تنظيم القاعدة ببلاد المغرب الإسلامي", "Tanẓīm al-Qāʻidah bi-Bilād al-Maghrib al-Islāmī"),
    ("ala-lc", "مجلة الـ BBC", "Majallat al-BBC"), ("common", "الـ 19", "al-19"), ("common", "ال", "Al"),
  ])
  func prefixesAndArticlesStandApart(_ scheme: String, _ arabic: String, _ latin: String) throws {
    #expect(try romanized(arabic, scheme) == latin)
  }

  @Test(arguments: [
    ("ala-lc", "لغة Python", "Lughat Python"), ("common", "سنة ٢٠٠٣", "Sanat 2003"),
    ("ala-lc", "مائة عام", "Miʼat ʻĀm"), ("common", "محكمة أمن", "Mahkamat Amn"),
  ])
  func aHeadIsInConstructBeforeAnythingItOwns(_ scheme: String, _ arabic: String, _ latin: String) throws {
    #expect(try romanized(arabic, scheme) == latin)
  }

  @Test(arguments: [("معنًى", "Maʻnan"), ("فتًى", "Fatan"), ("ابتداءً", "Ibtidāʼan"), ("أيضاً", "Ayḍan")])
  func aWrittenTanwinIsRead(_ arabic: String, _ latin: String) throws {
    #expect(try romanized(arabic, "ala-lc") == latin)
  }

  @Test(arguments: [
    ("من 1914 إلى 1945", "Min 1914 ilá 1945"), ("كتاب «في الأدب»", "Kitāb «fī al-Adab»"),
    ("صور من حياة الصحابة", "Ṣuwar min Ḥayāt al-Ṣaḥābah"),
  ])
  func particlesAreSmallInsideATitle(_ arabic: String, _ latin: String) throws {
    #expect(try romanized(arabic, "ala-lc") == latin)
  }

  /// Everyday spelling doubles letters without a shadda; the more frequent name is meant.
  @Test(arguments: [
    ("Hassan", "حسن"), ("Ahmed Hassan", "أحمد حسن"), ("Ali Hussein Hassan", "علي حسين حسن"),
    ("Mohamed Hassan Ali", "محمد حسن علي"),
  ])
  func theFrequentNameWins(_ latin: String, _ arabic: String) {
    #expect(writer.arabize(latin).outputs.first?.text == arabic)
  }

  @Test(arguments: [
    ("m7md", "محمد"), ("3ly", "علي"), ("mustfa", "مصطفى"), ("'3assan", "غسان"),
    ("ghada 3abd el3al", "غادة عبد العال"),
    ("Ясир", "ياسر"), ("Dschamal", "جمال"), ("Şeyh Said", "الشيخ سعيد"),
    ("mHmd", "محمد"), ("Ebd AlrHmn", "عبد الرحمن"), ("AlqAhrp", "القاهرة"), ("AbdulRahman", "عبد الرحمن"),
    ("Dr. Ahmed", "دكتور أحمد"), ("University of Aleppo", "جامعة حلب"),
    ("Free Syrian Army", "الجيش السوري الحر"),
  ])
  func spellingsAreReadAsTheyAreMeant(_ latin: String, _ arabic: String) {
    #expect(writer.arabize(latin).outputs.first?.text == arabic)
  }

  /// A city is no other spelling of a name, and a kunya is not made the name of one of those who have it.
  @Test(arguments: [
    ("Haifa", "حيفا"), ("Doha", "الدوحة"), ("Dubai", "دبي"), ("Benghazi", "بنغازي"), ("Rabat", "الرباط"),
    ("Zarqa", "الزرقاء"), ("Homs", "حمص"), ("Fatah", "فتح"), ("Juba", "جوبا"), ("Abu Yusuf", "أبو يوسف"),
    ("Abu Sayyaf", "أبو سياف"), ("Hassan", "حسن"), ("Amal", "أمل"),
  ])
  func aFirstSpellingSaysMoreThanAnother(_ latin: String, _ arabic: String) {
    #expect(writer.arabize(latin).outputs.first?.text == arabic)
  }

  /// The article of the next word is written onto a known name, and onto another word before what is called so with it.
  @Test(arguments: [
    ("Habibur Rahman", "حبيب الرحمن"), ("Nurul Amin", "نور الأمين"), ("Mahbubul Alam", "محبوب العالم"),
    ("Lutfun Nahar", "لطف النهار"), ("Mujibur Rahman", "مجيب الرحمن"), ("Mansur Rida", "منصور رضا"),
    ("Yunus Salim", "يونس سالم"), ("Ruhul Amin", "روح الأمين"), ("Mustafizur Rahman", "مستفيض الرحمن"),
    ("Timur Rahimov", "تيمور رحيموف"), ("Rahul Khan", "راهول خان"),
  ])
  func anArticleIsWrittenOntoTheWordBefore(_ latin: String, _ arabic: String) {
    #expect(writer.arabize(latin).outputs.first?.text == arabic)
  }

  /// An English word for what sort of organization or place it is comes first in Arabic; other words stay as they are.
  @Test(arguments: [
    ("Kufa University", "جامعة الكوفة"), ("Salam Hospital", "مستشفى السلام"),
    ("Zaitoun Street", "شارع زيتون"),
    ("Imran Khan", "عمران خان"), ("University of Kufa", "جامعة الكوفة"),
    // Nobody is called Airport or Islands, so that what is before it need not be known; Temple may be a family name.
    ("Quweiris Airport", "مطار قويريس"), ("Zubiyya Mosque", "مسجد زوبية"), ("Shirley Temple", "شيرلي تمبل"),
  ])
  func aHeadBehindANameComesFirst(_ latin: String, _ arabic: String) {
    #expect(writer.arabize(latin).outputs.first?.text == arabic)
  }

  /// An English name of an organization is put together of the words that each of its words means.
  @Test(arguments: [
    ("Islamic University", "الجامعة الإسلامية"), ("5th Brigade", "اللواء الخامس"),
    ("Third Division", "الفرقة الثالثة"), ("Third Corps", "الفيلق الثالث"),
    ("Supreme Judicial Council of Iraq", "مجلس القضاء الأعلى العراقي"),
    ("35th Brigade", "اللواء 35"), ("Damascus Private University", "جامعة دمشق الخاصة"),
    ("Basra International Airport", "مطار البصرة الدولي"), ("Supreme Court", "المحكمة العليا"),
    ("Egyptian Red Crescent", "الهلال الأحمر المصري"), ("Amman Stock Exchange", "بورصة عمان"),
    ("Damascus Chamber of Commerce", "غرفة تجارة دمشق"), ("Committee of Doctors", "لجنة الأطباء"),
    ("Communist Party of Iraq", "الحزب الشيوعي العراقي"),
    ("Syrian Ministry of Oil and Electricity", "وزارة النفط والكهرباء السورية"),
    ("Islamic Center of Mosul", "المركز الإسلامي في الموصل"), ("Kosar Company", "شركة كوثر"),
    ("Martyrs Brigade", "لواء الشهداء"),
    ("National Council for Human Rights", "المجلس الوطني لحقوق الإنسان"),
    ("Omar ibn al-Khattab Brigade", "لواء عمر بن الخطاب"), ("Al-Nasr Brigade", "لواء النصر"),
    ("Ministry of Higher Education and Scientific Research", "وزارة التعليم العالي والبحث العلمي"),
  ])
  func englishOrganizationsArePutTogether(_ latin: String, _ arabic: String) {
    #expect(writer.arabize(latin).outputs.first?.text == arabic)
  }

  /// The same with vowel marks, where all words have them.
  @Test(arguments: [
    ("Islamic University", "الجَامِعَة الإِسْلَامِيَّة"), ("5th Brigade", "اللِّوَاء الخَامِس"),
    ("Committee of Doctors", "لَجْنَة الأَطِبَّاء"),
  ])
  func englishOrganizationsHaveVowels(_ latin: String, _ arabic: String) {
    #expect(writer.arabize(latin, vowels: true).outputs.first?.text == arabic)
  }

  /// Somebody with a title owns an organization, and behind "of", "in" and "at" stands where it is.
  @Test(arguments: [
    ("King Khalid International Airport", "مطار الملك خالد الدولي"),
    ("Queen Alia Hospital", "مستشفى الملكة علياء"), ("Prophet Younis Mosque", "مسجد النبي يونس"),
    ("Sanaa International Airport", "مطار صنعاء الدولي"), ("Rafah Crossing", "معبر رفح"),
    ("University of Sanaa", "جامعة صنعاء"), ("Islamic University in Aden", "الجامعة الإسلامية في عدن"),
    ("Ministry of Oil of Iraq", "وزارة النفط العراقية"),
    ("Faculty of Medicine at Damascus University", "كلية الطب في جامعة دمشق"),
    ("Association for the Liberation of Palestine", "جمعية تحرير فلسطين"),
    ("University of Science and Technology in Aden", "جامعة العلوم والتكنولوجيا في عدن"),
  ])
  func ownersAndPlacesOfOrganizations(_ latin: String, _ arabic: String) {
    #expect(writer.arabize(latin).outputs.first?.text == arabic)
  }

  /// French names of organizations say first what is named, and what it is of last.
  @Test(arguments: [
    ("Université de Damas", "جامعة دمشق"), ("Aéroport international de Beyrouth", "مطار بيروت الدولي"),
    ("Hôpital Charles Nicolle", "مستشفى شارل نيكول"), ("Croissant-Rouge algérien", "الهلال الأحمر الجزائري"),
    ("Société nationale de transport", "الشركة الوطنية للنقل"), ("La Cour suprême", "المحكمة العليا"),
    ("Ministère de la Défense nationale", "وزارة الدفاع الوطني"),
    ("Forces armées royales", "القوات المسلحة الملكية"),
    ("Charles de Gaulle", "شارل ديغول"), ("Jean de la Fontaine", "جان دي لا فونتين"),
  ])
  func frenchOrganizationsArePutTogether(_ latin: String, _ arabic: String) {
    #expect(writer.arabize(latin).outputs.first?.text == arabic)
  }

  /// English titles are translated before known names alone, and what English calls a mountain stands before its name.
  @Test(arguments: [
    ("King Khalid", "الملك خالد"), ("King Abdullah", "الملك عبد الله"),
    ("Colonel Muammar Gaddafi", "العقيد معمر القذافي"),
    ("Major General Qasem Soleimani", "اللواء قاسم سليماني"),
    ("Prime Minister Nouri al-Maliki", "رئيس الوزراء نوري المالكي"),
    ("Stephen King", "ستيفن كينغ"), ("Ibrahim King", "إبراهيم كينغ"), ("River Nile", "نهر النيل"),
    ("Mount Lebanon", "جبل لبنان"),
  ])
  func titlesAndSortsOfPlacesStandBeforeNames(_ latin: String, _ arabic: String) {
    #expect(writer.arabize(latin).outputs.first?.text == arabic)
  }

  /// What English has a name for is first of all that place, and so are all names in a row of places; names of persons stay names.
  @Test(arguments: [
    ("Sanaa", "صنعاء"), ("Rafah", "رفح"), ("Sanaa, Yemen", "صنعاء، اليمن"), ("Salt, Jordan", "السلط، الأردن"),
    ("Sanaa Mohammed", "سناء محمد"), ("Saida", "سعيدة"), ("ABDULLAH, Amir", "عبد الله، أمير"),
  ])
  func placesAreMoreThanNames(_ latin: String, _ arabic: String) {
    #expect(writer.arabize(latin).outputs.first?.text == arabic)
  }

  /// "The" and "of" are no names where they are not translated.
  @Test(arguments: [
    ("Lord of the Rings", "لورد أوف ذا رينجس")
  ])
  func wordsThatJoinOthersAreNoNames(_ latin: String, _ arabic: String) {
    #expect(writer.arabize(latin).outputs.first?.text == arabic)
  }

  /// The name that English has for a place or person is its usual spelling where it is one: Pakistan, and no Damascus for دمشق.
  @Test(arguments: [
    ("باكستان", "Pakistan"), ("محمد رضا بهلوي", "Mohammad Reza Pahlavi"),
    ("رجب طيب أردوغان", "Recep Tayyip Erdogan"),
    ("غازي عنتاب", "Gaziantep"), ("بغداد", "Baghdad"), ("صنعاء", "Sanaa"), ("دمشق", "Dimashq"),
    ("سكاي نيوز عربية", "Sky News Arabia"),
  ])
  func englishNamesThatSpellAreUsual(_ arabic: String, _ latin: String) throws {
    let common = try Scheme.named(NameWriter.everydayScheme)
    #expect(writer.romanize(arabic, scheme: common).outputs.first?.text == latin)
  }

  /// English names of organizations have a standard form too, with the vowels that the tables of words lack restored.
  @Test(arguments: [
    ("King Khalid Hospital", "Mustashfá al-Malik Khālid"),
    ("Egyptian Red Crescent", "al-Hilāl al-Aḥmar al-Miṣrī"), ("Sanaa", "Ṣanʻāʼ"),
    ("Sanaa Mohammed", "Sanāʼ Muḥammad"),
  ])
  func englishNamesAreNormalized(_ latin: String, _ standard: String) throws {
    #expect(writer.normalize(latin, scheme: try Scheme.named("ala-lc")).normalized == standard)
  }

  /// What English calls a place is the first spelling to search for.
  @Test func englishNamesAreTheFirstVariants() {
    #expect(writer.variants(of: "باكستان", script: .latin).first?.text == "Pakistan")
  }

  /// The word for a sort of place stands last in English and first in Arabic, so it is no spelling of what stands there.
  @Test func aSortOfPlaceIsNoSpellingOfItsName() throws {
    let list = try SmallLexicon(rows: [
      ["id", "kind", "language", "role", "name"], ["x", "place", "ar", "name", "جَزِيرَة كَمْرَانُو"],
      ["x", "place", "ar", "alias", "كَمْرَانُو"], ["x", "place", "en", "name", "Kamranoo Island"],
    ])
    let writer = NameWriter(lexicons: LexiconSet([try Lexicon.carried(), list.lexicon]))
    let written = writer.romanize("كمرانو", scheme: try Scheme.named(NameWriter.everydayScheme))
    #expect(written.outputs.first?.text == "Kamranoo")
  }

  /// In chat spelling 2 is ق (qaf) where that makes a known word.
  @Test(arguments: [("6are2", "طارق"), ("2a7mad", "أحمد"), ("8asem", "قاسم"), ("7'aled", "خالد")])
  func aTwoMayBeQaf(_ latin: String, _ arabic: String) {
    #expect(writer.arabize(latin).outputs.first?.text == arabic)
  }
}
