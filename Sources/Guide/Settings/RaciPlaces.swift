import Base

/// The location of each letter in a file under `raci/`.
///
/// Read apart from the letters, since only writers at work ask for it.
public struct RaciPlaces: Sendable {
  /// The places of one section's letters by party, and of its rows' by id and party.
  private struct Section {
    var inherited: [String: SourceLocation] = [:]
    var declared: [String: [String: SourceLocation]] = [:]
  }

  private var sections: [String: Section] = [:]

  /// Reads a file; ignores errors in it.
  public init(_ file: SourceFile) {
    let root = YAMLParser.parse(file.bytes, path: file.path).root
    for section in root.members("sections") {
      var places = Section(inherited: Optional(section.value).places("raci"))
      for row in Optional(section.value).members("responsibilities") {
        if row.value.members?.contains(where: { $0.key == "raci" }) ?? false {
          places.declared[row.key] = Optional(row.value).places("raci")
        }
      }
      sections[section.key] = places
    }
  }

  /// The place of a party's letters for a responsibility: its own, or those that it inherits.
  public func place(of party: String, responsibility: String, section: String) -> SourceLocation? {
    guard let places = sections[section] else { return nil }
    return (places.declared[responsibility] ?? places.inherited)[party]
  }
}

extension YAMLNode? {
  fileprivate func members(_ key: String) -> [YAMLNode.Member] {
    self?.members?.first { $0.key == key }?.value.members ?? []
  }

  fileprivate func places(_ key: String) -> [String: SourceLocation] {
    Dictionary(
      members(key).map { ($0.key, $0.keyLocation) }, uniquingKeysWith: { first, _ in first })
  }
}
