import Foundation
import TestSupport
import Testing

/// A running preview follows the files: each change is seen, and a broken guide keeps the last good
/// site.
@Suite struct PreviewTests {
  private static let files = [
    "content/guide.yml": """
    source_locale: en-US
    locales: [en-US, sv-SE]
    parties: [provider]
    """,
    "content/en-US/locale.yml": "title: Guide\nparties: {provider: Provider}\n",
    "content/sv-SE/locale.yml": "title: Guide\nname: Svenska\nparties: {provider: Leverantör}\n",
    "content/en-US/index.md": "---\ntitle: Home\ndescription: A guide.\n---\n# Home\n\nWelcome.\n",
    "content/sv-SE/index.md": "---\ntitle: Hem\ndescription: En guide.\n---\n# Hem\n\nHej.\n",
    "content/en-US/roles.md":
      "---\ntitle: Roles\ndescription: D.\n---\n## Ours\n\nRow | Text\n--- | ---\nApps | Words.\n",
    "content/raci/roles.yml":
      "sections:\n  ours:\n    responsibilities:\n      apps: {raci: {provider: RA}}\n",
  ]

  private static func home(_ text: String) -> String {
    "---\ntitle: Home\ndescription: A guide.\n---\n# Home\n\n\(text)\n"
  }

  private func preview() throws -> RunningPreview {
    try RunningPreview(try TemporaryFolder(files: Self.files))
  }

  @Test func servesAllLocalesAndWritesNothing() throws {
    let preview = try preview()
    #expect(try preview.response("/en-US/").text.contains("Welcome."))
    #expect(try preview.response("/sv-SE/").text.contains("Hej."))
    #expect(try preview.response("/en-US/matrix.json")["Content-Type"] == "application/json")
    #expect(try preview.response("/en-US/search/index.json").status == 200)
    let missing = try preview.response("/sv-SE/none/")
    #expect(missing.status == 404)
    #expect(missing.text.contains("lang=\"sv-SE\""))
    let redirection = try preview.response("/en-US/roles?x=1")
    #expect(redirection.status == 307)
    #expect(redirection["Location"] == "/en-US/roles/?x=1")
    let left = try FileManager.default.contentsOfDirectory(atPath: preview.folder.url.path)
    #expect(left == ["content"])
  }

  /// The texts of a page with their states, and the open ones as files.
  @Test func translatorsSeeTheirWork() throws {
    let preview = try preview()
    let page = try preview.response("/-/units?document=index&locale=sv-SE")
    #expect(page.status == 200)
    for text in ["index#home", "Welcome.", "Hej.", "state-current"] {
      #expect(page.text.contains(text), "\(text): \(page.text)")
    }
    let missing = try preview.response("/-/units?document=roles&locale=sv-SE").text
    #expect(missing.contains("unit-missing") && missing.contains("Apps"), "\(missing)")
    for (format, start, ending) in [("po", "msgid", ".po"), ("xliff", "<xliff", ".xlf")] {
      let file = try preview.response("/-/work?locale=sv-SE&format=\(format)")
      #expect(file.status == 200)
      #expect(file.text.contains(start) && file.text.contains("Apps"), "\(file.text)")
      #expect(!file.text.contains("Welcome."), "what is translated is no open work")
      #expect(file["Content-Disposition"] == "attachment; filename=\"sv-SE\(ending)\"")
    }
    let status = try preview.response("/status/").text
    #expect(status.contains("../-/work?locale=sv-SE&amp;format=po"), "\(status)")
    #expect(!status.contains("locale=en-US"))
    let facts = try preview.response("/-/facts?page=/sv-SE/&language=sv-SE").text
    #expect(facts.contains("/-/units?document=index&locale=sv-SE"), "\(facts)")
    for path in [
      "/-/units?document=none&locale=sv-SE", "/-/units?document=index&locale=en-US",
      "/-/units?document=../guide&locale=sv-SE", "/-/work?locale=en-US", "/-/work?locale=xx",
      "/-/work?locale=sv-SE&format=exe", "/-/work?locale=sv-SE%22%0d%0aX:y", "/-/work", "/-/units",
    ] {
      #expect(try preview.response(path).status == 404, "\(path)")
    }
    let build = try run(try Project.executable(), ["build"], in: preview.folder.url)
    #expect(build.status == 0)
    let published = try FolderContents(of: preview.folder.file("public"))
    #expect(published.text("status/index.html")?.contains("/work?") == false)
  }

