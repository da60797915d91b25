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

  /// The tags whose UI words fit a locale, nearest first: itself, its language in its script, and
  /// the language alone where that is read in the same script.
  ///
  /// `zh-TW` is `zh-Hant` and never takes the words of `zh`, which are in simplified characters.
  public static func chain(of locale: String) -> [String] {
    let parts = canonical(locale).split(separator: "-").map(String.init)
    guard let language = parts.first else { return [locale] }
    let usual = usualScripts[language]
    let script = parts.dropFirst().first { $0.utf8.count == 4 }
    let regional = parts.dropFirst().contains(where: traditionalRegions.contains)
    let implied = language == "zh" && regional ? "Hant" : usual
    var chain = [locale]
    if let script = script ?? implied { chain.append("\(language)-\(script)") }
    if (script ?? implied) == usual || usual == nil && script == nil { chain.append(language) }
    return chain.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The script that a language's tag alone stands for, where it is written in several
  /// (CLDR 44, "Likely Subtags").
  private static let usualScripts = [
    "az": "Latn", "bs": "Latn", "pa": "Guru", "sr": "Cyrl", "uz": "Latn", "zh": "Hans",
  ]

  /// The regions where Chinese is written in traditional characters.
  private static let traditionalRegions: Set<String> = ["HK", "MO", "TW"]
}
