import Guide

/// Which responsibilities refer to a document, by the links of their rows in the source.
struct ReferenceIndex: Sendable {
  /// A responsibility that refers.
  struct Reference: Sendable, Hashable {
    let document: Int
    let responsibility: Int
  }

  private var references: [Int: [Reference]] = [:]

  init(_ guide: Guide, _ links: LinkResolver) {
    for (index, document) in guide.documents.enumerated() {
      for (number, responsibility) in document.responsibilities.enumerated() {
        let source = guide.sourceIndex
        guard let rendering = guide.rendering(of: responsibility, in: document, for: source) else {
          continue
        }
        var seen: Set<Int> = []
        for link in rendering.fact.links {
          let target = links.resolve(
            link, in: rendering.version, home: rendering.locale, for: source
          ).target
          guard case .page(let other, _, _) = target, other != index, seen.insert(other).inserted
          else { continue }
          references[other, default: []].append(.init(document: index, responsibility: number))
        }
      }
    }
  }

  /// The responsibilities that refer to a document, in the guide's order.
  func references(to document: Int) -> [Reference] { references[document] ?? [] }
}
