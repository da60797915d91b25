import Base
import Exchange
import Guide
import Publishing

extension Rolebook {
  static let importCommand = Command(
    name: "import", operands: "FILE",
    summary: "Merges an edited matrix, or contacts of parties, into the guide.",
    options: [
      Option("sheet", value: "SHEET", "read only SHEET (default: all exported sheets)"),
      Option("dry-run", "print the changes without making them"),
      Option("ours", "keep the guide's letters in conflicts"),
      Option("theirs", "take the file's letters in conflicts"),
      .content, .templates, .jobs, .quiet, .help,
    ], run: importMatrix)

  private static func importMatrix(
    _ arguments: ParsedArguments, _ terminal: Terminal
  ) async throws -> ExitStatus {
    guard arguments.operands.count == 1, let path = arguments.operands.first else {
      throw UsageError(
        message: "'import' needs one file: an exported .xlsx or .csv, or contacts as .yaml or .csv")
    }
    let preference = try arguments.preference()
    guard let loaded = try await arguments.translatedGuide(terminal) else { return .findings }
    if let status = try loaded.bringContacts(path, arguments, terminal) { return status }
    let edited: EditedMatrix
    do throws(ExchangeError) {
      edited = try EditedMatrix(
        file: try arguments.bytes(path), sheet: arguments.values["sheet"],
        parties: loaded.guide.partyNames, titles: loaded.guide.words(["responsibility"]),
        others: loaded.guide.words(["document", "section", "reviews_title", "state"])
          .union(["URL"]))
    } catch {
      terminal.report(visible("\(path): error: \(error)"))
      return .findings
    }
    let outcome = try MatrixImport(guide: loaded.guide, preference: preference)
      .outcome(of: edited) { try readSourceFile($0) }
    for note in outcome.notes { terminal.report(visible("\(path): note: \(note)")) }
    for conflict in outcome.conflicts {
      terminal.report(visible("\(path): error: \(conflict)"))
    }
    guard outcome.conflicts.isEmpty else {
      terminal.report(
        "rolebook: \(counted(outcome.conflicts.count, "error")); no file was changed")
      return .findings
    }
    let isTrial = arguments.switches.contains("dry-run")
    for change in outcome.changes {
      if !isTrial { try writeFile(change.path, change.bytes) }
      terminal.say(
        "\(change.path): \(isTrial ? "would change: " : "")"
          + counted(change.letters.count, "cell"))
      for letters in change.letters { terminal.say("  " + visible(letters)) }
    }
    if outcome.changes.isEmpty { terminal.say("\(path): no letters changed") }
    return .success
  }
}

extension ParsedArguments {
  fileprivate func preference() throws(UsageError) -> MatrixImport.Preference {
    switch (switches.contains("ours"), switches.contains("theirs")) {
    case (true, true): throw UsageError(message: "'--ours' and '--theirs' exclude each other")
    case (true, false): .ours
    case (false, true): .theirs
    case (false, false): .none
    }
  }

  func bytes(_ path: String) throws(ExchangeError) -> [UInt8] {
    do throws(FileError) { return try readFile(path) } catch {
      throw ExchangeError(error.reason)
    }
  }
}

extension Guide {
  /// Words of pages in each of the guide's languages.
  fileprivate func words(_ keys: [String]) -> Set<String> {
    Set(locales.flatMap { locale in keys.map { locale.strings[$0] } })
  }

  /// The parties by id, with all names that columns may have.
  fileprivate var partyNames: [(id: String, names: Set<String>)] {
    settings.parties.enumerated().map { index, party in
      let names = locales.flatMap { locale in
        locale.parties.indices.contains(index)
          ? [locale.parties[index].name, locale.parties[index].short] : []
      }
      return (party.text, Set(names + [party.text]))
    }
  }
}
