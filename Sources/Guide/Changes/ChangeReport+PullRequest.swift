import Base

extension ChangeReport {
  /// A report for a pull request in Markdown: the changes, and the people who should look at them.
  public var pullRequest: String {
    guard !changes.isEmpty else { return markdown }
    let lines = parties + reviewers + translators
    let blocks = blocks(byText: true)
    let who = lines.isEmpty ? [] : ["## Reviewers", lines.joined(separator: "\n")]
    return (blocks + who).joined(separator: "\n\n") + "\n"
  }

  /// The parties whose letters change, or that have letters in a row whose wording changes.
  private var parties: [String] {
    var order: [String] = []
    var letters: [String: Int] = [:]
    var wordings: [String: Int] = [:]
    func note(_ party: String) {
      if letters[party] == nil, wordings[party] == nil { order.append(party) }
    }
    for change in changes.rows.flatMap(\.letters) {
      note(change.party)
      letters[change.party, default: 0] += 1
    }
    for text in changes.wording where text.isRow && text.locale == changes.sourceLocale {
      let key = text.document + "#" + (text.id ?? "")
      for held in changes.held[key] ?? [] {
        note(held.party)
        wordings[held.party, default: 0] += 1
      }
    }
    return order.map { party in
      let parts = [
        letters[party].map { "its letters change in " + rows($0) },
        wordings[party].map { "wording changes in \($0) of its rows" },
      ]
      let mail = changes.mails[party].map { " (\(escaped($0)))" } ?? ""
      return "- **\(cell(party))**\(mail): "
        + parts.compactMap { $0 }.joined(separator: "; ")
    }
  }

  private func rows(_ count: Int) -> String { count == 1 ? "1 row" : "\(count) rows" }

  /// Those whose approvals lapse.
  private var reviewers: [String] {
    var order: [String] = []
    var scopes: [String: [String]] = [:]
    for review in changes.lapsed {
      if scopes[review.reviewer] == nil { order.append(review.reviewer) }
      scopes[review.reviewer, default: []].append(review.scope)
    }
    return order.map { reviewer in
      let list = (scopes[reviewer] ?? []).map(escaped).joined(separator: ", ")
      return "- **\(cell(reviewer))**: the approval of \(list) lapses"
    }
  }

  private var translators: [String] {
    var order: [String] = []
    var stale: [String: Int] = [:]
    for text in changes.stale {
      if stale[text.locale] == nil { order.append(text.locale) }
      stale[text.locale, default: 0] += 1
    }
    return order.map { locale in
      let count = stale[locale] ?? 0
      return
        "- **translators of \(cell(locale))**: \(count == 1 ? "1 text" : "\(count) texts") out of date"
    }
  }
}
