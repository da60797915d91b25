import Foundation
import FoundationXML

/// A feed as RFC 4287 has it, read by its structure.
public struct AtomFeed {
  private let root: XMLElement

  /// A text that is something else.
  public struct NoFeed: Error {}

  /// Reads a feed.
  public init(_ text: String) throws {
    guard let root = try XMLDocument(xmlString: text).rootElement(), root.name == "feed",
      text.contains("<feed xmlns=\"http://www.w3.org/2005/Atom\"")
    else { throw NoFeed() }
    self.root = root
  }

  private var entries: [XMLElement] { root.elements(forName: "entry") }

  /// The titles of the entries.
  public var titles: [String] { entries.map { Self.text("title", of: $0) } }

  /// The ids of the feed and of its entries.
  public var ids: [String] { ([root] + entries).map { Self.text("id", of: $0) } }

  /// The targets of links of a kind, of the feed and of its entries.
  public func links(_ relation: String = "alternate") -> [String] {
    ([root] + entries).flatMap { Self.links(relation, of: $0) }
  }

  /// The parts that RFC 4287 requires and the feed lacks, one per line.
  public var problems: [String] {
    var problems: [String] = []
    if Set(ids).count != ids.count { problems.append("an id is there twice") }
    for element in [root] + entries {
      let id = Self.text("id", of: element)
      for name in ["id", "title", "updated"] where element.elements(forName: name).count != 1 {
        problems.append("\(id): not one '\(name)'")
      }
      if !Self.isIRI(id) { problems.append("\(id): no complete IRI") }
      let date = Self.text("updated", of: element)
      if date.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)/) == nil {
        problems.append("\(id): '\(date)' is no RFC 3339 time")
      }
      if Self.links("alternate", of: element).count > 1 {
        problems.append("\(id): more than one alternate of a type")
      }
    }
    for entry in entries where entry.elements(forName: "content").count != 1 {
      problems.append("\(Self.text("id", of: entry)): not one 'content'")
    }
    let authors = root.elements(forName: "author").flatMap { $0.elements(forName: "name") }
    if authors.isEmpty { problems.append("nobody is its author") }
    return problems
  }

  /// Whether an address has a scheme and none of the characters that no IRI has.
  private static func isIRI(_ text: String) -> Bool {
    text.wholeMatch(of: /[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+/) != nil
      && text.components(separatedBy: "#").count <= 2
  }

  private static func text(_ name: String, of element: XMLElement) -> String {
    element.elements(forName: name).first?.stringValue ?? ""
  }

  private static func links(_ relation: String, of element: XMLElement) -> [String] {
    element.elements(forName: "link").compactMap { link in
      let values = Dictionary(
        (link.attributes ?? []).map { ($0.name ?? "", $0.stringValue ?? "") },
        uniquingKeysWith: { first, _ in first })
      return values["rel", default: "alternate"] == relation ? values["href", default: ""] : nil
    }
  }
}
