import Base
import Foundation
import Guide
import Synchronization
import TestSupport

/// A language of messages that remembers which ones it lacks.
final class MessageCoverage: MessageLanguage {
  private let catalog: MessageCatalog
  private let lacking = Mutex<Set<String>>([])

  private init(_ catalog: MessageCatalog) { self.catalog = catalog }

  private static let catalogs = Result {
    let folder = Project.templates.appending(path: "messages")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
      var findings: [Diagnostic] = []
      let file = try readSourceFile(folder.appending(path: name).path)
      return MessageCatalog(
        file, tag: String(name.prefix { $0 != "." }), diagnostics: &findings)
    }
  }

  /// The languages that have messages.
  static func languages() throws -> [MessageCoverage] {
    try catalogs.get().map { MessageCoverage($0) }
  }

  var tag: String { catalog.tag }
  var isRightToLeft: Bool { catalog.isRightToLeft }

  func template(of message: DiagnosticMessage) -> String? {
    if let text = catalog.template(of: message) { return text }
    // Names of files, letters, and values by themselves are the same in all languages.
    let words = message.template.replacing(/\{\d+\}|[a-z]+\.yml/, with: "")
    if words.contains(/[A-Za-z]{2}/) { _ = lacking.withLock { $0.insert(message.template) } }
    return nil
  }

  func isolated(_ text: String) -> String { catalog.isolated(text) }

  /// The messages of findings that the language lacks, those within others as well.
  func missing(in findings: [Diagnostic]) -> [String] {
    for finding in findings {
      let messages =
        [finding.statement] + finding.notes.map(\.statement)
        + (finding.advice.map { [$0] } ?? [])
      for message in messages { _ = text(message) }
    }
    return lacking.withLock { $0.sorted() }
  }
}