  struct Change: Sendable, CustomTestStringConvertible {
    let path: String
    let text: String
    let page: String
    let shown: String
    var testDescription: String { path }
  }

  @Test(arguments: [
    Change(
      path: "content/en-US/index.md", text: home("Changed words."), page: "/en-US/",
      shown: "Changed words."),
    Change(
      path: "content/en-US/new/page.md", text: home("Quite new."), page: "/en-US/new/page/",
      shown: "Quite new."),
    Change(
      path: "content/en-US/locale.yml", text: "title: Renamed\nparties: {provider: Provider}\n",
      page: "/en-US/", shown: "Renamed"),
    Change(
      path: "content/guide.yml",
      text: "source_locale: en-US\nlocales: [en-US]\nparties: [provider, other]\n",
      page: "/en-US/", shown: "\"parties/other/\""),
    Change(
      path: "content/raci/roles.yml",
      text: "sections:\n  ours:\n    responsibilities:\n      apps: {raci: {provider: A}}\n"
        + "accountable_does_work: true\n", page: "/en-US/matrix.json", shown: "\"letters\":\"A\""),
    Change(
      path: "templates/strings/en.yml", text: "home: Threshold\n", page: "/en-US/",
      shown: "Threshold"),
    Change(
      path: "templates/not-found.mustache", text: "Nothing of {{t.home}} here", page: "/en-US/x",
      shown: "Nothing of Home here"),
  ]) func showsEachKindOfChange(_ change: Change) throws {
    let folder = try TemporaryFolder(files: Self.files)
    try folder.write("home: Home\n", to: "templates/strings/en.yml")
    let preview = try RunningPreview(folder)
    #expect(try !preview.response(change.page).text.contains(change.shown))
    try preview.folder.write(change.text, to: change.path)
    try preview.wait(for: change.shown, at: change.page)
  }

  @Test func aDocumentThatGoesIsGone() throws {
    let preview = try preview()
    #expect(try preview.response("/en-US/roles/").status == 200)
    try FileManager.default.removeItem(at: preview.folder.file("content/raci"))
    try FileManager.default.removeItem(at: preview.folder.file("content/en-US/roles.md"))
    try preview.wait(for: "This page does not exist", at: "/en-US/roles/")
    #expect(try preview.response("/en-US/roles/").status == 404)
  }

