import Base

/// What a document's front matter says.
///
/// Keys that Rolebook does not know are left alone.
public struct Metadata: Sendable {
  /// `title`.
  public var title: String?
  /// `description`.
  public var description: String?
  /// `order`, by which documents come in navigation; those without one come last.
  public var order: Int?
  /// `lang`, `locale` or `ms.contentlocale`: the language a loose file is in.
  public var contentLocale: String?
  /// Whether `ms.translationtype` or `translation` says that a machine translated it.
  public var isMachineTranslated = false
  /// `ms.sourcegitcommit`: the source's version it was made from.
  public var sourceCommit: String?
  /// `ms.lasthandoff`, `ms.date` failing that: when it was translated, as `yyyy-mm-dd`.
  public var handoffDate: String?
  /// `source_digest`: what the translation records of its source, not yet read.
  public var sourceDigest: YAMLNode.Member?

  /// A document without front matter.
  public init() {}

  /// Reads front matter that is a mapping.
  ///
  /// - Parameter diagnostics: takes what is wrong with the known keys.
  init(_ root: YAMLNode, diagnostics: inout [Diagnostic]) {
    for member in root.members ?? [] {
      let text = member.value.text
      switch member.key {
      case "title": title = text
      case "description": description = text
      case "order":
        order = number(member, &diagnostics)
        continue
      case "source_digest":
        sourceDigest = member.value.isNull ? nil : member
        continue
      case "lang", "locale", "ms.contentlocale": contentLocale = contentLocale ?? text
      case "translation": noteMachine(member, text == "machine", &diagnostics)
      case "ms.translationtype": noteMachine(member, text == "MT", &diagnostics)
      case "ms.sourcegitcommit": sourceCommit = text
      case "ms.lasthandoff": handoffDate = text.map(calendarDate)
      case "ms.date": handoffDate = handoffDate ?? text.map(calendarDate)
      default: continue
      }
      if text == nil, !member.value.isNull {
        diagnostics.append(
          Diagnostic(
            .frontMatterInvalid, "'\(member.key)' must be text, not \(member.value.kind)",
            at: member.value.location))
      }
    }
  }

  /// Marks the text as a machine's where a key says so, and says it once.
  private mutating func noteMachine(
    _ member: YAMLNode.Member, _ isMachine: Bool, _ diagnostics: inout [Diagnostic]
  ) {
    guard isMachine, !isMachineTranslated else { return }
    isMachineTranslated = true
    diagnostics.append(
      Diagnostic(
        .machineTranslated, "a machine translated this document, and nobody has read it over",
        at: member.keyLocation, hint: "delete '\(member.key)' when somebody has"))
  }

  private func number(_ member: YAMLNode.Member, _ diagnostics: inout [Diagnostic]) -> Int? {
    if member.value.isNull { return nil }
    guard let text = member.value.text, let number = Int(text) else {
      diagnostics.append(
        Diagnostic(
          .frontMatterInvalid, "'\(member.key)' must be a whole number",
          at: member.value.location))
      return nil
    }
    return number
  }
}

/// `mm/dd/yyyy` as `yyyy-mm-dd`, so that dates compare as text; other forms stay.
private func calendarDate(_ text: String) -> String {
  let parts = text.split(separator: "/")
  guard parts.count == 3, parts[2].utf8.count == 4,
    parts.allSatisfy({ $0.utf8.allSatisfy(isDigit) })
  else { return text }
  return "\(parts[2])-\(padded(parts[0]))-\(padded(parts[1]))"
}

private func padded(_ digits: Substring) -> String {
  digits.utf8.count == 1 ? "0\(digits)" : String(digits)
}
