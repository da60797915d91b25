import Foundation
import TestSupport
import Testing

/// Completions are asked for in the shells themselves.
@Suite struct CompletionTests {
  private static func has(_ program: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: program)
  }

  /// A shell's answer to a script that comes after the completions.
  private func answer(
    _ shell: String, _ arguments: [String], _ script: (String) -> String
  ) throws -> [String] {
    let folder = try TemporaryFolder()
    try folder.write("", to: "content/guide.yml")
    let printed = try run(Project.executable(), ["completions", shell])
    #expect(printed.status == 0)
    try folder.write(printed.output, to: "completions")
    let result = try run(
      URL(filePath: "/usr/bin/\(shell)"), arguments + ["-c", script("./completions")],
      in: folder.url, environment: ["HOME": folder.url.path])
    #expect(result.errors == "")
    return result.output.split(separator: "\n").map(String.init)
  }

  @Test(arguments: [
    (["ini"], ["init"]), (["--v"], ["--version"]), (["build", "--str"], ["--strict"]),
    (["check", "--format", ""], ["text", "json", "sarif", "github"]),
    (["serve-config", "c"], ["caddy"]), (["build", "--content", "con"], ["content"]),
    (["build", "--jobs", ""], []), (["completions", ""], ["bash", "zsh", "fish"]),
    (["sta"], ["stamp"]), (["pre"], ["preview"]), (["di"], ["diff"]), (["ass"], ["assemble"]),
    (["check", "--ex"], ["--explain"]), (["diff", "--format", "a"], ["atom"]),
    (["stamp", "cont"], ["content"]), (["preview", "--h"], ["--host", "--help"]),
    (["manual", "--format", "r"], ["rules"]),
  ]) func bashCompletes(words: [String], expected: [String]) throws {
    let line = (["rolebook"] + words).map { "'\($0)'" }.joined(separator: " ")
    let found = try answer("bash", ["--norc"]) { file in
      """
      compopt() { :; }
      . \(file); COMP_WORDS=(\(line)); COMP_CWORD=\(words.count); _rolebook
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    }
    #expect(found == expected)
  }

  @Test(
    .enabled(if: has("/usr/bin/fish"), "needs fish"),
    arguments: [
      ("rolebook ini", ["init"]), ("rolebook build --str", ["--strict"]),
      ("rolebook export --format x", ["xlsx"]),
      ("rolebook serve-config ", ["apache", "caddy", "iis", "nginx"]),
      ("rolebook stam", ["stamp"]), ("rolebook preview --p", ["--port"]),
      ("rolebook diff --format a", ["atom"]), ("rolebook check --exp", ["--explain"]),
      ("rolebook build --content con", ["content/"]),
    ])
  func fishCompletes(line: String, expected: [String]) throws {
    let found = try answer("fish", ["--no-config"]) { "source \($0); complete -C '\(line)'" }
    #expect(found.map { String($0.prefix { $0 != "\t" }) } == expected)
  }

  @Test(.enabled(if: has("/usr/bin/zsh"), "needs zsh"))
  func zshKnowsTheProgram() throws {
    let found = try answer("zsh", ["-f"]) { file in
      "autoload -U compinit; compinit -D; . \(file); print $_comps[rolebook]; whence -w _rolebook"
    }
    #expect(found == ["_rolebook", "_rolebook: function"])
  }

  @Test(arguments: [
    (["completions"], "'completions' needs a shell: bash, zsh, or fish"),
    (["completions", "tcsh"], "'completions' knows bash, zsh, or fish, not 'tcsh'"),
    (
      ["manual", "--format", "pdf"], "'--format' takes man, markdown, rules, or schemas, not 'pdf'"
    ),
  ]) func argumentsThatMakeNoSense(arguments: [String], message: String) throws {
    let result = try run(Project.executable(), arguments)
    #expect(result.status == 2)
    #expect(result.errors == "rolebook: \(message)\nTry 'rolebook --help'.\n")
  }
}
