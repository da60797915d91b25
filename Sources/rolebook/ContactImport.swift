import Base
import Exchange
import Guide
import Publishing

extension LoadedGuide {
  /// Brings contacts and members of parties into `guide.yml`.
  ///
  /// - Returns: nil if the file is another kind of file.
  func bringContacts(
    _ path: String, _ arguments: ParsedArguments, _ terminal: Terminal
  ) throws -> ExitStatus? {
    let records: PartyRecords?
    do throws(ExchangeError) {
      records = try PartyRecords.read(
        try arguments.bytes(path), path: path, sheet: arguments.values["sheet"],
        words: contactWords)
    } catch {
      terminal.report(visible("\(path): error: \(error)"))
      return .findings
    }
    guard let records else { return nil }
    let file = guide.settings.path
    let outcome = PartyImport(guide: guide, keepsOwn: arguments.switches.contains("ours"))
      .outcome(of: records, into: try readFile(file))
    for note in outcome.notes { terminal.report(visible("\(path): note: \(note)")) }
    for conflict in outcome.conflicts {
      terminal.report(visible("\(path): error: \(conflict)"))
    }
    guard outcome.conflicts.isEmpty else {
      terminal.report(
        "rolebook: \(counted(outcome.conflicts.count, "error")); no file was changed")
      return .findings
    }
    guard let bytes = outcome.bytes else {
      terminal.say("\(path): no contacts changed")
      return .success
    }
    let isTrial = arguments.switches.contains("dry-run")
    if !isTrial { try writeFile(file, bytes) }
    terminal.say(
      "\(file): \(isTrial ? "would change: " : "")\(counted(outcome.changes.count, "value"))")
    for change in outcome.changes { terminal.say("  " + visible(change)) }
    return .success
  }

  /// The names of the columns of contacts in the guide's languages.
  private var contactWords: [String: Set<String>] {
    var words: [String: Set<String>] = [:]
    for key in PartyProfile.Contact.keys + ["members"] {
      words[key] = Set(guide.locales.map { $0.strings["contact_\(key)"] })
    }
    words["party"] = Set(guide.locales.map { $0.strings["party"] })
    return words
  }
}
