import Base
import Guide

/// The findings of a guide by the locale and the document that they are about.
struct StatusFindings {
  /// Those of no locale.
  private(set) var general: [Diagnostic] = []
  /// How many each locale has.
  private(set) var counts: [Int]
  private var ofDocument: [[Int: [Diagnostic]]]
  private var ofLocale: [[Diagnostic]]

  init(_ findings: [Diagnostic], of guide: Guide, in contentFolder: String) {
    let none = guide.locales.map { _ in 0 }
    counts = none
    ofDocument = none.map { _ in [:] }
    ofLocale = none.map { _ in [] }
    guard !findings.isEmpty else { return }
    let locales = Dictionary(
      guide.locales.enumerated().map { ($1.tag, $0) }, uniquingKeysWith: { first, _ in first })
    let documents = Dictionary(
      guide.documents.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    for finding in findings {
      guard let locale = finding.locale.flatMap({ locales[$0] }) else {
        general.append(finding)
        continue
      }
      counts[locale] += 1
      let folder = "\(contentFolder)/\(guide.locales[locale].tag)/"
      let path = finding.location.path
      let isInside = path.utf8.starts(with: folder.utf8)
      let stem = isInside ? DocumentPath.stem(String(path.dropFirst(folder.count))) : nil
      let key = stem.map(DocumentPath.indexed) ?? ""
      if let document = documents[key] {
        ofDocument[locale][document, default: []].append(finding)
      } else {
        ofLocale[locale].append(finding)
      }
    }
  }

  /// A locale's findings that are about no document of its own.
  func besidesDocuments(_ locale: Int) -> [Diagnostic] { ofLocale[locale] }

  /// The findings in documents of a locale.
  func findings(_ locale: Int, in documents: [Int]) -> [Diagnostic] {
    documents.flatMap { ofDocument[locale][$0] ?? [] }
  }
}
