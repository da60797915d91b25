import Base

/// Names that become parts of URLs.
public enum Identifier {
  /// The form of a party's or a responsibility's id, in words.
  static let rule: DiagnosticMessage =
    "ASCII letters, digits, '-' and '_', beginning with a letter or digit"

  /// Whether the text can be a party's or a responsibility's id.
  public static func isValid(_ text: String) -> Bool {
    guard let first = text.utf8.first, isLetterOrDigit(first) else { return false }
    return text.utf8.count <= 100
      && text.utf8.allSatisfy { isLetterOrDigit($0) || $0 == 0x2D || $0 == 0x5F }
  }

  /// Whether the text has the form of a BCP 47 language tag (RFC 5646, section 2.1).
  static func isLanguageTag(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let language = parts.first, (2...8).contains(language.utf8.count),
      language.utf8.allSatisfy({ isLetterOrDigit($0) && !(0x30...0x39).contains($0) })
    else { return false }
    return parts.dropFirst().allSatisfy {
      (1...8).contains($0.utf8.count) && $0.utf8.allSatisfy(isLetterOrDigit)
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
