import Base
import Markdown

/// The parts of the source's rows that translations must keep: clauses, links, names and numbers.
///
/// Works on one document at a time, so that documents can be checked side by side. Rows whose
/// pairing is already in doubt are skipped.
public struct TranslationRules {
  private let set: DocumentSet
  private let source: DocumentSet.Version
  /// The clauses of the versions' rows, by locale.
  private let clauses: [[[String]]]
  private let doubtful: Set<SourceLocation>
  private let languages: [LanguageProfile]
  private var diagnostics: [Diagnostic] = []

  /// Checks a document.
  ///
  /// - Parameters:
  ///   - sourceIndex: the source's index among `locales`.
  ///   - findings: the findings of the document's assembly.
  /// - Throws: `FileError` if the disk does not return a version's texts.
  public static func check(
    _ set: DocumentSet, sourceIndex: Int, locales: [String], findings: [Diagnostic]
  ) throws(FileError) -> [Diagnostic] {
    let foreign = set.versions.enumerated().flatMap { index, version in
      Self.foreignTexts(of: version, locales[index], source: locales[sourceIndex])
    }
    guard !set.responsibilities.isEmpty, let source = set.versions[sourceIndex] else {
      return foreign
    }
    let doubtful = findings.filter { $0.id == .alignmentUncertain }.map(\.location)
    var clauses: [[[String]]] = []
    for version in set.versions { clauses.append(try version?.document.clauses() ?? []) }
    var rules = TranslationRules(
      set: set, source: source, clauses: clauses, doubtful: Set(doubtful),
      languages: locales.map { LanguageProfile(locale: $0) })
    for responsibility in set.responsibilities {
      guard let row = responsibility.rows[sourceIndex] else { continue }
      rules.check(responsibility, row, sourceIndex, locales)
    }
    return rules.diagnostics + foreign
  }

  private init(
    set: DocumentSet, source: DocumentSet.Version, clauses: [[[String]]],
    doubtful: Set<SourceLocation>, languages: [LanguageProfile]
  ) {
    self.set = set
    self.source = source
    self.clauses = clauses
    self.doubtful = doubtful
    self.languages = languages
  }

  private mutating func check(
    _ responsibility: Responsibility, _ row: Int, _ sourceIndex: Int, _ locales: [String]
  ) {
    let original = source.document.rows[row]
    let sources = Set(clauses[sourceIndex][row].map(ExactText.init))
    var tokens: KeptTokens?
    var losses: [Loss] = []
    var checkedCount = 0
    for (index, version) in set.versions.enumerated() where index != sourceIndex {
      guard let version, let match = responsibility.rows[index] else { continue }
      let fact = version.document.rows[match]
      if doubtful.contains(fact.location) { continue }
      checkClauses(of: responsibility, fact, original, locales[index])
      checkLinks(of: fact, in: version, original, locales[index])
      checkLanguage(
        of: fact, clauses[index][match], original, sources, languages[index], locales[index],
        source: locales[sourceIndex])
      let kept =
        tokens ?? KeptTokens(title: original.text, clauses: clauses[sourceIndex][row])
      tokens = kept
      checkedCount += 1
      let lost = kept.lost(inTitle: fact.text, clauses[index][match])
      if !lost.isEmpty { losses.append(Loss(names: lost, row: fact, locale: locales[index])) }
    }
    report(losses, of: checkedCount, original)
  }

  /// The names and numbers of the source's row that a translation lacks.
  private struct Loss {
    let names: [String]
    let row: Document.Row
    let locale: String
  }

  /// Reports tokens that single translations lack; tokens that all of several lack are translated,
  /// not lost.
  private mutating func report(
    _ losses: [Loss], of count: Int, _ original: Document.Row
  ) {
    var frequencies: [String: Int] = [:]
    for loss in losses { for name in loss.names { frequencies[name, default: 0] += 1 } }
    for loss in losses {
      let names = loss.names.filter { count < 3 || frequencies[$0] != count }
      guard !names.isEmpty else { continue }
      report(
        .keptTokenLost, "row '\(loss.row.title)' lacks \(list(names)), which the source has",
        loss.row, original, loss.locale,
        hint: "use the same names and numbers in every language")
    }
  }

  /// The texts outside rows that are in another language.
  private static func foreignTexts(
    of version: DocumentSet.Version?, _ locale: String, source: String
  ) -> [Diagnostic] {
    guard let document = version?.document, !document.foreignTexts.isEmpty,
      !hasLanguage(of: source, locale)
    else { return [] }
    let tablesWithRows = Set(document.rows.map(\.table))
    return document.foreignTexts.filter { !($0.table.map(tablesWithRows.contains) ?? false) }.map {
      Diagnostic(
        .languageWrong, "this text is in \($0.language), not in the language of '\(locale)'",
        at: $0.location, locale: locale, hint: "translate the text")
    }
  }

