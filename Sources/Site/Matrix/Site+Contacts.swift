import Base
import Guide
import Mustache

extension Site {
  /// How readers of a locale reach a party, and who belongs to it; null if the guide has neither.
  func contact(ofParty party: Int, _ locale: Int) -> Value {
    let id = guide.settings.parties[party].text
    guard let profile = guide.settings.profiles[id] else { return .null }
    let (contact, strings) = (profile.contact, guide.locales[locale].strings)
    func way(_ key: String, _ text: String, _ url: String?) -> Value {
      [
        "key": .text(key), "label": .text(strings.label("contact_\(key)")), "text": .text(text),
        "url": url.map { .address($0) } ?? .null, "is_code": .bool(key != "deputy"),
      ]
    }
    let ways: [Value] = PartyProfile.Contact.keys.compactMap { key in
      guard let text = contact[key] else { return nil }
      switch key {
      case "mail": return way(key, text, Self.mailAddress(text))
      case "phone": return way(key, text, ContactForm.telephone(text))
      case "url": return way(key, text, text)
      default:
        guard let deputy = guide.settings.parties.firstIndex(where: { $0.text == text }) else {
          return way(key, text, nil)
        }
        let name = guide.locales[locale].parties[deputy].name
        return way(key, name, paths.partyURL(deputy, locale))
      }
    }
    let members: [Value] = profile.members.map { ["name": .text($0)] }
    return [
      "party": .text(id), "has_ways": .bool(!ways.isEmpty), "ways": .list(ways),
      "has_members": .bool(!members.isEmpty),
      "members_label": .text(strings.label("contact_members")), "members": .list(members),
    ]
  }

  /// The contacts of parties, for the panel of a row; null if there are none.
  func contacts(of parties: [Int], _ locale: Int) -> Value {
    guard !guide.settings.profiles.isEmpty else { return .null }
    let contacts = parties.compactMap { party -> Value? in
      let profile = guide.settings.profiles[guide.settings.parties[party].text]
      return profile?.contact.isEmpty ?? true ? nil : contact(ofParty: party, locale)
    }
    return contacts.isEmpty ? .null : ["items": .list(contacts)]
  }

  /// An address as a link leads to it (RFC 6068): characters with a meaning in links are encoded.
  static func mailAddress(_ mail: String) -> String {
    let parts = mail.split(separator: "@", maxSplits: 1).map {
      percentEncoded(String($0)).replacing("/", with: "%2F")
    }
    return "mailto:" + parts.joined(separator: "@")
  }
}
