// FuzzTargets feeds arbitrary bytes to each stage that reads what others wrote. In: bytes. Out:
// nothing; a stage that cannot bear them ends the process. The fuzzer and the tests share it.

import Alignment
import Base
import Guide
import Markdown
import Mustache

/// A stage that takes bytes from outside.
public enum FuzzTarget: String, CaseIterable, Sendable {
  case frontMatter = "front-matter"
  case tables
  case document
  case html
  case template
  case guide
  case letters
  case locale
  case alignment
  case request
  case adoption
  case stamp
  case units
  case history
  case workbook
  case separated
  case catalog
  case contacts
  case reviews
  case po
  case xliff
  case matrix
  case translation

  /// Feeds it bytes.
  public func run(_ bytes: [UInt8]) {
    let file = SourceFile(path: "fuzz", bytes: bytes)
    switch self {
    case .frontMatter:
      parse(SourceFile(path: "fuzz", bytes: wrapped("---\n", bytes, "\n---\n# a\n")))
    case .tables: parse(SourceFile(path: "fuzz", bytes: wrapped("a|b\n-|-\n", bytes, "\n")))
    case .document: parse(file)
    case .html: parse(SourceFile(path: "fuzz", bytes: wrapped("<div>\n", bytes, "\n")))
    case .template: render(bytes)
    case .guide: _ = GuideSettings.load(file)
    case .letters:
      _ = RaciFile.load(file, key: "fuzz", parties: ["provider", "customer"], letters: .raci)
    case .locale: _ = LocaleSettings.load(file, locale: "en-US", parties: ["provider"])
    case .alignment: align(bytes)
    case .request: RequestTarget.shared.run(bytes)
    case .adoption: AdoptionTarget.run(bytes)
    case .history: HistoryTarget.run(bytes)
    case .reviews: _ = ReviewFile.load(file)
    case .stamp: EditTargets.stamp(bytes)
    case .units: EditTargets.units(bytes)
    case .matrix: EditTargets.matrix(bytes)
    case .translation: EditTargets.translation(bytes)
    case .workbook, .separated, .catalog, .contacts, .po, .xliff: ImportTargets.run(self, bytes)
    }
  }

  private func wrapped(_ before: String, _ bytes: [UInt8], _ after: String) -> [UInt8] {
    Array(before.utf8) + bytes + Array(after.utf8)
  }

  private func parse(_ file: SourceFile) {
    for isResponsibilityDocument in [true, false] {
      let (document, _) = DocumentParser.parse(
        file,
        .init(key: "fuzz", locale: "en-US", isResponsibilityDocument: isResponsibilityDocument))
      var html: [UInt8] = []
      try? document?.body.html().append(to: &html) { _, output in output.append(0x20) }
    }
  }

  private func render(_ bytes: [UInt8]) {
    let context: Value = ["a": "text", "b": ["c", "d"], "e": ["f": "g"], "h": true]
    guard let set = try? TemplateSet([(name: "main", bytes: bytes), (name: "a", bytes: [0x7B])])
    else { return }
    var output: [UInt8] = []
    try? set.render("main", context, into: &output)
  }

  /// Pairs rows that the bytes describe, four a row; the halves are source and translation.
  private func align(_ bytes: [UInt8]) {
    var rows: [RowFeatures] = []
    for start in stride(from: 0, to: min(bytes.count, 400) & ~3, by: 4) {
      let (first, second) = (Int(bytes[start]), Int(bytes[start + 1]))
      let (third, fourth) = (Int(bytes[start + 2]), Int(bytes[start + 3]))
      let tokens: [String] = (0..<(third % 5)).map { "AB\(third + $0)" }
      let links: [String] = second < 64 ? ["link-\(second % 8)"] : []
      rows.append(
        RowFeatures(
          section: first % 5 == 0 ? nil : first % 5, anchor: first < 16 ? "\(first)" : nil,
          links: links, title: tokens.joined(separator: " "),
          clauses: (0..<(fourth % 7)).map { String(repeating: "x", count: fourth + $0) }))
    }
    _ = RowAligner.align(
      source: Array(rows.prefix(rows.count / 2)), target: Array(rows.dropFirst(rows.count / 2)))
  }
}
