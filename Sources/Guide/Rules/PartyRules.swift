import Base

/// Checks the parties of `guide.yml`.
enum PartyRules {
  /// The parties that cannot be reached although others can, and deputies that do not exist.
  static func findings(_ settings: GuideSettings) -> [Diagnostic] {
    guard settings.knowsAllParties, !settings.profiles.isEmpty else { return [] }
    let ids = settings.parties.map(\.text)
    var hints = NameHints(ids)
    var findings: [Diagnostic] = []
    let isReachable = settings.profiles.values.contains { !$0.contact.isEmpty }
    for party in settings.parties {
      let contact = settings.profiles[party.text]?.contact ?? PartyProfile.Contact()
      if contact.isEmpty, isReachable {
        findings.append(
          Diagnostic(
            .contactMissing, "the party '\(party.text)' has no contact, but others have one",
            at: party.location, hint: "add its 'contact' under 'parties' in guide.yml"))
      }
      guard let deputy = contact.deputy else { continue }
      if deputy == party.text {
        findings.append(
          Diagnostic(
            .deputyUnknown, "the party '\(party.text)' is its own deputy", at: party.location,
            hint: "name another party, or a person"))
      } else if !ids.contains(deputy), Identifier.isValid(deputy),
        let hint = hints.didYouMean(deputy)
      {
        findings.append(
          Diagnostic(
            .deputyUnknown,
            "the deputy '\(deputy)' of '\(party.text)' is not a party", at: party.location,
            hint: hint))
      }
    }
    return findings
  }
}
