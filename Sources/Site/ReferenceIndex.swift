import Guide

/// Which responsibilities refer to a document, by the links of their rows in the source.
struct ReferenceIndex: Sendable {
  /// A responsibility that refers.
  struct Reference: Sendable, Hashable {
    let document: Int
    let responsibility: Int
  }

  private var references: [Int: [Reference]] = [:]

  /// Turns around the targets of each document's links.
  init(_ surveys: [LinkSurvey]) {
    for (document, survey) in surveys.enumerated() {
      for reference in survey.references {
        references[reference.target, default: []].append(
          .init(document: document, responsibility: reference.responsibility))
      }
    }
  }

  /// The responsibilities that refer to a document, in the guide's order.
  func references(to document: Int) -> [Reference] { references[document] ?? [] }
}
