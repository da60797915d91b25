import Base

/// The targets of the links of one document, each resolved once in its own locale.
public struct LinkSurvey: Sendable {
  /// A file beside the documents that pages show or link to.
  public struct LocalFile: Sendable, Hashable {
    /// The locale whose folder contains it.
    public let locale: Int
    /// Its path in that folder.
    public let path: String
  }

  /// A responsibility whose row leads to another document.
  public struct Reference: Sendable, Hashable {
    /// The other document, by its index in the guide.
    public let target: Int
    /// The responsibility, by its index in this document.
    public let responsibility: Int
  }

  /// The errors in links.
  public private(set) var diagnostics: [Diagnostic] = []
  /// The files that are needed, each with the place of the first link to it.
  public private(set) var files: [LocalFile: SourceLocation] = [:]
  /// Whether a link leads, or would lead, to the page of a party.
  public private(set) var leadsToParties = false
  /// Whether a link leads to the matrix of a document.
  public private(set) var leadsToMatrix = false
  /// The other documents that links lead to, by their index in the guide.
  public private(set) var documents: Set<Int> = []
  /// The targets of the source's rows, each pair once, in the order of the rows.
  public private(set) var references: [Reference] = []

  /// Surveys a document.
  ///
  /// - Parameter document: its index in the resolver's guide.
  public init(of document: Int, _ links: LinkResolver) {
    let set = links.guide.documents[document]
    var diagnoser = LinkDiagnoser(links)
    for (index, version) in set.versions.enumerated() {
      guard let version else { continue }
      for (number, link) in version.document.links.enumerated() {
        let (target, defect) = links.resolve(number, in: version, home: index, for: index)
        switch (target, defect) {
        case (.generated(let path, _), _), (_, .unresolved(let path)):
          leadsToParties = leadsToParties || path.hasPrefix("parties")
        default: break
        }
        switch target {
        case .generated(let path, _): leadsToMatrix = leadsToMatrix || path.hasPrefix("matrix/")
        case .address(let address) where address.utf8.first == UInt8(ascii: "/"):
          leadsToMatrix = leadsToMatrix || address.contains("matrix/")
        default: break
        }
        if let defect { diagnostics.append(diagnoser.diagnostic(defect, of: link, home: index)) }
        if case .page(let other, _, _) = target, other != document { documents.insert(other) }
        guard case .file(let locale, let path) = target else { continue }
        files[LocalFile(locale: locale, path: path), default: link.location] =
          min(files[LocalFile(locale: locale, path: path)] ?? link.location, link.location)
      }
    }
    for (number, responsibility) in set.responsibilities.enumerated() {
      addReferences(of: responsibility, number, in: document, links)
    }
  }

  private mutating func addReferences(
    of responsibility: Responsibility, _ number: Int, in document: Int, _ links: LinkResolver
  ) {
    let guide = links.guide
    let (set, source) = (guide.documents[document], guide.sourceIndex)
    guard let rendering = guide.rendering(of: responsibility, in: set, for: source) else { return }
    var seen: Set<Int> = [document]
    for link in rendering.fact.links {
      let target = links.resolve(
        link, in: rendering.version, home: rendering.locale, for: source
      ).target
      guard case .page(let other, _, _) = target, seen.insert(other).inserted else { continue }
      references.append(Reference(target: other, responsibility: number))
    }
  }
}
