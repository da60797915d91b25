extension YAMLParser {
  /// Reports a key that is written twice; values nested in the keys of other tools do not count.
  mutating func reportDuplicate(
    _ member: YAMLNode.Member, _ first: SourceLocation, _ depth: Int
  ) throws {
    if origin == .otherTools, depth > 0 { return }
    guard findings.count < Diagnostic.mostOfRule else {
      let place = member.keyLocation
      throw Stop(
        diagnostic: Diagnostic(
          .yamlInvalid, "too many duplicate keys; the rest are not listed", at: place))
    }
    findings.append(
      Diagnostic(
        .yamlDuplicateKey, "'\(member.key)' is written twice", at: member.keyLocation,
        notes: [.init("first written here", at: first)]))
  }
}
