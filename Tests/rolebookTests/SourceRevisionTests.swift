import Foundation
import TestSupport
import Testing

/// A translation that names the git revision of its source is out of date where the source changed
/// since, as other tools for translated sites have it.
@Suite struct SourceRevisionTests {
  private static let git = URL(filePath: "/usr/bin/git")
  private static let table = """
    # Tasks

    About the tasks.

    ## Work {#work}

    | Task | What |
    | --- | --- |
    | <a name="backups"></a>Backups | Make them daily. |
    | <a name="printing"></a>Printing | Mend it. |

    """

  private func git(_ words: String..., in folder: TemporaryFolder) throws -> String {
    let identity = ["-c", "user.name=test", "-c", "user.email=test@localhost"]
    return try run(Self.git, identity + words, in: folder.url).output
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// A guide under git whose translation names the first revision.
  private func guide(_ key: (String) -> String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder(files: [
      "content/guide.yml": "source_locale: en-US\nlocales: [en-US, de-DE]\nparties: [it]\n",
      "content/en-US/locale.yml": "title: Guide\nparties: {it: IT}\n",
      "content/de-DE/locale.yml": "title: Guide\nparties: {it: IT}\n",
      "content/raci/x.yml":
        "sections:\n  work:\n    raci: {it: RA}\n    responsibilities: {backups: {}, printing: {}}\n",
      "content/en-US/x.md": Self.table,
    ])
    _ = try git("init", "--quiet", in: folder)
    _ = try git("add", ".", in: folder)
    _ = try git("commit", "--quiet", "-m", "first", in: folder)
    let commit = try git("rev-parse", "HEAD", in: folder)
    try folder.write(
      "---\n\(key(commit))\n---\n"
        + Self.table.replacing("Tasks", with: "Aufgaben")
        .replacing("About the tasks.", with: "Von den Aufgaben.")
        .replacing("Make them daily.", with: "Täglich.").replacing("Mend it.", with: "Reparieren."),
      to: "content/de-DE/x.md")
    return folder
  }

  @Test(arguments: [
    "default_lang_commit: COMMIT", "source-git-commit: COMMIT", "l10n: {sourceCommit: COMMIT}",
    "default_lang_commit: SHORT",
  ]) func aRowThatChangedSinceIsOutOfDate(key: String) throws {
    let folder = try guide { commit in
      key.replacing("COMMIT", with: commit).replacing("SHORT", with: String(commit.prefix(9)))
    }
    let fresh = try run(try Project.executable(), ["check"], in: folder.url)
    #expect(!fresh.output.contains("since it was translated"), "\(fresh.output)")
    try folder.write(
      Self.table.replacing("Make them daily.", with: "Make them hourly."), to: "content/en-US/x.md")
    let stale = try run(try Project.executable(), ["check"], in: folder.url)
    #expect(
      stale.output.contains("the wording of 'backups' changed in the source"), "\(stale.output)")
    #expect(!stale.output.contains("'printing' changed"))
    let export = try run(
      try Project.executable(), ["translate", "export", "--locale", "de-DE", "--only", "stale"],
      in: folder.url)
    #expect(export.output.contains("Make them hourly."), "\(export.output)")
    #expect(!export.output.contains("Mend it."))
  }

  @Test func anUnknownRevisionSaysNothing() throws {
    let folder = try guide { _ in "default_lang_commit: 0123456789abcdef" }
    try folder.write(
      Self.table.replacing("Make them daily.", with: "Hourly."), to: "content/en-US/x.md")
    let result = try run(try Project.executable(), ["check"], in: folder.url)
    #expect(!result.output.contains("since it was translated"), "\(result.output)")
  }
}
