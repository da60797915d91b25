import TestSupport
import Testing

/// Files of other people become a guide that the program accepts.
struct AdoptionTests {
  /// Each document is in one language alone.
  @Test func documentsWithoutTranslationAreAdopted() throws {
    let folder = try TemporaryFolder()
    for (path, title) in [
      ("de-DE/b.md", "Drucker"), ("en-US/a.md", "Storage"), ("fr-FR/c.md", "C"),
    ] {
      try folder.write(
        "# \(title)\n\n## Work\n\nTask | What\n--- | ---\n\(title) | Daily.\n", to: "in/" + path)
    }
    let executable = try Project.executable()
    let made = try run(executable, ["init", "g", "--from", "in"], in: folder.url)
    #expect(made.status == 0, "\(made.errors)")
    let checked = try run(executable, ["check"], in: folder.file("g"))
    #expect(checked.status == 0 && checked.output.contains("guide/document-without-source"))
  }
}
