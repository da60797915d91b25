import Base
import Publishing

extension ParsedArguments {
  /// Refuses an archive in the output folder, or in the guide's folder.
  ///
  /// The next build would take it for a file of others, or for part of the guide.
  func refuseArchive(in output: String) throws(UsageError) {
    guard let file = values["zip"] else { return }
    let content = values["content"] ?? "content"
    for folder in [output, content]
    where absolutePath(file).hasPrefix(absolutePath(folder) + "/") {
      throw UsageError(
        message: "the archive '\(file)' is in the folder '\(folder)'; name another place")
    }
  }

  /// Ends a build: writes the published site as an archive, if one is asked for.
  func packed(_ output: String) throws -> ExitStatus {
    if let file = values["zip"] { try SiteArchive(of: output).write(to: file) }
    return .success
  }
}
