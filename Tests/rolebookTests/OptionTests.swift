import Foundation
import TestSupport
import Testing

/// The program's reading of its arguments.
@Suite struct OptionTests {
  @Test(arguments: [
    ([], "no command given"), (["bild"], "unknown command 'bild'; did you mean 'build'?"),
    (["xyzzy"], "unknown command 'xyzzy'"),
    (["build", "--strikt"], "unknown option '--strikt'; did you mean 'strict'?"),
    (["build", "--strict=yes"], "option '--strict' takes no value"),
    (["build", "--output"], "option '--output' needs a value"),
    (["build", "-x"], "unknown option '-x'"), (["build", "-qx"], "unknown option '-x'"),
    (["build", "-o"], "option '-o' needs a value"),
    (["build", "-j0"], "'--jobs' takes a number from 1 to 1024, not '0'"),
    (["build", "--exports", "none"], "'--exports' takes 'all', not 'none'"),
    (["build", "site"], "unexpected argument 'site'"),
    (["build", "--", "--strict"], "unexpected argument '--strict'"),
    (["build", "--jobs", "0"], "'--jobs' takes a number from 1 to 1024, not '0'"),
    (["build", "--jobs=two"], "'--jobs' takes a number from 1 to 1024, not 'two'"),
    (["build", "--locales", "en-UK"], "the guide has no locale 'en-UK'; did you mean 'en-US'?"),
    (["build", "--locales", "xx"], "the guide has no locale 'xx'"),
    (["build", "--locales", ""], "'--locales' takes tags, such as 'de-DE,fr-FR'"),
    (["build", "--locales=,"], "'--locales' takes tags, such as 'de-DE,fr-FR'"),
    (
      ["build", "--output", "content/en-US/site"],
      "the output folder 'content/en-US/site' and the content folder 'content' overlap"
    ),
    (
      ["build", "--output", "."],
      "the output folder '.' and the content folder 'content' overlap"
    ),
    (
      ["build", "--base-path", "../x"], "'--base-path' takes a path such as '/guides/', not '../x'"
    ),
    (
      ["check", "--format", "jsn"],
      "'--format' takes text, json, sarif, or github, not 'jsn'; did you mean 'json'?"
    ),
    (
      ["check", "--explain", "--format", "json"], "'--explain' needs '--format text'"
    ),
    (["check", "x"], "unexpected argument 'x'"),
  ]) func argumentsThatMakeNoSense(arguments: [String], message: String) throws {
    let guide = try GuideFolder()
    let result = try guide.rolebook(arguments)
    #expect(result.status == 2)
    #expect(result.errors == "rolebook: \(message)\nTry 'rolebook --help'.\n")
    #expect(result.output == "")
    #expect(!FileManager.default.fileExists(atPath: guide.folder.file("public").path))
  }

  @Test(arguments: [["-o", "site", "-q"], ["-qosite"], ["-j1", "-qo", "site"]])
  func shortOptionsAreTheLongOnes(arguments: [String]) throws {
    let guide = try GuideFolder()
    let result = try guide.rolebook(["build"] + arguments)
    #expect(result.status == 0 && result.errors == "", "\(result.errors)")
    #expect(FileManager.default.fileExists(atPath: guide.folder.file("site/404.html").path))
  }

  @Test func timingsNameEveryStage() throws {
    let result = try GuideFolder().rolebook(["build", "--timings"])
    for stage in ["documents", "alignment", "rules", "links", "pages and publishing", "all"] {
      #expect(result.errors.contains(" ms  \(stage)\n"), "\(result.errors)")
    }
  }

  /// A name that begins as the content folder's does is not in it.
  @Test(arguments: ["content-site", "contents", "x/content"])
  func foldersOfSimilarNamesDoNotOverlap(output: String) throws {
    let guide = try GuideFolder()
    let result = try guide.rolebook(["build", "--output", output])
    #expect(result.status == 0, "\(result.errors)")
    #expect(FileManager.default.fileExists(atPath: guide.folder.file(output + "/404.html").path))
  }

  @Test(arguments: [["--help"], ["help"]])
  func helpNamesEveryCommand(arguments: [String]) throws {
    let result = try GuideFolder().rolebook(arguments)
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(result.output.hasPrefix("Usage: rolebook COMMAND [OPTION]...\n"))
    for command in ["build", "check", "export", "init", "serve-config"] {
      #expect(result.output.contains("\n  \(command) "))
    }
  }

