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
}
