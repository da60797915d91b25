import Base

/// The details of a party in `guide.yml` in addition to its id: its contacts and its members.
public struct PartyProfile: Sendable, Hashable {
  /// Ways to reach a party.
  public struct Contact: Sendable, Hashable {
    /// An e-mail address.
    public var mail: String?
    /// The address of a page, http or https.
    public var url: String?
    /// A telephone number as people write it.
    public var phone: String?
    /// The deputy: a party's id, or a name.
    public var deputy: String?

    /// A contact that says nothing.
    public init() {}

    /// Whether nothing is said.
    public var isEmpty: Bool { self == Contact() }

    /// The keys of a contact, in the order of pages and files.
    public static let keys = ["mail", "phone", "url", "deputy"]

    /// The value of a key.
    public subscript(_ key: String) -> String? {
      get {
        switch key {
        case "mail": mail
        case "phone": phone
        case "url": url
        case "deputy": deputy
        default: nil
        }
      }
      set {
        switch key {
        case "mail": mail = newValue
        case "phone": phone = newValue
        case "url": url = newValue
        case "deputy": deputy = newValue
        default: break
        }
      }
    }
  }

  /// How to reach it.
  public var contact = Contact()
  /// The names of those who belong to it.
  public var members: [String] = []

  /// A party of which nothing is said.
  public init() {}

  /// Whether nothing is said.
  public var isEmpty: Bool { contact.isEmpty && members.isEmpty }

  /// The keys that a party can have in `guide.yml`.
  public static let keys = ["id", "contact", "members"]
}

/// The forms of a contact's values.
public enum ContactForm {
  /// The greatest lengths of an address and a number (RFC 5321, section 4.5.3.1; a longer one is
  /// not a number).
  private static let longest = (mail: 254, url: 2_000, phone: 40, name: 200)
  /// The signs that RFC 5322 (section 3.2.3) allows before the `@`, other than letters and digits.
  private static let atoms = Set("!#$%&'*+-/=?^_`{|}~.".unicodeScalars)

  /// An error in a value, and a hint on how to fix it.
  public typealias Defect = (message: DiagnosticMessage, hint: DiagnosticMessage)

  /// The error in a value under a key of a contact; nil if there is none.
  public static func defect(_ key: String, _ text: String) -> Defect? {
    switch key {
    case "mail":
      isMail(text)
        ? nil : ("is not an e-mail address", "write only an address, such as 'desk@example.com'")
    case "url":
      isURL(text)
        ? nil
        : (
          "is not an http or https address", "write an address such as 'https://desk.example/help'"
        )
    case "phone":
      telephone(text) != nil
        ? nil : ("is not a telephone number", "write a number such as '+49 30 901820'")
    default:
      isName(text) ? nil : ("is not a name on one line", "write a short name")
    }
  }

  /// Whether a text is an address such as `desk@example.com`, in any script.
  static func isMail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard text.utf8.count <= longest.mail, parts.count == 2, isLocalPart(parts[0]) else {
      return false
    }
    let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    return labels.allSatisfy(isLabel)
  }

  private static func isLocalPart(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.count <= 64 && text.first != "." && text.last != "."
      && !text.contains("..")
      && text.unicodeScalars.allSatisfy { isWordScalar($0) || atoms.contains($0) }
  }

  private static func isLabel(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.count <= 63 && text.first != "-" && text.last != "-"
      && text.unicodeScalars.allSatisfy { isWordScalar($0) || $0 == "-" }
  }

  /// Letters, marks, and digits; of ASCII only those, and nothing invisible.
  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber:
      !scalar.properties.isDefaultIgnorableCodePoint
    default: false
    }
  }

  /// Whether a text is a complete address of the web.
  static func isURL(_ text: String) -> Bool {
    let lower = text.lowercased()
    guard text.utf8.count <= longest.url,
      let scheme = ["https://", "http://"].first(where: lower.hasPrefix)
    else { return false }
    let host = text.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
    return !host.isEmpty && !host.contains("@") && visible(text) == text
      && text.unicodeScalars.allSatisfy {
        !$0.properties.isWhitespace && !"\"'<>\\^`{|}".unicodeScalars.contains($0)
      }
  }

  /// Whether a text is one line that can be read.
  public static func isName(_ text: String) -> Bool {
    text.unicodeScalars.count <= longest.name && visible(text) == text
      && !text.allSatisfy(\.isWhitespace)
  }

  /// A number as RFC 3966 has it, such as `tel:+4930901820`; nil if the text is not a number.
  ///
  /// Separators between digits are left out, as is the `(0)` of a number with a country code.
  /// The digits after `ext.`, `x` or `#` are the extension.
  public static func telephone(_ text: String) -> String? {
    guard text.unicodeScalars.count <= longest.phone else { return nil }
    let lower = text.lowercased()
    var number = lower[...]
    var added: Substring = ""
    for mark in ["extension", "ext.", "ext", "durchwahl", "x", "#"] {
      guard let range = lower.firstRange(of: mark) else { continue }
      (number, added) = (lower[..<range.lowerBound], lower[range.upperBound...])
      guard let digits = digits(added), !digits.isEmpty else { return nil }
      added = Substring(digits)
      break
    }
    let isGlobal = number.drop(while: \.isWhitespace).first == "+"
    if isGlobal { number = Substring(number.replacing("(0)", with: "").replacing("+", with: "")) }
    guard let digits = digits(number), (2...20).contains(digits.utf8.count) else { return nil }
    return "tel:" + (isGlobal ? "+" : "") + digits + (added.isEmpty ? "" : ";ext=" + added)
  }

  /// The digits of a number, in ASCII; nil if the text has anything but digits and separators.
  private static func digits(_ text: Substring) -> String? {
    var result = ""
    for scalar in text.unicodeScalars {
      if let value = scalar.properties.numericType == .decimal
        ? scalar.properties.numericValue : nil
      {
        result += String(Int(value))
      } else if !" \u{A0}\u{2007}\u{202F}-.()/\u{2010}\u{2011}\u{2012}\u{2013}".unicodeScalars
        .contains(scalar)
      {
        return nil
      }
    }
    return result
  }
}
