import Base

extension GuideLoader {
  /// The approvals of the guide on the loader's day; nil if it has no day, or nobody approved anything.
  mutating func reviews(of guide: Guide) throws -> ReviewLedger? {
    let path = content + "/reviews.yml"
    guard let date, try isRegularFile(path) else { return nil }
    let (reviews, findings) = ReviewFile.load(
      try snapshot.takeSourceFile(path, below: content, limit: limits.yamlBytes))
    diagnostics += findings
    guard !reviews.isEmpty else { return nil }
    let memory = memory
    var scopes = ReviewScopes(guide) { memory.stamp(of: $0) }
    let ledger = try ReviewLedger(
      reviews, of: guide, &scopes,
      wording: readsHistory ? ReviewWording(guide, git: GitHistory(folder: content)) : nil,
      date: date)
    self.memory.remember(scopes.madeStamps)
    diagnostics += ledger.findings
    return ledger.entries.isEmpty ? nil : ledger
  }
}
