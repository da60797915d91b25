import Foundation

/// The facts of a locale's `matrix.json`, which the pages must show.
public struct MatrixFacts: Decodable, Sendable {
  /// A column.
  public struct Party: Decodable, Sendable {
    /// The id.
    public let id: String
    /// The name.
    public let name: String
    /// Its address.
    public let url: String
  }

  /// Rows under one heading.
  public struct Section: Decodable, Sendable {
    /// The id.
    public let id: String
    /// The document's key.
    public let document: String
    /// The rows in order.
    public let rows: [Row]
  }

  /// A responsibility.
  public struct Row: Decodable, Sendable {
    /// The id.
    public let id: String
    /// The title.
    public let title: String
    /// Its address.
    public let url: String
    /// The letters by party.
    public let assignments: [String: Assignment]
  }

  /// Letters of one party.
  public struct Assignment: Decodable, Sendable {
    /// The letters, such as `RA`.
    public let letters: String
    /// `declared` or `inherited`.
    public let origin: String
    /// The clause's URL.
    public let evidence: String?
  }

  /// The columns in order.
  public let parties: [Party]
  /// The sections in order.
  public let sections: [Section]

  /// The rows of all sections in order.
  public var rows: [Row] { sections.flatMap(\.rows) }

  /// Reads the file of a locale in a built site.
  public init(of locale: String, in site: URL) throws {
    let bytes = try Data(contentsOf: site.appending(path: "\(locale)/matrix.json"))
    self = try JSONDecoder().decode(MatrixFacts.self, from: bytes)
  }
}
