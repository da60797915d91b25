import Testing

@testable import Adoption

extension WholeSiteTests {
  static let bar = "[Українська](uk.md) | [Русский](ru.md) | [Қазақша](kk.md)\n"
  static let af = "# Werk\n\nDie span doen dit vir die mense en dit is in die lys van die werk.\n"
  static let bg =
    "# Работа\n\n"
    + String(repeating: "Това е списъкът на хората, които правят всичко за вас.\n", count: 8) + bar
  static let kk =
    "# Жұмыс\n\nБұл тізімде команда сіз үшін не істейтіні көрсетілген, және өңделген.\n"
  static let uk = "# Робота\n\nКоманда робить усе це для вас, і це є в списку.\n"
  static let he = "# עבודה\n\nהצוות עושה את כל זה בשבילך.\n"
  static let hi = "# काम\n\nटीम आपके लिए यह सब करती है।\n"
  static let ar = "# عمل\n\nالفريق يقوم بكل هذا من أجلك.\n"
  static let tr =
    "# İş\n\nEkip bunu sizin için yapar ve bu bir liste olarak her gün daha iyi olur.\n"
  static let id = "# Kerja\n\nTim ini untuk anda dan akan ada di daftar yang tidak lama.\n"
  static let eu = "# Lana\n\nTaldeak hau guztia egiten du zuretzat.\n"

  /// Names of one language among many siblings, its text, and its tag.
  static let siblings: [(name: String, text: String, tag: String)] = [
    ("af", af, "af"), ("bg", bg, "bg"), ("kk", kk, "kk"), ("tw", zh, "zh-TW"),
    ("tw", none, "zh-TW"),
    ("kr", none, "ko"), ("br", none, "pt-BR"), ("cn", none, "zh-CN"), ("cn", zh, "zh-CN"),
    ("jp", none, "ja"), ("ua", uk, "uk"), ("cz", none, "cs"), ("hin", hi, "hi"),
    ("tur", none, "tr"), ("korean", none, "ko"), ("basque", eu, "eu"), ("it", none, "it"),
    ("hr", none, "hr"), ("iw", he, "he"), ("ko", none, "ko"), ("ur", none, "ur"),
    ("cn", en, "zh-CN"), ("tw", en, "zh-TW"), ("korean", en, "ko"), ("pl", en, "pl"),
    ("uk", uk, "uk"), ("ru", String(repeating: ru, count: 8) + bar, "ru"), ("in", id, "id"),
    ("sw", none, "sw"),
  ]

  @Test(arguments: siblings.indices)
  func aNameAmongSiblingsIsALanguage(index: Int) throws {
    let (name, text, tag) = Self.siblings[index]
    for (base, mark) in [("README", "-"), ("auth", "."), ("a b", "_"), ("docs/x/auth", ".")] {
      let key = base == "README" ? "index" : base == "docs/x/auth" ? "auth" : base
      try Site(
        ("\(base).md", Self.en, "en/\(key)"), ("\(base)\(mark)\(name).md", text, "\(tag)/\(key)"),
        ("\(base)\(mark)de.md", Self.de, "de/\(key)"),
        ("\(base)\(mark)es.md", Self.es, "es/\(key)"),
        ("\(base)\(mark)fr.md", Self.fr, "fr/\(key)")
      ).check()
    }
  }

  /// Without a source beside them, a file that waits for its translation is one.
  @Test(arguments: ["pl", "korean", "cn", "kr"])
  func aFamilyNeedsNoSource(name: String) throws {
    let tag = ["korean": "ko", "cn": "zh-CN", "kr": "ko"][name] ?? name
    try Site(
      ("d/auth-\(name).md", Self.en, "\(tag)/d/auth"), ("d/auth-de.md", Self.de, "de/d/auth"),
      ("d/auth-es.md", Self.es, "es/d/auth"), ("d/auth-fr.md", Self.fr, "fr/d/auth"),
      ("x.md", Self.en, "en/x"), ("x.ja.md", Self.ja, "ja/x")
    ).check()
  }

  /// Departments beside languages have a text in the language of the source.
  @Test(arguments: ["it", "hr", "id", "is", "us", "at", "draft", "may", "run"])
  func aDepartmentAmongSiblingsIsNone(name: String) throws {
    let places = try Site(
      ("plan.md", Self.fr, "fr/plan"), ("other.md", Self.fr, "fr/other"),
      ("plan-\(name).md", Self.ru, ""),
      ("plan-de.md", Self.de, "de/plan"), ("plan-es.md", Self.es, "es/plan"),
      ("plan-ja.md", Self.ja, "ja/plan"), ("plan-zh-CN.md", Self.zh, "zh-CN/plan")
    ).places()
    #expect(places["plan-\(name).md"] == "fr/plan-\(name)")
    #expect(places["plan.md"] == "fr/plan")
  }

