/// Writes text as a value of YAML on one line (YAML 1.2, section 7.3.1).
///
/// Every text of a guide or of a stranger goes through here on its way into a YAML file. No part of
/// the text can end the value, the line, or a comment.
public enum YAMLScalar {
  /// The text as it is if that is safe in a block, else in double quotes.
  public static func text(_ text: String) -> String {
    isPlain(text) ? text : quoted(text)
  }

  /// An id as it is, or in double quotes if a reader could take it for a number, a Boolean or
  /// nothing.
  public static func identifier(_ id: String) -> String {
    let isWord = id.utf8.first.map { !(0x30...0x39).contains($0) } ?? false
    let isSafe = id.utf8.allSatisfy { $0 >= 0x80 || isWordByte($0) }
    return isWord && isSafe && isPlain(id) ? id : quoted(id)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
      return false
    }
    let isSafeStart = first.properties.isAlphabetic
    let isSafeEnd = last != " " && last != ":"
    let forbidden = text.unicodeScalars.contains {
      needsEscape($0) || "#{}[]&*!|>'\"%@`".unicodeScalars.contains($0)
    }
    let words: Set<String> = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]
    return isSafeStart && isSafeEnd && !forbidden && !text.contains(": ")
      && !words.contains(text.lowercased())
  }

  /// Whether a reader of the guide accepts the text: no escape allows control characters.
  public static func canContain(_ text: String) -> Bool {
    !text.unicodeScalars.contains(where: YAMLControls.isForbidden)
  }

  /// The text in double quotes, which can contain anything.
  public static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where needsEscape(scalar): result += escape(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Whether a reader takes a character for a line end, folds it, or refuses it.
  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// A character by its code of two or four digits.
  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let width = digits.utf8.count > 2 ? 4 : 2
    let zeros = String(repeating: "0", count: max(0, width - digits.utf8.count))
    return (width == 2 ? "\\x" : "\\u") + zeros + digits
  }
}