  @Test(arguments: [
    (
      "build",
      [
        "--content DIR", "-o, --output DIR", "--locales LIST", "-j, --jobs N", "--strict",
        "-q, --quiet",
      ]
    ),
    ("check", ["--content DIR", "--format FORMAT", "--strict", "-q, --quiet"]),
    ("init", ["--from PATH", "--locale LOCALE", "--dry-run", "-q, --quiet"]),
  ]) func eachCommandExplainsItself(command: String, options: [String]) throws {
    let guide = try GuideFolder()
    for arguments in [[command, "--help"], [command, "--strict", "--help"]] {
      let result = try guide.rolebook(arguments)
      #expect(result.status == 0)
      #expect(result.errors == "")
      #expect(result.output.hasPrefix("Usage: rolebook \(command) "))
      for option in options { #expect(result.output.contains("\n  \(option) ")) }
    }
    #expect(!FileManager.default.fileExists(atPath: guide.folder.file("public").path))
  }

  @Test func quietPrintsFindingsAlone() throws {
    let guide = try GuideFolder()
    #expect(try guide.rolebook(["build", "--quiet"]).errors == "")
    try guide.folder.write("# X\n\n[x](nowhere.md)\n", to: "content/en-US/x.md")
    let result = try guide.rolebook(["build", "--quiet"])
    #expect(result.status == 0)
    #expect(
      result.errors == """
        content/en-US/x.md:3:1: warning: the link to 'nowhere.md' has no target in this guide \
        [link/unresolved]
          hint: add a rule to 'links' in guide.yml

        """)
    #expect(try guide.rolebook(["check", "--quiet"]).errors == "")
  }

  @Test(arguments: [nil, "", "1"])
  func nothingIsColouredWhereNoTerminalIs(noColor: String?) throws {
    let guide = try GuideFolder()
    try guide.folder.write("[x](nowhere.md)\n", to: "content/en-US/x.md")
    let result = try guide.rolebook(
      ["build"], environment: ["NO_COLOR": noColor, "TERM": "xterm-256color"])
    #expect(result.errors.contains(": warning: "))
    #expect(!result.errors.contains("\u{1B}"))
    #expect(!result.errors.contains("\r"))
  }

  /// `script` gives the program a terminal.
  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/script"), "needs script(1)"),
    arguments: [(nil, true), ("", true), ("1", false)])
  func aTerminalHasColoursUnlessTheyAreRefused(noColor: String?, isColoured: Bool) throws {
    let guide = try GuideFolder()
    try guide.folder.write("[x](nowhere.md)\n", to: "content/en-US/x.md")
    let program = try Project.executable().path
    let result = try run(
      URL(filePath: "/usr/bin/script"), ["-qec", "'\(program)' build", "/dev/null"],
      in: guide.folder.url, environment: ["NO_COLOR": noColor, "TERM": "xterm-256color"])
    #expect(result.status == 0)
    #expect(result.output.contains("\u{1B}[33mwarning\u{1B}[0m") == isColoured)
    #expect(result.output.contains(": warning: ") == !isColoured)
  }

  @Test func findingsForMachinesFollowTheirSchema() throws {
    let guide = try GuideFolder()
    try guide.folder.write("a: 1\na: 2\n", to: "content/raci/x.yml")
    try guide.folder.write("# X\n\n[x](idex.md)\n", to: "content/en-US/x.md")
    let result = try guide.rolebook(["check", "--format", "json", "--quiet"])
    #expect(result.status == 1)
    #expect(result.errors == "")
    let findings = try JSONDecoder().decode(JSONValue.self, from: Data(result.output.utf8))
    guard case .array(let list) = findings["findings"] else {
      Issue.record("no list of findings in \(result.output)")
      return
    }
    #expect(list.contains { $0["id"] == "yaml/duplicate-key" && $0["line"] == 2 })
    #expect(list.contains { $0["hint"] == "did you mean 'index.md'?" && $0["locale"] == "en-US" })
    try guide.folder.write(result.output, to: "findings.json")
    let schema = JSONSchema(Project.templates.appending(path: "schemas/findings.schema.json"))
    #expect(
      try schema.violations(in: [guide.folder.file("findings.json")]).map(\.description) == [])
  }
}
