import Foundation

/// What a locale's `matrix.json` says: the facts that the pages are held to.
struct MatrixFacts: Decodable {
  struct Party: Decodable {
    let id: String
    let name: String
    let url: String
  }

  struct Section: Decodable {
    let id: String
    let document: String
    let rows: [Row]
  }

  struct Row: Decodable {
    let id: String
    let title: String
    let url: String
    let assignments: [String: Assignment]
  }

  struct Assignment: Decodable {
    let letters: String
    let origin: String
    let evidence: String?
  }

  let parties: [Party]
  let sections: [Section]

  var rows: [Row] { sections.flatMap(\.rows) }
}

extension BuiltSite {
  /// The facts of a locale's matrix.
  func matrix(of locale: String) throws -> MatrixFacts {
    let bytes = try Data(contentsOf: folder.appending(path: "\(locale)/matrix.json"))
    return try JSONDecoder().decode(MatrixFacts.self, from: bytes)
  }
}
