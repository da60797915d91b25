import Base

/// The messages of a build at its end, in a form that a later build can repeat.
struct BuildReport {
  /// The mark around the word for a severity, so that it can be colored.
  ///
  /// No text of a finding contains it, because control characters are shown as escapes.
  private static let mark = "\u{1}"

  /// The guide's folder, with which the paths of findings begin; nil if there is none.
  private let content: String?
  /// The tag of the language that the findings are in.
  private let tag: String
  /// The findings as text, each severity's word between marks.
  private let findings: [String]
  /// How many pages, locales and responsibilities there are, in words.
  let size: String

  init(
    _ findings: [Diagnostic], in content: String, size: String, language: any MessageLanguage
  ) {
    self.content = findings.isEmpty ? nil : content
    tag = language.tag
    self.findings = findings.map { finding in
      finding.text(in: language) { "\(Self.mark)\($0)\(Self.mark)" }
    }
    self.size = size
  }

  /// Reads the output of `bytes`.
  init(parsing bytes: [UInt8]) {
    let parts = bytes.split(separator: 0, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    size = parts.first ?? ""
    content = parts.count > 1 ? parts[1] : nil
    tag = parts.count > 2 ? parts[2] : ""
    findings = Array(parts.dropFirst(3))
  }

  var bytes: [UInt8] {
    Array(([size] + (content.map { [$0, tag] } ?? []) + findings).joined(separator: "\0").utf8)
  }

  /// Whether it says the same of a guide in this folder, in this language.
  func speaks(of content: String, in language: any MessageLanguage) -> Bool {
    self.content == nil || self.content == content && tag == language.tag
  }

  /// Prints the findings.
  ///
  /// - Parameters:
  ///   - language: the language that they are in.
  ///   - isFull: whether each is printed however many there are.
  func printFindings(to terminal: Terminal, in language: any MessageLanguage, isFull: Bool) {
    for finding in FindingSummary(findings, in: language, isFull: isFull).entries {
      let parts = finding.utf8.split(separator: 1, maxSplits: 2).map { String($0) ?? "" }
      guard parts.count == 3 else {
        terminal.report(finding)
        continue
      }
      let isError = parts[1] == Severity.error.rawValue
      terminal.report(parts[0] + terminal.colored(parts[1], isError: isError) + parts[2])
    }
  }
}
