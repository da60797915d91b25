import Synchronization

/// BCP 47 language tags.
public enum LanguageTag {
  /// Whether the text has the form of a tag (RFC 5646, section 2.1).
  public static func isValid(_ text: String) -> Bool { Identifier.isLanguageTag(text) }

  /// The tag in the usual letter case (RFC 5646, section 2.1.1): `zh-hans-cn` as `zh-Hans-CN`.
  public static func canonical(_ tag: String) -> String {
    let parts = tag.split(separator: "-").map { $0.lowercased() }
    let cased = parts.enumerated().map { index, part in
      if index > 0 && part.utf8.count == 2 { return part.uppercased() }
      if index > 0 && part.utf8.count == 4 { return part.prefix(1).uppercased() + part.dropFirst() }
      return part
    }
    return cased.joined(separator: "-")
  }

  /// The tags whose UI words fit a locale, nearest first: its own, shortened ones (RFC 4647,
  /// section 3.4), and the usual home of its language.
  ///
  /// A language in another script is never in it: `zh-TW` is `zh-Hant` and does not take the words
  /// of `zh`, which are in simplified characters.
  public static func chain(of locale: String) -> [String] {
    if let known = chains.withLock({ $0[locale] }) { return known }
    let chain = newChain(of: locale)
    chains.withLock { if $0.count < mostChains { $0[locale] = chain } }
    return chain
  }

  /// The chains that were made, because each word of a table asks for that of its language.
  private static let chains = Mutex<[String: [String]]>([:])
  private static let mostChains = 10_000

  private static func newChain(of locale: String) -> [String] {
    let parts = canonical(locale).split(separator: "-").map(String.init)
    guard let code = parts.first else { return [locale] }
    let renamed = (renamedLanguages[code] ?? code).split(separator: "-").map(String.init)
    let tag = renamed + parts.dropFirst()
    let language = renamed[0]
    let script = script(of: tag)
    var chain = [locale]
    for length in stride(from: tag.count, to: 1, by: -1)
    where Self.script(of: Array(tag.prefix(length))) == script {
      chain.append(tag.prefix(length).joined(separator: "-"))
    }
    if let region = tag.dropFirst().first(where: { $0.utf8.count == 2 || $0 == "419" }),
      let parent = parentRegions["\(language)-\(region)"]
    {
      chain.append(parent)
    }
    if let script { chain.append("\(language)-\(script)") }
    if Self.script(of: [language]) == script { chain.append(language) }
    chain += [script.map { "\(language)-\($0)" }, script == nil ? language : nil]
      .compactMap { $0.flatMap { homes[$0] } }
    return chain.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The script that a tag says or implies; nil for a language that is written in only one.
  private static func script(of tag: [String]) -> String? {
    if let script = tag.dropFirst().first(where: {
      $0.utf8.count == 4 && $0.first?.isLetter == true
    }) {
      return script
    }
    guard let language = tag.first else { return nil }
    let regional = tag.dropFirst().lazy.compactMap { regionalScripts["\(language)-\($0)"] }.first
    return regional ?? usualScripts[language]
  }

  /// The script that a language's tag means by itself, if the language is written in several
  /// (CLDR 48, "Likely Subtags").
  private static let usualScripts = [
    "az": "Latn", "bs": "Latn", "pa": "Guru", "sr": "Cyrl", "uz": "Latn", "zh": "Hans",
  ]

  /// The regions that write a language in another script than is usual.
  private static let regionalScripts = [
    "az-IR": "Arab", "pa-PK": "Arab", "sr-ME": "Latn", "uz-AF": "Arab", "zh-HK": "Hant",
    "zh-MO": "Hant", "zh-TW": "Hant",
  ]

  /// Codes that are another language's under an older or wider name (CLDR 48, "Aliases").
  private static let renamedLanguages = [
    "in": "id", "iw": "he", "ji": "yi", "jw": "jv", "mo": "ro", "nn": "nb", "no": "nb",
    "sh": "sr-Latn", "tl": "fil",
  ]

  /// The region of a language's words if its tag does not name one.
  private static let homes = ["pt": "pt-BR", "zh-Hant": "zh-TW"]

  /// Regions whose words are nearer to another region's than to the language's (CLDR 48,
  /// "Parent Locales").
  private static let parentRegions: [String: String] = {
    let groups = [
      ("pt-PT", "AO CH CV FR GQ GW LU MO MZ ST TL"),
      ("es-419", "AR BO BR BZ CL CO CR CU DO EC GT HN MX NI PA PE PR PY SV US UY VE"),
    ]
    var result: [String: String] = [:]
    for (parent, regions) in groups {
      for region in regions.split(separator: " ") {
        result["\(parent.prefix(2))-\(region)"] = parent
      }
    }
    return result
  }()
}
