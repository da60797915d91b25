import Base
import Foundation
import TestSupport
import Testing

/// The manual says what the program says, and `make install` puts all of it where it belongs.
@Suite struct ManualTests {
  @Test(arguments: [
    ("man", "rolebook.1"), ("markdown", "commands.md"), ("rules", "rules.md"),
    ("schemas", "schemas.md"),
  ])
  func theKeptManualIsTheProgramsOwn(format: String, file: String) throws {
    let printed = try run(Project.executable(), ["manual", "--format", format])
    #expect(printed.status == 0)
    let kept = Project.root.appending(path: "docs/manual/" + file)
    let text = try String(contentsOf: kept, encoding: .utf8)
    #expect(printed.output == text, "`make reference` writes it anew")
  }

  /// The table that readers see is compared with the rules themselves, not only with their printed
  /// form.
  @Test func everyRuleIsInTheTable() throws {
    let file = Project.root.appending(path: "docs/manual/rules.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let rows = text.matches(of: /\| \[`(.+?)`\]\(\S+\) \| (\w+) \| (\w+) \| (\w+) \|/).map {
      [$0.1, $0.2, $0.3, $0.4].map(String.init)
    }
    let expected = DiagnosticID.allCases.map { id in
      let finding = Diagnostic(id, "", at: SourceLocation(path: "a", line: 1, column: 1))
      return [
        id.rawValue, id.severity.rawValue, finding.strict().severity.rawValue,
        DiagnosticID.weighable.contains(id) ? "yes" : "no",
      ]
    }
    #expect(rows == expected)
  }

  @Test func everySchemaIsInTheTable() throws {
    let file = Project.root.appending(path: "docs/manual/schemas.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let folder = Project.templates.appending(path: "schemas")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names.count > 5)
    for name in names {
      let schema = try JSONSerialization.jsonObject(
        with: Data(contentsOf: folder.appending(path: name)))
      let title = try #require((schema as? [String: Any])?["title"] as? String)
      let row = text.split(separator: "\n").first { $0.hasSuffix("/\(name)) |") }
      #expect(row?.hasPrefix("| `\(title)` |") == true, "\(name)")
    }
  }

  /// The facts of the overview are in every form of the manual.
  @Test func everyCommandIsInEveryForm() throws {
    let overview = try run(Project.executable(), ["--help"]).output
    let names = overview.matches(of: /\n  ([a-z-]+) +/).map { String($0.1) }
    #expect(Set(names).isSuperset(of: ["stamp", "preview", "diff", "assemble", "serve-config"]))
    let forms = [
      ["manual"], ["manual", "--format", "markdown"], ["completions", "bash"],
      ["completions", "zsh"], ["completions", "fish"],
    ]
    for form in forms {
      let text = try run(Project.executable(), form).output.replacing("\\-", with: "-")
      for name in names { #expect(text.contains(name), "\(form): \(name)") }
    }
  }

  @Test func manReadsThePageWithoutAWarning() throws {
    let page = Project.root.appending(path: "docs/manual/rolebook.1").path
    let result = try run(
      URL(filePath: "/usr/bin/man"), ["--warnings", "-l", page],
      environment: ["MANWIDTH": "80", "LC_ALL": "C.UTF-8", "MANPAGER": "cat"])
    #expect(result.status == 0)
    #expect(result.errors == "")
    for text in ["SYNOPSIS", "rolebook build [OPTION]...", "--base-path PATH", "NO_COLOR"] {
      #expect(result.output.contains(text))
    }
  }

  @Test func theVersionNamesTheLibraries() throws {
    let result = try run(Project.executable(), ["--version"])
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n")
    #expect(lines.first?.wholeMatch(of: /rolebook \d+\.\d+\.\d+/) != nil)
    let names = lines.dropFirst().compactMap { $0.wholeMatch(of: /\s\s(\w+) \d+(\.\d+)+/)?.1 }
    #expect(
      names == [
        "brotli", "libcmark", "libmicrohttpd", "libxlsxwriter", "libyaml", "utf8proc", "xxHash",
        "zlib",
      ])
  }

  @Test func whatIsInstalledRunsAndGoesAgain() throws {
    let folder = try TemporaryFolder()
    let script = Project.root.appending(path: "scripts/install-files")
    let staging = ["DESTDIR": Optional(folder.url.path)]
    let installed = try run(
      script, [try Project.executable().path, "/usr"], in: Project.root, environment: staging)
    #expect(installed.status == 0, "\(installed.errors)")
    let files = try FolderContents(of: folder.file("usr"))
    for path in [
      "bin/rolebook", "share/man/man1/rolebook.1", "share/rolebook/templates/layout.mustache",
      "share/rolebook/templates/schemas/guide.schema.json",
      "share/rolebook/example/content/guide.yml",
      "share/bash-completion/completions/rolebook", "share/zsh/vendor-completions/_rolebook",
      "share/fish/vendor_completions.d/rolebook.fish",
    ] { #expect(files.files[path]?.isEmpty == false, "\(path)") }
    let program = folder.file("usr/bin/rolebook")
    let example = folder.file("usr/share/rolebook/example").path
    let site = folder.file("site").path
    let built = try run(
      program, ["build", "--strict", "--output", site], in: URL(filePath: example))
    #expect(built.status == 0, "\(built.errors)")
    let removed = try run(
      script, ["--remove", "/usr"], in: Project.root, environment: staging)
    #expect(removed.status == 0, "\(removed.errors)")
    #expect(try FolderContents(of: folder.file("usr")).paths == [])
  }
}