  @Test func aBrokenGuideKeepsTheLastGoodSite() throws {
    let preview = try preview()
    try preview.folder.write(
      "sections:\n  ours:\n    responsibilities:\n      apps: {raci: {provider: RX}}\n",
      to: "content/raci/roles.yml")
    let facts = try preview.wait(for: "raci/unknown-letter", at: "/-/facts?page=/en-US/matrix/")
    #expect(facts.contains(#""place":"content/raci/roles.yml:4:31""#))
    #expect(facts.contains(#""line":"      apps: {raci: {provider: RX}}""#))
    #expect(try preview.response("/en-US/matrix.csv").text.contains("RA"))
    #expect(try preview.response("/en-US/").text.contains("Welcome."))
    try preview.folder.write(
      Self.files["content/raci/roles.yml"] ?? "", to: "content/raci/roles.yml")
    try preview.wait(for: #""problems":[]"#, at: "/-/facts?page=/en-US/matrix/")
  }

  /// Findings of a document that did not change are those of the load before, until the guide weighs
  /// them otherwise or the document suppresses them.
  @Test func findingsFollowTheFilesAndTheirWeights() throws {
    let preview = try preview()
    let facts = "/-/facts?page=/en-US/"
    try preview.folder.write(Self.home("[x](gone.md)"), to: "content/en-US/index.md")
    try preview.wait(for: "link/unresolved", at: facts)
    try preview.folder.write(Self.home("Ny."), to: "content/sv-SE/index.md")
    try preview.wait(for: "Ny.", at: "/sv-SE/")
    try preview.folder.write(Self.home("Another."), to: "content/en-US/other.md")
    try preview.wait(for: "Another.", at: "/en-US/other/")
    #expect(try preview.response(facts).text.contains("link/unresolved"))
    try preview.folder.write(
      (Self.files["content/guide.yml"] ?? "") + "\nseverities: {link/unresolved: note}\n",
      to: "content/guide.yml")
    try preview.wait(for: #""severity":"note","message":"the link to 'gone.md'"#, at: facts)
    try preview.folder.write(
      Self.home("<!-- rolebook-ignore link/unresolved -->\n[x](gone.md)"),
      to: "content/en-US/index.md")
    try preview.wait(for: #""findings":[]"#, at: facts)
  }

  @Test func aGuideThatIsBrokenFromTheStartWaitsForItsFirstSite() throws {
    var files = Self.files
    files["content/guide.yml"] = "source_locale: [\n"
    let preview = try RunningPreview(try TemporaryFolder(files: files))
    #expect(try preview.response("/en-US/").status == 503)
    #expect(try preview.response("/-/facts?page=/").text.contains("content/guide.yml:"))
    try preview.folder.write(Self.files["content/guide.yml"] ?? "", to: "content/guide.yml")
    try preview.wait(for: "Welcome.", at: "/en-US/")
  }

  @Test func aBrokenTemplateIsPlaced() throws {
    let folder = try TemporaryFolder(files: Self.files)
    try folder.write("{{#open}}", to: "templates/home.mustache")
    let preview = try RunningPreview(folder)
    let facts = try preview.response("/-/facts?page=/").text
    #expect(facts.contains(#""place":"templates/home.mustache:1:1""#))
    try FileManager.default.removeItem(at: folder.file("templates/home.mustache"))
    try preview.wait(for: "Welcome.", at: "/en-US/")
  }

  @Test func aBurstIsOneRebuild() throws {
    var files = Self.files
    for number in 0..<300 { files["content/en-US/page-\(number).md"] = Self.home("Old \(number).") }
    for number in 0..<300 { files["new/page-\(number).md"] = Self.home("New \(number).") }
    let preview = try RunningPreview(try TemporaryFolder(files: files))
    // A process that another test starts just now may keep a file of this one open for a moment,
    // whose closing is a change.
    Thread.sleep(forTimeInterval: 0.5)
    let before = preview.buildCount
    // On a busy machine the burst itself pauses, and a pause of 5 ms can end a change.
    var pauses = 0
    var last = ContinuousClock.now
    for number in 0..<300 {
      let (new, old) = ("new/page-\(number).md", "content/en-US/page-\(number).md")
      try #require(rename(preview.folder.file(new).path, preview.folder.file(old).path) == 0)
      if ContinuousClock.now - last >= .milliseconds(5) { pauses += 1 }
      last = .now
    }
    try preview.wait(for: "New 299.", at: "/en-US/page-299/")
    #expect(try preview.response("/en-US/page-0/").text.contains("New 0."))
    Thread.sleep(forTimeInterval: 0.3)
    #expect((1...(1 + pauses)).contains(preview.buildCount - before))
  }

  /// However a file is saved, and however fast again, the last version is what is shown at last.
  @Test func savesThatRaceEndInTheLastVersion() throws {
    let preview = try preview()
    let file = preview.folder.file("content/en-US/index.md")
    let count = Int(ProcessInfo.processInfo.environment["SAVES"] ?? "") ?? 300
    var generator = SystemRandomNumberGenerator()
    for round in 1...count {
      let bytes = Data(Self.home("Version \(round) is the last.").utf8)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0:
        let other = preview.folder.file("content/en-US/.saved-\(round)")
        try bytes.write(to: other)
        _ = rename(other.path, file.path)
      case 1: try bytes.write(to: file)
      default:
        let handle = try FileHandle(forWritingTo: file)
        try handle.truncate(atOffset: 0)
        try handle.write(contentsOf: bytes.prefix(bytes.count / 2))
        if round % 7 == 0 { Thread.sleep(forTimeInterval: 0.012) }
        try handle.write(contentsOf: bytes.dropFirst(bytes.count / 2))
        try handle.close()
      }
      if round % 50 == 0 || round == count {
        try preview.wait(for: "Version \(round) is the last.", at: "/en-US/")
      }
    }
  }

  @Test func aPortInUseSaysWhoHasIt() throws {
    let preview = try preview()
    let result = try run(
      try Project.executable(), ["preview", "--port", "\(preview.port)"], in: preview.folder.url)
    #expect(result.status == 3)
    #expect(
      result.errors.contains(
        "port \(preview.port) is in use by rolebook (process \(preview.processIdentifier))"))
    #expect(result.errors.contains("'--port 0'"))
  }

  @Test(arguments: [(SIGINT, 130), (SIGTERM, 143)] as [(Int32, Int32)])
  func aSignalEndsItAtOnce(signal: Int32, status: Int32) throws {
    let preview = try preview()
    let files = try FileManager.default.subpathsOfDirectory(atPath: preview.folder.url.path)
    let stream = try RawConnection(
      port: preview.port,
      sending: "GET /-/events HTTP/1.1\r\nHost: 127.0.0.1:\(preview.port)\r\n\r\n")
    try stream.wait(for: "event: change")
    let start = Date()
    #expect(try preview.end(by: signal).status == status)
    #expect(Date().timeIntervalSince(start) < 2)
    #expect(try FileManager.default.subpathsOfDirectory(atPath: preview.folder.url.path) == files)
  }

  @Test func othersOnTheNetworkAreAnnounced() throws {
    let folder = try TemporaryFolder(files: Self.files)
    let command = try RunningCommand(
      try Project.executable(), ["preview", "--port", "0", "--host", "0.0.0.0"], in: folder.url)
    #expect(try command.waitForOutput(/(other machines can reach this preview)/) != "")
  }

  @Test func openPagesAreToldOfEachBuild() throws {
    let preview = try preview()
    let stream = try RawConnection(
      port: preview.port,
      sending: "GET /-/events HTTP/1.1\r\nHost: 127.0.0.1:\(preview.port)\r\n\r\n")
    try stream.wait(for: #"data: {"version":1,"generation":1}"#)
    try preview.folder.write(Self.home("Again."), to: "content/en-US/index.md")
    try stream.wait(for: #"data: {"version":2,"generation":2}"#)
    try preview.folder.write("source_locale: [\n", to: "content/guide.yml")
    try stream.wait(for: #"data: {"version":3,"generation":2}"#)
  }

  @Test func theBasePathIsKept() throws {
    var files = Self.files
    files["content/guide.yml"]? += "\nbase_path: /guides/desktop/\n"
    let preview = try RunningPreview(try TemporaryFolder(files: files))
    #expect(try preview.response("/")["Location"] == "/guides/desktop/")
    #expect(try preview.response("/guides/desktop/en-US/").text.contains("Welcome."))
    #expect(try preview.response("/en-US/").status == 404)
    let facts = try preview.response("/-/facts?page=/guides/desktop/en-US/roles/").text
    #expect(facts.contains("content/en-US/roles.md:9:1"))
  }

  /// No path of a request reaches the file system, in whatever way it is written.
  @Test(arguments: [
    "/../content/guide.yml", "/..%2fcontent%2fguide.yml", "/%2e%2e/content/guide.yml",
    "/en-US/../../content/guide.yml", "/en-US/..%5c..%5ccontent%5cguide.yml",
    "/content/guide.yml", "//content/guide.yml", "/en-US/%00index.html", "/en-US%2f",
    "/-/../content/guide.yml", "/-/preview.js/../../content/guide.yml", "/en-US/index.md",
    "/%c0%ae%c0%ae/content/guide.yml", "/%252e%252e/content/guide.yml", "/etc/passwd",
  ]) func servesKnownPathsAlone(_ target: String) throws {
    let response = try preview().response(target)
    #expect(response.status == 404 && !response.text.contains("source_locale"))
  }
}
