import Base

extension ChangeReport {
  /// A report for a pull request: what changed, in Markdown, and who should look at it.
  public var pullRequest: String {
    guard !changes.isEmpty else { return markdown }
    var counts: [String: Int] = [:]
    var parties: [String] = []
    for row in changes.rows {
      for change in row.letters {
        if counts[change.party] == nil { parties.append(change.party) }
        counts[change.party, default: 0] += 1
      }
    }
    var locales: [String] = []
    var stale: [String: Int] = [:]
    for text in changes.stale {
      if stale[text.locale] == nil { locales.append(text.locale) }
      stale[text.locale, default: 0] += 1
    }
    let lines =
      parties.map { party in
        let count = counts[party] ?? 0
        return
          "- **\(cell(party))**: its letters change in \(count == 1 ? "1 row" : "\(count) rows")"
      }
      + locales.map { locale in
        let count = stale[locale] ?? 0
        return
          "- **translators of \(cell(locale))**: \(count == 1 ? "1 text" : "\(count) texts") out of date"
      }
    guard !lines.isEmpty else { return markdown }
    return markdown + "\n## Reviewers\n\n" + lines.joined(separator: "\n") + "\n"
  }
}
