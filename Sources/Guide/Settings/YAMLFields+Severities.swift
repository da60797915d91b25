import Base

extension YAMLFields {
  /// The severities of rules under `severities`.
  mutating func severities() -> [DiagnosticID: SeverityTable.Weight] {
    guard let node = node("severities") else { return [:] }
    var inner = YAMLFields(
      node, what: "'severities'", known: DiagnosticID.allCases.map(\.rawValue),
      invalid: .guideInvalid)
    var result: [DiagnosticID: SeverityTable.Weight] = [:]
    for member in inner.all {
      guard let id = DiagnosticID(rawValue: member.key) else { continue }
      guard !id.isAlwaysError else {
        inner.report(
          .guideInvalid, "'\(id.rawValue)' is always an error", at: member.keyLocation,
          hint: "delete it; the rule reports content that would be dropped")
        continue
      }
      guard let text = inner.text(member.value, "the severity of '\(id.rawValue)'") else {
        continue
      }
      result[id] = SeverityTable.Weight(text)
      if result[id] == nil {
        inner.report(
          .guideInvalid, "'\(text)' is not a severity", at: member.value.location,
          hint: didYouMean(text, among: SeverityTable.Weight.names)
            ?? "use error, warning, note, or off")
      }
    }
    absorb(inner)
    return result
  }
}
