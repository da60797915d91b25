/// The choice of a language from `Accept-Language` (RFC 9110, section 12.5.4; RFC 4647, section
/// 3.4) by regular expressions.
///
/// All servers understand them, because they have no look-ahead and no names.
///
/// It happens in two steps. The first finds the range that the reader wants most and the guide can
/// serve. Weights differ by their first decimal, and ranges of the same weight keep their order.
/// The second finds the locale for that range.
struct LanguageNegotiation {
  /// A locale and the ranges that it serves.
  struct Choice {
    /// Matches the beginning of a range that was found.
    let pattern: String
    let locale: String
  }

  /// Choices to try in order.
  let choices: [Choice]
  /// All ranges that some locale serves, as alternatives.
  private let ranges: String

  init(_ locales: [String]) {
    let scripts = Dictionary(grouping: locales) { LikelyScript($0).identity }
    // A locale that has its language to itself needs no expression of its own.
    let exact = locales.filter { (scripts[LikelyScript($0).identity]?.count ?? 0) > 1 }
      .sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
      .map { Choice(pattern: Self.extended($0), locale: $0) }
    let general = locales.flatMap { locale in
      let tag = LikelyScript(locale)
      return scripts[tag.identity]?.first == locale
        ? tag.ranges.map { Choice(pattern: $0, locale: locale) } : []
    }
    let all = exact + general
    choices = all.map { Choice(pattern: "^(?:\($0.pattern))$", locale: $0.locale) }
    ranges = all.map(\.pattern).joined(separator: "|")
  }

  /// Expressions to try in order; the first group of the first that matches is the range.
  ///
  /// - Parameter group: how that group begins.
  func weights(group: String = "(") -> [String] {
    let least = #";\s*q=0\.0[0-9]*[1-9]\s*"#
    let tenths = (1...9).reversed().map { #";\s*q=0\.\#($0)[0-9]*\s*"# }
    return ([#"(?:;\s*q=1(?:\.0*)?\s*)?"#] + tenths + [least]).map { quality in
      #"(?:^|,)\s*"# + group + ranges + #")\s*"# + quality + "(?:,|$)"
    }
  }

  /// Matches a tag and every one that says more.
  fileprivate static func extended(_ tag: String) -> String { tag + "(?:-[a-z0-9]+)*" }
}

/// Which script a tag means, for the languages whose readers cannot be expected to read another
/// script (CLDR 44, likely subtags).
private struct LikelyScript {
  private let language: String
  /// It is nil for a language that is written in one script.
  private let script: String?

  /// The scripts of a language, the usual one first, each with the regions that use it.
  private static let scripts: [String: [(script: String, regions: [String])]] = [
    "az": [("latn", ["az"]), ("arab", ["ir"]), ("cyrl", ["ru"])],
    "pa": [("guru", ["in"]), ("arab", ["pk"])],
    "sr": [("cyrl", ["rs", "ba", "xk"]), ("latn", ["me", "ro", "tr"])],
    "uz": [("latn", ["uz"]), ("arab", ["af"]), ("cyrl", ["cn"])],
    "zh": [("hans", ["cn", "sg", "my"]), ("hant", ["tw", "hk", "mo", "au", "gb", "us"])],
  ]

  init(_ tag: String) {
    let subtags = tag.lowercased().split(separator: "-").map(String.init)
    language = subtags.first ?? ""
    let known = Self.scripts[language]
    let said = subtags.dropFirst().first { $0.utf8.count == 4 }
    let regional = known?.first { entry in
      subtags.dropFirst().contains(where: entry.regions.contains)
    }
    script = known == nil ? nil : said ?? regional?.script ?? known?.first?.script
  }

  /// The part that tags share if one can replace the other.
  var identity: String { language + "-" + (script ?? "") }

  /// The ranges that a locale of this language and script serves.
  var ranges: [String] {
    guard let script, let known = Self.scripts[language] else {
      return [LanguageNegotiation.extended(language)]
    }
    let regions = known.first { $0.script == script }?.regions ?? []
    let bare = known.first?.script == script ? [language] : []
    return bare
      + ([script] + regions).map { LanguageNegotiation.extended(language + "-" + $0) }
  }
}
