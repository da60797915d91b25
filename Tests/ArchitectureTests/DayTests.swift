import Foundation
import TestSupport
import Testing

/// The days of the manual happen as it says: each command works, and prints and writes what the
/// page shows.
@Suite struct DayTests {
  /// A folder as a reader begins in, with the package's example beside it.
  private struct Desk {
    let folder: TemporaryFolder

    init() throws {
      folder = try TemporaryFolder(files: ["home/.keep": "", "guide/.keep": ""])
      try folder.copy(Project.content, to: "example/content")
    }

    /// Runs a block of a page in the guide's folder.
    func run(_ script: String) throws -> RunningCommand.Result {
      let here = script.replacing("/usr/share/rolebook/example", with: folder.file("example").path)
      let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
      let tools = Project.root.appending(path: ".tools/venv/bin").path
      return try DocumentationShell.run(
        here, in: folder.file("guide"),
        environment: [
          "HOME": folder.file("home").path, "LC_ALL": "C.UTF-8", "PATH": "\(path):\(tools)",
          "GIT_AUTHOR_NAME": "test", "GIT_AUTHOR_EMAIL": "test@localhost",
          "GIT_COMMITTER_NAME": "test", "GIT_COMMITTER_EMAIL": "test@localhost",
        ])
    }

    /// A file of the guide's folder.
    func text(_ path: String) throws -> String { try folder.read("guide/" + path) }
  }

  /// Runs a page's blocks in order, and compares what it shows with what there is at that point.
  private func follow(_ page: String) throws -> (desk: Desk, output: String) {
    let desk = try Desk()
    var output = ""
    for block in try MarkdownFile(page).blocks {
      switch block.language {
      case "sh":
        let result = try desk.run(block.text)
        try #require(result.status == 0, "\(page): \(block.text)\n\(result.errors)")
        output += result.output + result.errors
      case "text", "diff": #expect(output.contains(block.text), "\(page): \(block.text)")
      case "po": #expect(try desk.text("de-DE.po").contains(block.text))
      case "markdown": #expect(try desk.text("report.md").contains(block.text))
      default: Issue.record("\(page): a block of '\(block.language)'")
      }
    }
    return (desk, output)
  }

  @Test func aTranslatorEndsWithAPageWithoutAMark() throws {
    let (desk, output) = try follow("docs/manual/translators-day.md")
    #expect(output.contains("0 errors, 9 warnings"))
    #expect(output.contains("de-DE.po: 1 text\n"))
    #expect(output.contains("1 translated message."))
    #expect(output.contains("The page has no mark."))
    let page = "/de-DE/roles-and-responsibilities/index.html"
    #expect(try desk.text("before" + page).contains("row-notice-wording"))
    let after = try desk.text("after" + page)
    #expect(!after.contains("row-notice-wording"))
    #expect(after.contains("Zwei Wochen vor jeder Änderung"))
    let check = try desk.run("rolebook check")
    #expect(check.errors.contains("0 errors, 8 warnings"))
    #expect(!check.output.contains("content/de-DE/"))
  }

  @Test func anAdministratorEndsWithChangedLetters() throws {
    let (desk, output) = try follow("docs/manual/admins-day.md")
    #expect(output.contains("Nothing was written."))
    let changed = try desk.run("git diff --numstat")
    #expect(
      changed.output == """
        1\t1\tcontent/en-US/roles-and-responsibilities.md
        1\t1\tcontent/raci/roles-and-responsibilities.yml

        """)
    let letters = try desk.text("content/raci/roles-and-responsibilities.yml")
    #expect(letters.contains("raci: {provider: RA, customer-it: I}"))
    let matrix = try desk.run("rolebook export --format csv --locale de-DE")
    let row = matrix.output.split(separator: "\r\n").first { $0.contains("mdm-policy-management") }
    #expect(row?.contains("\"RA\",\"\",\"\",\"I\",") == true, "\(matrix.output)")
  }
}
