import Base

/// The contents of a document's front matter.
///
/// Keys that Rolebook does not know are left unchanged.
public struct Metadata: Sendable {
  /// `title`.
  public var title: String?
  /// `description`.
  public var description: String?
  /// `description` as people read it, without tags of HTML.
  public var plainDescription: String? { description.flatMap(PlainText.of) }
  /// `order`, by which documents come in navigation; those without one come last.
  ///
  /// The names that other tools have for it (`weight`, `sidebar_position`, `nav_order`) count if it
  /// is missing.
  public var order: Double?
  /// `lang`, `locale` or `ms.contentlocale`: the language a loose file is in.
  public var contentLocale: String?
  /// Whether `translation`, `ms.translationtype`, or `workflow-type` with `ht-degree` says that a
  /// machine translated it.
  public var isMachineTranslated = false
  /// `ms.sourcegitcommit`: the source's version it was made from.
  public var sourceCommit: String?
  /// `default_lang_commit`, `l10n.sourceCommit` or `source-git-commit`: the git revision of the source
  /// that it was made from.
  public var sourceRevision: String?
  /// `ms.lasthandoff`, `ms.date` failing that: when it was translated, as `yyyy-mm-dd`.
  public var handoffDate: String?
  /// `permalink`, `slug`, `url`, `aliases` and `redirect_from`: its addresses on the site of another
  /// tool, as they are written.
  public var addresses: [String] = []
  /// `source_digest`: the translation's record of its source, not yet read.
  public var sourceDigest: YAMLNode.Member?

  /// A document without front matter.
  public init() {}

  /// Reads front matter that is a mapping.
  ///
  /// - Parameter diagnostics: receives findings about the known keys.
  init(_ root: YAMLNode, diagnostics: inout [Diagnostic]) {
    var foreignOrder: Double?
    var humanShare: Double?
    var machineWorkflow: YAMLNode.Member?
    for member in root.members ?? [] {
      let text = member.value.text
      switch member.key {
      case "title": title = text.flatMap(oneLine)
      case "description": description = text.flatMap(oneLine)
      case "order":
        order = number(member, &diagnostics)
        continue
      case "weight", "sidebar_position", "nav_order":
        foreignOrder = foreignOrder ?? text.flatMap(finiteNumber)
        continue
      case "draft":
        if text == "true" { diagnostics.append(draft(member)) }
        continue
      case "permalink", "slug", "url", "aliases", "redirect_from":
        addresses += text.map { [$0] } ?? (member.value.elements ?? []).compactMap(\.text)
        continue
      case "source_digest":
        sourceDigest = member.value.isNull ? nil : member
        continue
      case "lang", "locale", "language", "ms.contentlocale": contentLocale = contentLocale ?? text
      case "translation": noteMachine(member, text == "machine", &diagnostics)
      case "ms.translationtype": noteMachine(member, text == "MT", &diagnostics)
      case "workflow-type":
        machineWorkflow = text.map(namesMachine) == true ? member : nil
        continue
      case "ht-degree":
        humanShare = text.flatMap(percentage)
        continue
      case "ms.sourcegitcommit": sourceCommit = text
      case "default_lang_commit", "source-git-commit", "l10n.sourceCommit":
        sourceRevision = text.map { $0.lowercased() }
      case "l10n":
        let revision = member.value["sourceCommit"]?.text
        sourceRevision = revision.map { $0.lowercased() } ?? sourceRevision
        continue
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
    order = order ?? foreignOrder
    if let machineWorkflow { noteMachine(machineWorkflow, (humanShare ?? 0) < 50, &diagnostics) }
  }

  /// A draft in the tool that the document comes from is published here.
  private func draft(_ member: YAMLNode.Member) -> Diagnostic {
    Diagnostic(
      .frontMatterInvalid, "this document is a draft, but is published",
      at: member.keyLocation, hint: "delete 'draft', or move the document",
      severity: .note)
  }

  /// Marks the text as a machine's if a key says so, and reports it once.
  private mutating func noteMachine(
    _ member: YAMLNode.Member, _ isMachine: Bool, _ diagnostics: inout [Diagnostic]
  ) {
    guard isMachine, !isMachineTranslated else { return }
    isMachineTranslated = true
    diagnostics.append(
      Diagnostic(
        .machineTranslated, "a machine translated this document, and no one has reviewed it",
        at: member.keyLocation, hint: "delete '\(member.key)' after a review"))
  }

  private func number(_ member: YAMLNode.Member, _ diagnostics: inout [Diagnostic]) -> Double? {
    if member.value.isNull { return nil }
    guard let number = member.value.text.flatMap(finiteNumber) else {
      diagnostics.append(
        Diagnostic(
          .frontMatterInvalid, "'\(member.key)' must be a number", at: member.value.location))
      return nil
    }
    return number
  }
}

/// A number as YAML and TOML write them; nil for text and for a number that is not finite.
private func finiteNumber(_ text: String) -> Double? {
  guard let number = Double(text), number.isFinite else { return nil }
  return number
}

/// Whether a kind of translation such as `tm+mt` has `mt`, machine translation, in it.
private func namesMachine(_ workflow: String) -> Bool {
  workflow.lowercased().split { !$0.isLetter }.contains("mt")
}

/// The number of `99%`.
private func percentage(_ text: String) -> Double? {
  finiteNumber(text.hasSuffix("%") ? String(text.dropLast()) : text)
}

/// Text with each run of white space as one space; nil if nothing is left.
private func oneLine(_ text: String) -> String? {
  let words = text.utf8.split { $0 <= 0x20 }
  if words.isEmpty { return nil }
  if words.count == 1, words[0].count == text.utf8.count { return text }
  return words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
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
