import Base
import Guide

/// Brings contacts and members from elsewhere into `guide.yml`, and proves that nothing else changes.
public struct PartyImport {
  /// The result of an import.
  public struct Outcome: Sendable {
    /// The whole of `guide.yml`; nil if nothing changes, or something is refused.
    public internal(set) var bytes: [UInt8]?
    /// The changes, in words: `customer-it: mail none -> desk@example.com`.
    public internal(set) var changes: [String] = []
    /// The data that was skipped.
    public internal(set) var notes: [String] = []
    /// Why nothing is written.
    public internal(set) var conflicts: [String] = []
  }

  private let guide: Guide
  private let keepsOwn: Bool
  private let index: PartyIndex

  /// Takes the guide as it is now.
  ///
  /// - Parameter keepsOwn: whether the guide wins over a file that says something else.
  public init(guide: Guide, keepsOwn: Bool) {
    self.guide = guide
    self.keepsOwn = keepsOwn
    index = PartyIndex(guide)
  }

  /// Plans an import; nothing is written.
  ///
  /// - Parameter bytes: `guide.yml` as it is on the disk.
  public func outcome(of file: PartyRecords, into bytes: [UInt8]) -> Outcome {
    var outcome = Outcome()
    (outcome.notes, outcome.conflicts) = (file.notes, file.defects)
    let wanted = wanted(file.records, &outcome)
    guard outcome.conflicts.isEmpty else { return outcome }
    let changed = guide.settings.parties.map(\.text).filter { id in
      wanted[id].map { $0 != profile(id) } ?? false
    }
    guard !changed.isEmpty else { return outcome }
    for id in changed { tell(id, wanted[id] ?? PartyProfile(), &outcome) }
    guard let edited = edited(bytes, wanted, changed, &outcome) else {
      outcome.changes = []
      return outcome
    }
    outcome.bytes = edited
    return outcome
  }

  private func profile(_ id: String) -> PartyProfile {
    guide.settings.profiles[id] ?? PartyProfile()
  }

  /// The new data of each party that the file names.
  private func wanted(
    _ records: [PartyRecord], _ outcome: inout Outcome
  ) -> [String: PartyProfile] {
    var wanted: [String: PartyProfile] = [:]
    var places: [String: PartyRecord] = [:]
    for record in records {
      guard let id = index.party(of: record) else {
        outcome.notes.append(
          "\(record.place): '\(record.names.first ?? "")' is not a party of the guide; skipped")
        continue
      }
      if let other = places[id], other.profile != record.profile {
        outcome.conflicts.append(
          "\(record.place): '\(record.names.first ?? "")' is the party '\(id)', as is "
            + "'\(other.names.first ?? "")' (\(other.place))")
        continue
      }
      places[id] = record
      wanted[id] = merged(profile(id), record.profile)
    }
    return wanted
  }

  private func merged(_ own: PartyProfile, _ other: PartyProfile) -> PartyProfile {
    var merged = own
    for key in PartyProfile.Contact.keys {
      guard let text = other.contact[key], own.contact[key] == nil || !keepsOwn else { continue }
      merged.contact[key] = text
    }
    if !other.members.isEmpty, own.members.isEmpty || !keepsOwn { merged.members = other.members }
    return merged
  }

  private func tell(_ id: String, _ wanted: PartyProfile, _ outcome: inout Outcome) {
    let own = profile(id)
    for key in PartyProfile.Contact.keys where own.contact[key] != wanted.contact[key] {
      outcome.changes.append(
        "\(id): \(key) \(own.contact[key] ?? "none") -> \(wanted.contact[key] ?? "none")")
    }
    guard own.members != wanted.members else { return }
    let (before, after) = (Set(own.members), Set(wanted.members))
    let added = wanted.members.filter { !before.contains($0) }.map { "+" + $0 }
    let gone = own.members.filter { !after.contains($0) }.map { "-" + $0 }
    let list = added + gone
    outcome.changes.append(
      "\(id): members \(list.isEmpty ? "in another order" : list.joined(separator: ", "))")
  }

  /// The file with all changes, proved; nil if it cannot be changed so.
  private func edited(
    _ bytes: [UInt8], _ wanted: [String: PartyProfile], _ changed: [String],
    _ outcome: inout Outcome
  ) -> [UInt8]? {
    let file = SourceFile(path: guide.settings.path, bytes: bytes)
    let mark = Array(bytes.prefix(bytes.count - file.bytes.count))
    guard let root = YAMLParser.parse(file.bytes, path: file.path).root,
      let parties = root["parties"]
    else {
      outcome.conflicts.append("\(file.path): 'parties' cannot be changed here")
      return nil
    }
    var editor = PartyEditor(file.bytes)
    for id in changed {
      let isSet = editor.set(
        wanted[id] ?? PartyProfile(), from: profile(id), of: id, in: parties)
      if !isSet {
        outcome.conflicts.append(
          "\(file.path): the party '\(id)' is written in a form that cannot be changed here; "
            + "change it by hand")
      }
    }
    guard outcome.conflicts.isEmpty else { return nil }
    let result = editor.edits.applied()
    guard editor.edits.account(for: result), says(result, root, wanted) else {
      outcome.conflicts.append("\(file.path): the parties cannot be changed without other changes")
      return nil
    }
    return mark + result
  }

  /// Whether a file says the intended facts about the parties, and otherwise the same as before.
  private func says(
    _ bytes: [UInt8], _ old: YAMLNode, _ wanted: [String: PartyProfile]
  ) -> Bool {
    let file = SourceFile(path: guide.settings.path, bytes: bytes)
    guard let root = YAMLParser.parse(bytes, path: file.path).root, let members = root.members,
      let before = old.members, members.map(\.key) == before.map(\.key)
    else { return false }
    let others = zip(members, before).filter { $0.0.key != "parties" }
    guard others.allSatisfy({ $0.0.value.says(theSameAs: $0.1.value) }) else { return false }
    let (settings, findings) = GuideSettings.load(file, limitFactor: 1_000)
    guard let settings, !findings.containsError,
      settings.parties.map(\.text) == guide.settings.parties.map(\.text)
    else { return false }
    return settings.parties.map(\.text).allSatisfy { id in
      (settings.profiles[id] ?? PartyProfile()) == (wanted[id] ?? profile(id))
    }
  }
}