  private static func hasLanguage(of source: String, _ locale: String) -> Bool {
    locale.prefix { $0 != "-" } == source.prefix { $0 != "-" }
  }

  /// Clauses copied from the source are not a translation, nor is text in a third language.
  private mutating func checkLanguage(
    of fact: Document.Row, _ texts: [String], _ original: Document.Row, _ sources: Set<ExactText>,
    _ profile: LanguageProfile, _ locale: String, source: String
  ) {
    if Self.hasLanguage(of: source, locale) { return }
    let copied = texts.filter { sources.contains(ExactText($0)) && CopiedText.isSentence($0) }
    if !copied.isEmpty {
      let isWhole = copied.count == texts.count
      report(
        .textIdentical,
        isWhole
          ? "row '\(fact.title)' is the source's text, not a translation"
          : "row '\(fact.title)' has clauses that are the source's text, not a translation",
        fact, original, locale,
        hint: "translate it, except names and code")
    } else if let other = profile.otherLanguage(of: texts) {
      report(
        .languageWrong, "row '\(fact.title)' is in \(other), not in the language of '\(locale)'",
        fact, original, locale, hint: "translate the text")
    }
  }

  /// Evidence counts the source's clauses, so a translation must part its text alike; a row without
  /// evidence may differ, which is worth a note.
  private mutating func checkClauses(
    of responsibility: Responsibility, _ fact: Document.Row, _ original: Document.Row,
    _ locale: String
  ) {
    guard fact.clauseCount != original.clauseCount else { return }
    let hasEvidence = responsibility.entry.map { !$0.evidence.isEmpty } ?? false
    report(
      .clauseCount,
      "row '\(fact.title)' has \(count: fact.clauseCount, "clause"), the source has "
        + "\(original.clauseCount)",
      fact, original, locale,
      hint: hasEvidence
        ? "separate clauses with <br><br>; evidence refers to clauses by number"
        : "separate clauses with <br><br>",
      severity: hasEvidence ? nil : .note)
  }

  private mutating func checkLinks(
    of fact: Document.Row, in version: DocumentSet.Version, _ original: Document.Row,
    _ locale: String
  ) {
    let wanted = original.links.filter { !source.document.links[$0].isImage }
    guard !wanted.isEmpty else { return }
    let written = Set(version.document.links[fact.links].map(\.destination))
    let missing = wanted.filter { !written.contains(source.document.links[$0].destination) }
    guard !missing.isEmpty else { return }
    let targets = Set(fact.links.map { LinkTarget(version.destinations[$0], from: set.key) })
    var lost: Set<LinkTarget> = []
    for link in missing {
      let target = LinkTarget(source.destinations[link], from: set.key)
      guard !targets.contains(target), lost.insert(target).inserted else { continue }
      report(
        .linkLost,
        "row '\(fact.title)' has no link to '\(source.document.links[link].destination)', "
          + "which the source has",
        fact, original, locale)
    }
  }

  private mutating func report(
    _ id: DiagnosticID, _ message: DiagnosticMessage, _ fact: Document.Row,
    _ original: Document.Row, _ locale: String, hint: DiagnosticMessage? = nil,
    severity: Severity? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        id, message, at: fact.location, locale: locale,
        notes: [.init("the source's row", at: original.location)], hint: hint, severity: severity))
  }

  private func list(_ names: [String]) -> DiagnosticMessage {
    let most = 5
    let shown = names.prefix(most)
    return names.count > most
      ? "\(names: shown) and \(names.count - most) more" : "\(names: shown)"
  }
}

/// The target of a link, apart from parts that differ between languages: fragments, queries, and a
/// language tag in the path.
struct LinkTarget: Hashable {
  private let text: String

  init(_ destination: LinkDestination, from key: String) {
    switch destination {
    case .relative(let path, _, _):
      let folder = key.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(key[..<$0]) } ?? ""
      let full = path.isEmpty ? key : normalizedPath(path, from: folder)
      text = DocumentPath.stem(full) ?? full
    case .web(let address): text = Self.withoutLanguage(address)
    case .serverPath(let path): text = Self.withoutLanguage(path)
    case .unsafe(let form): text = form
    }
  }

  private static func withoutLanguage(_ address: String) -> String {
    let path = address.prefix { $0 != "?" && $0 != "#" }
    let parts = path.split(separator: "/").filter { part in
      !(part.contains("-") && part.utf8.count <= 10 && LanguageTag.isValid(String(part)))
    }
    let kept =
      parts.first.map { $0 == "http:" || $0 == "https:" } ?? false ? parts[1...] : parts[...]
    return kept.joined(separator: "/").lowercased()
  }
}
