/// How tools other than this one name a heading in a URL.
///
/// The rules are those of GitHub, GitLab, Docusaurus (which follows GitHub), Hugo, kramdown,
/// Python-Markdown, and VitePress, as their documentation and output show them.
public enum HeadingSlug: CaseIterable, Sendable {
  /// Letters, marks, digits, `_` and `-` stay; each blank becomes a hyphen; all else goes.
  case github
  /// The same, and signs such as `²` stay.
  case githubWithNumbers
  /// As GitHub's, runs of hyphens as one.
  case gitlab
  /// As GitHub's, without marks.
  case hugo
  /// Only ASCII, from the first letter on.
  case kramdown
  /// Accents and other scripts go; runs of blanks and hyphens become one hyphen.
  case mkdocs
  /// Other scripts stay; runs of blanks and hyphens become one hyphen.
  case mkdocsUnicode
  /// Every run of signs becomes one hyphen.
  case vitepress

  /// The text between a name and the number of its repetition.
  public var separator: String {
    switch self {
    case .mkdocs, .mkdocsUnicode: "_"
    default: "-"
    }
  }

  /// The name of a heading; empty if nothing of it is left.
  public func text(_ title: String) -> String {
    switch self {
    case .github: Self.kept(title) { isWord($0) }
    case .githubWithNumbers:
      Self.kept(title) { isWord($0) || $0.properties.generalCategory == .otherNumber }
    case .gitlab:
      Self.squeezed(Self.kept(title) { isWord($0) }.unicodeScalars) { $0 == "-" }
    case .hugo: Self.kept(title) { $0 == "_" || isLetterOrDigit($0) }
    case .kramdown: Self.kramdown(title)
    case .mkdocs: Self.mkdocs(folded(title)) { $0.isASCII && isWord($0) }
    case .mkdocsUnicode: Self.mkdocs(title) { isWord($0) }
    case .vitepress:
      Self.trimmed(Self.squeezed(Self.lowercased(title).unicodeScalars) { !isLetterOrMark($0) })
    }
  }

  /// A fragment or a slug as they are compared: in small letters, without the invisible signs that
  /// choose how an emoji is shown.
  public static func comparable(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) }
    if isPlain { return text }
    var result = String.UnicodeScalarView()
    for scalar in lowercased(text).unicodeScalars {
      switch scalar.value {
      case 0xFE0E, 0xFE0F, 0x200C, 0x200D: continue
      case 0x3C2: result.append("\u{3C3}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private static func lowercased(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars { result += scalar.properties.lowercaseMapping }
    return result
  }

  /// The text in small letters, with hyphens for blanks, and without the characters that do not
  /// pass.
  private static func kept(_ title: String, _ passes: (Unicode.Scalar) -> Bool) -> String {
    var result = String.UnicodeScalarView()
    for scalar in lowercased(title).unicodeScalars {
      if scalar == " " || scalar == "-" {
        result.append("-")
      } else if passes(scalar) {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// The text with a hyphen for each run of characters that do not pass.
  private static func squeezed(
    _ text: String.UnicodeScalarView, _ isHyphen: (Unicode.Scalar) -> Bool
  ) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text {
      if !isHyphen(scalar) {
        result.append(scalar)
      } else if result.last != "-" {
        result.append("-")
      }
    }
    return String(result)
  }

  private static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars.drop { $0 == "-" }
    let count = scalars.reversed().prefix { $0 == "-" }.count
    return String(scalars.dropLast(count))
  }

  private static func kramdown(_ title: String) -> String {
    let ascii = title.unicodeScalars.drop { !$0.isASCII || !isLetterOrDigit($0) || isDigit($0) }
    return kept(String(ascii)) { $0.isASCII && isLetterOrDigit($0) }
  }

  private static func mkdocs(_ title: String, _ passes: (Unicode.Scalar) -> Bool) -> String {
    trimmed(squeezed(kept(title, passes).unicodeScalars) { $0 == "-" })
  }
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

private func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
    .decimalNumber:
    true
  default: false
  }
}

private func isLetterOrMark(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .spacingMark, .enclosingMark, .letterNumber: true
  default: isLetterOrDigit(scalar)
  }
}

/// A letter, mark, digit or connecting sign, which regular expressions call a word's character.
private func isWord(_ scalar: Unicode.Scalar) -> Bool {
  isLetterOrMark(scalar) || scalar.properties.generalCategory == .connectorPunctuation
}
