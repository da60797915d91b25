import Base
import Guide
import Markdown

/// Brings translations back into the files of a locale.
public struct TranslationImport {
  /// A file as it is to be.
  public struct Change: Sendable {
    /// The path.
    public let path: String
    /// The whole file.
    public let bytes: [UInt8]
    /// How many texts are new or different.
    public let textCount: Int
    /// How many rows were stamped.
    public let rowCount: Int
    /// Whether the file is not there yet.
    public let isNew: Bool
  }

  /// The result of an import.
  public struct Outcome: Sendable {
    /// The files that change.
    public internal(set) var changes: [Change] = []
    /// Translations that are refused, each with its place in the file that came back.
    public internal(set) var refusals: [TranslationDefect] = []
    /// Notes for the translator on translations that were taken.
    public internal(set) var warnings: [TranslationDefect] = []
    /// How many translations were in the guide already.
    public internal(set) var unchangedCount = 0
    /// How many translations were skipped; a warning says why.
    public internal(set) var skippedCount = 0

    /// Nothing.
    public init() {}
  }

  let guide: Guide
  private let builder: CatalogBuilder
  let read: CatalogBuilder.Reader
  /// The guide's folder.
  let content: String
  /// The git revision of a source file, if it has no uncommitted changes.
  let revision: @Sendable (_ path: String) -> String?

  /// Names the guide and the place of its files.
  public init(
    guide: Guide, content: String, read: @escaping CatalogBuilder.Reader,
    history: @escaping CatalogBuilder.History = { _, _ in nil },
    revision: @escaping @Sendable (_ path: String) -> String? = { _ in nil }
  ) {
    self.guide = guide
    self.content = content
    self.read = read
    self.revision = revision
    builder = CatalogBuilder(guide: guide, read: read, history: history)
  }

  /// Plans an import; nothing is written.
  ///
  /// - Parameter locale: the locale's tag, for files that do not say theirs.
  public func outcome(of texts: [TranslatedText], locale tag: String) throws -> Outcome {
    var outcome = Outcome()
    let locale = guide.locales.firstIndex { $0.tag == tag }
    let keys = Dictionary(
      guide.documents.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    let longest = guide.documents.reduce(0) { max($0, $1.key.utf8.count) }
    var ofDocument: [Int: [TranslatedText]] = [:]
    for text in texts {
      guard let index = Self.document(of: text.context, among: keys, longest: longest) else {
        outcome.skippedCount += 1
        outcome.warnings.append(
          .init("'\(text.context)' is not a text of this guide; it was skipped", at: text.location))
        continue
      }
      ofDocument[index, default: []].append(text)
    }
    for (index, document) in guide.documents.enumerated() {
      guard let texts = ofDocument[index] else { continue }
      guard let paired = try builder.paired(document, locale: locale) else {
        for text in texts {
          outcome.refusals.append(
            .init("the source has no '\(document.key).md' anymore", at: text.location))
        }
        continue
      }
      var work = DocumentImport(
        paired, units: builder.units(of: paired, locale), guide: guide, locale: locale)
      work.take(texts)
      try finish(work, paired, tag, &outcome)
    }
    return outcome
  }

  /// The document that a context begins with.
  ///
  /// - Parameter longest: the length of the longest key in bytes.
  private static func document(
    of context: String, among keys: [String: Int], longest: Int
  ) -> Int? {
    let start = context.utf8.prefix(longest + 1)
    for (position, byte) in start.enumerated() where "#@:".utf8.contains(byte) {
      if let index = keys[String(decoding: context.utf8.prefix(position), as: UTF8.self)] {
        return index
      }
    }
    return nil
  }

  private func finish(
    _ work: DocumentImport, _ paired: PairedDocument, _ tag: String, _ outcome: inout Outcome
  ) throws {
    var work = work
    let path = paired.target?.file.file.path ?? "\(content)/\(tag)/\(paired.document.key).md"
    let file = paired.target == nil ? nil : try read(path)
    let before = file.map { $0.mark + $0.bytes } ?? []
    let (isChanged, edited) = work.edited()
    outcome.refusals += work.refusals
    outcome.warnings += work.warnings
    outcome.unchangedCount += work.unchangedCount
    outcome.skippedCount += work.skippedCount
    var bytes = (file?.mark ?? []) + edited
    guard isChanged || paired.target != nil && work.hasConfirmed else { return }
    for (key, text, location) in work.frontMatter {
      do throws(FrontMatterEditor.Refusal) {
        bytes = try FrontMatterEditor.setting(
          key, to: ["\(key): \(YAMLScalar.text(text))"], in: bytes, path: path)
      } catch {
        let defect = Self.defect(error, path)
        outcome.refusals.append(.init("\(defect.location): \(defect.message)", at: location))
      }
    }
    var rowCount = 0
    if let stamp = try work.stamp(revision: revision(paired.source.file.file.path)) {
      do throws(FrontMatterEditor.Refusal) {
        bytes = try FrontMatterEditor.setting(
          SourceStamp.key, to: stamp.lines(parties: guide.settings.parties.map(\.text)), in: bytes,
          path: path)
        rowCount = work.currentRows.count
      } catch {
        let defect = Self.defect(error, path)
        outcome.refusals.append(.init("no stamp: \(defect.message)", at: defect.location))
      }
    }
    guard bytes != before else { return }
    outcome.changes.append(
      Change(
        path: path, bytes: bytes, textCount: work.changedCount, rowCount: rowCount,
        isNew: paired.target == nil))
  }

  /// The reason why front matter cannot be edited, at its place.
  private static func defect(
    _ refusal: FrontMatterEditor.Refusal, _ path: String
  ) -> TranslationDefect {
    let first = refusal.diagnostics.first
    return TranslationDefect(
      first?.message ?? "the front matter is invalid",
      at: first?.location ?? SourceLocation(path: path))
  }
}
