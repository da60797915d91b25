/// A UI word in several forms, as one text: a line a form, each with its category before it.
///
/// Templates hand such a text to scripts as it is, so both sides read the same.
public enum PluralWord {
  /// Puts forms together, in CLDR's order.
  public static func text(_ forms: [PluralCategory: String]) -> String {
    PluralCategory.allCases.compactMap { category in
      forms[category].map { "\(category.rawValue) \($0)" }
    }.joined(separator: "\n")
  }

  /// The forms of a text; nil if it has only one, which says no category.
  public static func forms(of text: String) -> [PluralCategory: String]? {
    guard beginnings.contains(where: { text.utf8.starts(with: $0) }) else { return nil }
    var result: [PluralCategory: String] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let category = PluralCategory(rawValue: String(parts[0])) else {
        return nil
      }
      result[category] = String(parts[1])
    }
    return result[.other] == nil ? nil : result
  }

  /// The beginning of a form's line.
  private static let beginnings = PluralCategory.allCases.map { Array("\($0.rawValue) ".utf8) }
}
