import Base
import Markdown

/// The results that one load of a guide leaves for the next, which reuses all that did not change.
///
/// Each part is the result of a stage, kept with its inputs; it counts for as long as they are the
/// same objects. So a load with a memory and one without give the same guide.
public struct GuideMemory {
  /// Which files there are; nil if that must be asked again.
  public private(set) var tree: SourceTree?
  private var documents: [String: ParsedDocument] = [:]
  private var raci: [String: ReadRaci] = [:]
  private var sets: [String: AlignedDocument] = [:]
  private var rules: [String: CheckedDocument] = [:]
  private var surveys: SurveyedGuide?
  private var stamps: [String: (set: DocumentSet, stamp: SourceStamp)] = [:]
  private var letters: (guide: Guide, matrix: Matrix)?
  private var words: LetterWords?
  /// The findings on each document.
  var findings = GuideFindings()

  /// Makes an empty memory.
  public init() {}

  /// A Markdown file as it was parsed.
  struct ParsedDocument: Sendable {
    let isResponsibilityDocument: Bool
    let document: Document?
    let findings: [Diagnostic]
  }

  /// A file of letters as it was read.
  struct ReadRaci: Sendable {
    let parties: [String]
    let raci: RaciFile
    let findings: [Diagnostic]
  }

  /// A document's versions as they were aligned.
  struct AlignedDocument: Sendable {
    let inputs: AlignmentInputs
    let set: DocumentSet
    let findings: [Diagnostic]
  }

  /// All that the alignment of a document depends on.
  struct AlignmentInputs: Sendable, Equatable {
    let raci: RaciFile?
    let versions: [Document?]
    let locales: [String]
    let source: Int
    /// Whether the source has the document, and it could not be read.
    let isSourceUnreadable: Bool
    let letters: GuideLetters

    /// Whether both are the very same objects.
    static func == (left: AlignmentInputs, right: AlignmentInputs) -> Bool {
      left.raci === right.raci && left.source == right.source && left.locales == right.locales
        && left.isSourceUnreadable == right.isSourceUnreadable
        && left.versions.elementsEqual(right.versions, by: ===)
        && left.letters.reads(like: right.letters)
    }
  }

  /// The findings of the matrix rules in a document.
  struct CheckedDocument: Sendable {
    let set: DocumentSet
    let parties: [String]
    let findings: [Diagnostic]
  }

  /// The targets of the links of a whole guide.
  struct SurveyedGuide: Sendable {
    let links: LinkResolver
    let surveys: [LinkSurvey]
  }

  /// The words of tables; if they did not change, the earlier object stays.
  mutating func words(_ texts: [String: [String: String]], for scheme: LetterScheme) -> LetterWords
  {
    if let words, words.texts == texts { return words }
    // Tables that were read with other words no longer count.
    sets = [:]
    let read = LetterWords(texts, for: scheme)
    words = read
    return read
  }

  /// Forgets the content of a document or a file of letters; other files are read each time.
  public mutating func forget(file path: String) {
    documents[path] = nil
    raci[path] = nil
  }

  /// Forgets which files there are.
  public mutating func forgetTree() { tree = nil }

  /// Remembers which files exist; forgets the content of others.
  mutating func remember(_ tree: SourceTree) {
    self.tree = tree
    guard !documents.isEmpty else { return }
    let paths = Set(tree.localeFolders.flatMap { $0.documents.map(\.path) })
    documents = documents.filter { paths.contains($0.key) }
    let files = Set(tree.raciFiles.map(\.path))
    raci = raci.filter { files.contains($0.key) }
  }

  func document(_ path: String, isResponsibilityDocument: Bool) -> ParsedDocument? {
    guard let parsed = documents[path],
      parsed.isResponsibilityDocument == isResponsibilityDocument
    else { return nil }
    return parsed
  }

  mutating func remember(_ document: ParsedDocument, at path: String) {
    documents[path] = document
  }

  func raci(_ path: String, parties: [String]) -> ReadRaci? {
    guard let read = raci[path], read.parties == parties else { return nil }
    return read
  }

  /// Remembers letters; if they did not change, the earlier object stays.
  ///
  /// - Returns: the remembered result.
  mutating func remember(_ read: ReadRaci, at path: String) -> ReadRaci {
    var kept = read
    if let old = raci[path]?.raci, old == read.raci {
      kept = ReadRaci(parties: read.parties, raci: old, findings: read.findings)
    }
    raci[path] = kept
    return kept
  }

  func set(_ key: String, madeOf inputs: AlignmentInputs) -> AlignedDocument? {
    guard let aligned = sets[key], aligned.inputs == inputs else { return nil }
    return aligned
  }

  mutating func remember(_ aligned: [AlignedDocument]) {
    sets = Dictionary(aligned.map { ($0.set.key, $0) }, uniquingKeysWith: { $1 })
  }

  /// The findings of the rules in a document that is the same as then.
  func findings(of set: DocumentSet, parties: [String]) -> [Diagnostic]? {
    guard let checked = rules[set.key], checked.set === set, checked.parties == parties else {
      return nil
    }
    return checked.findings
  }

  mutating func remember(_ checked: [CheckedDocument]) {
    rules = Dictionary(checked.map { ($0.set.key, $0) }, uniquingKeysWith: { $1 })
  }

  /// The surveys that still apply, by document: those of unchanged documents, as long as links can
  /// lead to the same places.
  func surveys(_ links: LinkResolver) -> [LinkSurvey?] {
    let documents = links.guide.documents
    guard let old = surveys, old.links.leads(toTheSamePlacesAs: links) else {
      return Array(repeating: nil, count: documents.count)
    }
    let partiesChanged = !old.links.hasTheSameParties(as: links)
    return documents.indices.map { index in
      guard old.links.guide.documents[index] === documents[index] else { return nil }
      let survey = old.surveys[index]
      return survey.leadsToParties && partiesChanged ? nil : survey
    }
  }

  /// The matrix of a guide, which takes over the rows of unchanged documents.
  mutating func matrix(of guide: Guide) -> Matrix {
    let matrix = Matrix(guide, like: letters)
    letters = (guide, matrix)
    return matrix
  }

  mutating func remember(_ surveyed: SurveyedGuide) { surveys = surveyed }

  /// The record that a review would make of a document that is the same as then.
  func stamp(of set: DocumentSet) -> SourceStamp? {
    guard let known = stamps[set.key], known.set === set else { return nil }
    return known.stamp
  }

  mutating func remember(_ made: [(set: DocumentSet, stamp: SourceStamp)]) {
    stamps = Dictionary(made.map { ($0.set.key, $0) }, uniquingKeysWith: { $1 })
  }
}
