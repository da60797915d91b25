import Base
import Guide

/// Writes `guide.yml` and the files of locales.
struct GuideText {
  let source: String
  let locales: [String]
  let parties: [PartyRegister.Party]
  let letters: LetterScheme
  let documents: [AdoptedDocument]

  /// The text of `guide.yml`.
  func guide() -> String {
    """
    # The settings of the guide for all languages.
    source_locale: \(source)
    locales: [\(locales.joined(separator: ", "))]
    base_path: /

    # The columns of the matrix, in this order.
    parties: [\(parties.map { YAMLScalar.identifier($0.id) }.joined(separator: ", "))]
    \(partyLimit)\(scheme)\(linkRules())
    """
  }

  /// The letters if they are not those of RACI.
  private var scheme: String {
    if letters.name == LetterScheme.raci.name { return "" }
    guard letters.name == "own" else { return "\n# The letters.\nletters: \(letters.name)\n" }
    let lines = letters.letters.map { letter in
      var members =
        letter.names[LetterScheme.everyLanguage].map { ["name: " + YAMLScalar.quoted($0)] } ?? []
      if letter.minimum > 0 { members.append("at_least: \(letter.minimum)") }
      if let maximum = letter.maximum { members.append("at_most: \(maximum)") }
      return
        "  \(YAMLScalar.identifier(String(letter.character))): {\(members.joined(separator: ", "))}"
    }
    return "\n# The letters, and how many parties of a row may have each.\nletters:\n"
      + lines.joined(separator: "\n") + "\n"
  }

  /// A higher limit if there are more parties than a guide may have without one.
  private var partyLimit: String {
    parties.count > InputLimits().parties ? "limits: {parties: \(parties.count)}\n" : ""
  }

  /// A proposal, as a comment, for the folders outside the guide that links lead to.
  private func linkRules() -> String {
    var folders: Set<Substring> = []
    for link in documents.lazy.flatMap({ $0.document.links }) {
      guard link.destination.hasPrefix("../"), let end = link.destination.lastIndex(of: "/"),
        YAMLScalar.canContain(link.destination)
      else { continue }
      folders.insert(link.destination[...end])
    }
    let rules = folders.map(String.init).sorted().map { folder in
      let name = folder.split(separator: "/").last ?? ""
      return """
        #   - prefix: \(YAMLScalar.quoted(folder))
        #     to: \(YAMLScalar.quoted("https://example.com/{locale}/\(name)/"))
        """
    }
    guard !rules.isEmpty else { return "" }
    return """

      # Documents that the text links to and this guide does not hold. Say where they are:
      # links:
      \(rules.joined(separator: "\n"))

      """
  }

  /// The text of a `locale.yml`: the title and the parties' names, both from the locale's own text.
  ///
  /// - Parameter own: the locale's documents.
  func locale(_ tag: String, of own: [AdoptedDocument], names: [String]) -> String {
    let home = own.first { $0.key == "index" } ?? own.first
    var lines = ["title: \(YAMLScalar.quoted(home?.document.title ?? tag))"]
    if !parties.isEmpty { lines.append("parties:") }
    lines += zip(parties, names).map {
      "  \(YAMLScalar.identifier($0.id)): \(YAMLScalar.quoted($1))"
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