  /// The names of languages, one of which each code has.
  @Test(arguments: [
    ("basque", "eu"), ("croatian", "hr"), ("serbian", "sr"), ("malay", "ms"), ("filipino", "fil"),
    ("estonian", "et"), ("latvian", "lv"), ("lithuanian", "lt"), ("slovenian", "sl"),
    ("icelandic", "is"), ("urdu", "ur"), ("tamil", "ta"), ("azerbaijani", "az"), ("Eesti", "et"),
    ("Afrikaans", "af"), ("Simplified_Chinese", "zh-Hans"), ("norwegian-bokmal", "nb"),
  ])
  func aLanguageIsNamed(name: String, tag: String) throws {
    #expect(LocaleName(name)?.tag == tag)
    try Site(
      ("x.md", Self.en, "en/x"), ("x.\(name).md", Self.none, "\(tag)/x"),
      ("y.md", Self.en, "en/y"), ("y.\(name).md", Self.en, "\(tag)/y")
    ).check()
    try Site(("x.\(name).md", Self.none, "\(tag)/x"), ("x.german.md", Self.de, "de/x")).check()
  }

  @Test func bareNamesAmongSiblingsAreLanguages() throws {
    for (name, text, tag) in Self.siblings where text != Self.en {
      try Site(
        ("handbook.md", Self.en, "en/handbook"), ("handbook/\(name).md", text, "\(tag)/handbook"),
        ("handbook/de.md", Self.de, "de/handbook"), ("handbook/es.md", Self.es, "es/handbook"),
        ("handbook/fr.md", Self.fr, "fr/handbook")
      ).check()
    }
  }

  /// Folders named by codes of three letters, and by older codes.
  @Test func codesOfThreeLettersAreLanguages() throws {
    let codes: [(String, String, String)] = [
      ("hin", Self.hi, "hi"), ("tur", Self.tr, "tr"), ("ara", Self.ar, "ar"),
      ("ger", Self.de, "de"), ("deu", Self.de, "de"), ("fra", Self.fr, "fr"),
      ("fre", Self.fr, "fr"),
      ("spa", Self.es, "es"), ("jpn", Self.ja, "ja"), ("kor", Self.ko, "ko"),
      ("rus", Self.ru, "ru"),
      ("zho", Self.zh, "zh"), ("iw", Self.he, "he"), ("in", Self.id, "id"), ("ind", Self.id, "id"),
      ("heb", Self.he, "he"), ("bul", Self.bg, "bg"), ("kaz", Self.kk, "kk"),
      ("ukr", Self.uk, "uk"),
    ]
    for (code, text, tag) in codes {
      #expect(LocaleName(code)?.tag == tag)
      try Site(
        ("lang/en/a.md", Self.en, "en/a"), ("lang/\(code)/a.md", text, "\(tag)/a")
      ).check()
      try Site(
        ("docs/a.md", Self.en, "en/a"), ("docs/\(code)/a.md", text, "\(tag)/a")
      ).check()
      try Site(
        ("a.md", Self.en, "en/a"), ("a.\(code).md", text, "\(tag)/a")
      ).check()
    }
    // Words of three letters.
    for word in ["run", "may", "new", "her", "cat", "sun"] {
      try Site(
        ("docs/\(word)/a.md", Self.en, "en/docs/\(word)/a"),
        ("docs/x/a.md", Self.en, "en/docs/x/a"),
        ("a.md", Self.en, "en/a"), ("a.\(word).md", Self.none, "en/a.\(word)")
      ).check()
    }
  }

  @Test func aPairOfLanguagesIsTheSecond() throws {
    for (name, text, tag) in [
      ("en_fr", Self.fr, "fr"), ("en-es", Self.es, "es"), ("en_de", Self.de, "de"),
      ("en_id", Self.id, "id"), ("en_fr", Self.en, "en-FR"), ("es_ar", Self.es, "es-AR"),
    ] {
      try Site(("en/a.md", Self.en, "en/a"), ("\(name)/a.md", text, "\(tag)/a")).check()
    }
  }

  @Test func foldersAmongLanguagesAreLanguages() throws {
    for (name, text, tag) in Self.siblings where text != Self.en || name == "cn" {
      try Site(
        ("docs/en/a.md", Self.en, "en/a"), ("docs/en/b.md", Self.en, "en/b"),
        ("docs/\(name)/a.md", text, "\(tag)/a"), ("docs/\(name)/b.md", Self.none, "\(tag)/b"),
        ("docs/de/a.md", Self.de, "de/a"), ("docs/fr/a.md", Self.fr, "fr/a"),
        ("docs/es/a.md", Self.es, "es/a")
      ).check()
    }
  }
}
