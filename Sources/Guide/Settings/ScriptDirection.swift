/// Which way a locale is written, by its script or language subtag.
public enum ScriptDirection {
  /// Languages whose usual script runs from right to left (CLDR 44, `characterOrder`).
  private static let languages: Set<String> = [
    "ar", "arc", "azb", "ckb", "dv", "fa", "he", "iw", "ks", "mzn", "nqo",
    "pnb", "ps", "sd", "syr", "ug", "ur", "yi",
  ]
  private static let scripts: Set<String> = [
    "adlm", "arab", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa",
  ]

  /// The direction of a BCP 47 tag; a script subtag counts before the language.
  public static func direction(of tag: String) -> LocaleSettings.Direction {
    let parts = tag.lowercased().split(separator: "-").map(String.init)
    if let script = parts.dropFirst().first(where: { $0.utf8.count == 4 }) {
      return scripts.contains(script) ? .rightToLeft : .leftToRight
    }
    return languages.contains(parts.first ?? "") ? .rightToLeft : .leftToRight
  }
}
