import Base

/// Proves that a file of letters says the same as before, except for the letters of some rows and
/// the evidence for them.
enum LetterProof {
  /// Whether a new file keeps all of an old one except the letters and the evidence of some ids.
  static func keeps(_ old: YAMLNode, in file: SourceFile, besides ids: Set<String>) -> Bool {
    guard let new = YAMLParser.parse(file.bytes, path: file.path).root else { return false }
    return agree(old, new) { key, before, after in
      guard key == "sections" else { return before.says(theSameAs: after) }
      return agree(before, after) { _, before, after in
        agree(before, after) { key, before, after in
          guard key == "responsibilities" else { return before.says(theSameAs: after) }
          return agree(before, after) { id, before, after in
            ids.contains(id) ? keepsEntry(before, after) : before.says(theSameAs: after)
          }
        }
      }
    }
  }

  /// Whether two mappings have the same keys in the same order, and values that agree.
  private static func agree(
    _ old: YAMLNode, _ new: YAMLNode, _ test: (String, YAMLNode, YAMLNode) -> Bool
  ) -> Bool {
    guard let before = old.members, let after = new.members, before.count == after.count else {
      return false
    }
    return zip(before, after).allSatisfy {
      $0.key.utf8.elementsEqual($1.key.utf8) && test($0.key, $0.value, $1.value)
    }
  }

  private static func keepsEntry(_ old: YAMLNode, _ new: YAMLNode) -> Bool {
    func kept(_ node: YAMLNode) -> [YAMLNode.Member]? {
      node.members?.filter { $0.key != "raci" && $0.key != "evidence" }
    }
    guard let before = kept(old), let after = kept(new), before.count == after.count else {
      return false
    }
    return zip(before, after).allSatisfy {
      $0.key.utf8.elementsEqual($1.key.utf8) && $0.value.says(theSameAs: $1.value)
    }
  }
}
