import Foundation
import TestSupport
import Testing

/// A history is read, and nothing that a repository, a user or an environment names is run.
///
/// The keys are those that git itself lists (`git help --config`), each set to a program that leaves
/// a file behind, in every place that git reads.
@Suite struct GitConfigurationTests {
  private static let git = URL(filePath: "/usr/bin/git")

  /// A place from which git takes its configuration.
  enum Place: String, CaseIterable {
    case local, worktree, include, embedded, submodule, gitfile, home, xdg, global, system
    case parameters, hooks, variables
  }

  /// A guide under git, and the file that shows that something ran.
  private struct Trap {
    let guide: HostileGuide
    let fired: URL
    let program: URL
    var environment: [String: String?] = [:]

    init() throws {
      guide = try HostileGuide([
        "content/.gitattributes": "* filter=x diff=x merge=x\n",
        "content/en-US/a.md": "# A\n",
      ])
      fired = guide.folder.file("fired")
      program = guide.folder.file("program")
      try "#!/bin/sh\necho \"$0 $*\" >> '\(fired.path)'\ncat\n".write(
        to: program, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
      for words in [
        ["init", "--quiet"], ["add", "content"], ["commit", "--quiet", "-m", "first"],
      ] {
        try run(words)
      }
      // Other parts that read the history: a translation of a commit, and an approval of other
      // words.
      let commit = try TestSupport.run(
        GitConfigurationTests.git, ["rev-parse", "HEAD"], in: guide.folder.url
      ).output
      try guide.folder.write(
        "---\ndefault_lang_commit: \(commit)---\n# A\n", to: "content/de-DE/a.md")
      try guide.folder.write("# A\n\nmore\n", to: "content/en-US/a.md")
      try guide.folder.write(
        "reviews:\n  - {scope: a, by: p, date: 2026-01-01, digest: \"0123456789abcdef\", "
          + "record: {a: \"0123456789abcdef\"}}\n", to: "content/reviews.yml")
    }

    func run(_ words: [String]) throws {
      let identity = ["-c", "user.name=test", "-c", "user.email=test@localhost"]
      _ = try TestSupport.run(GitConfigurationTests.git, identity + words, in: guide.folder.url)
    }

    var hasFired: Bool { FileManager.default.fileExists(atPath: fired.path) }

    /// All keys that git knows, set to the program.
    func settings() throws -> String {
      let help = try TestSupport.run(GitConfigurationTests.git, ["help", "--config"]).output
      let keys = help.split(separator: "\n").filter { $0.contains(".") }
      try #require(keys.count > 500, "git lists its keys in another way")
      let more = ["pager.ls-tree", "pager.cat-file", "alias.ls-tree", "alias.cat-file"]
      return (keys.map(String.init) + more).map(setting).joined()
    }

    /// A key as a file of configuration has it; what varies in it is `x`.
    private func setting(_ key: String) -> String {
      let parts = key.split(separator: ".").map { $0.contains("<") ? "x" : String($0) }
      let middle = parts.dropFirst().dropLast().joined(separator: ".")
      let head = middle.isEmpty ? "[\(parts[0])]" : "[\(parts[0]) \"\(middle)\"]"
      let name = parts.last == "*" ? "x" : parts[parts.count - 1]
      return "\(head)\n\t\(name) = \(program.path)\n"
    }

    mutating func plant(_ place: Place) throws {
      let (folder, settings) = (guide.folder, try settings())
      switch place {
      case .local: try folder.write(try folder.read(".git/config") + settings, to: ".git/config")
      case .worktree:
        try run(["config", "extensions.worktreeConfig", "true"])
        try folder.write(settings, to: ".git/config.worktree")
      case .include:
        try folder.write(settings, to: ".git/more")
        try folder.write(
          "[include]\n\tpath = more\n[includeIf \"gitdir:**\"]\n\tpath = more\n", to: ".git/config")
      case .embedded: try embed(settings, in: "content/")
      case .submodule:
        try embed(settings, in: ".git/modules/x/")
        try folder.write("gitdir: ../../.git/modules/x\n", to: "content/en-US/.git")
      case .gitfile:
        try embed(settings, in: "elsewhere/")
        try folder.write("gitdir: ../elsewhere\n", to: "content/.git")
      case .home: try folder.write(settings, to: "home/.gitconfig")
      case .xdg: try folder.write(settings, to: "xdg/git/config")
      case .global, .system:
        try folder.write(settings, to: "settings")
        environment["GIT_CONFIG_\(place.rawValue.uppercased())"] = folder.file("settings").path
      case .parameters:
        environment["GIT_CONFIG_COUNT"] = "1"
        environment["GIT_CONFIG_KEY_0"] = "core.fsmonitor"
        environment["GIT_CONFIG_VALUE_0"] = program.path
        environment["GIT_CONFIG_PARAMETERS"] = "'core.pager'='\(program.path)'"
      case .hooks: try plantHooks()
      case .variables: try plantVariables()
      }
      environment["HOME"] = folder.file("home").path
      environment["XDG_CONFIG_HOME"] = folder.file("xdg").path
    }

    /// A bare repository among a guide's own files, which has the history's objects.
    func embed(_ settings: String, in place: String) throws {
      let folder = guide.folder
      let head = try TestSupport.run(
        GitConfigurationTests.git, ["rev-parse", "HEAD"], in: folder.url
      ).output
      try folder.write(head, to: place + "HEAD")
      try folder.write("[core]\n\tbare = true\n" + settings, to: place + "config")
      try folder.write(
        folder.file(".git/objects").path + "\n", to: place + "objects/info/alternates")
      try folder.write("", to: place + "refs/heads/.keep")
      try folder.write("* filter=x diff=x\n", to: place + "info/attributes")
    }

    private func plantHooks() throws {
      let names = try FileManager.default.contentsOfDirectory(
        atPath: guide.folder.file(".git/hooks").path)
      for name in names + ["post-index-change.sample", "reference-transaction.sample"] {
        let hook = guide.folder.file(".git/hooks/" + name.replacing(".sample", with: ""))
        try? FileManager.default.copyItem(at: program, to: hook)
      }
    }

    private mutating func plantVariables() throws {
      let folder = guide.folder
      try embed("[core]\n\tfsmonitor = \(program.path)\n", in: "other/")
      for name in ["git-ls-tree", "git-cat-file", "git-rev-parse", "git"] {
        try folder.write("#!/bin/sh\necho >> '\(fired.path)'\n", to: "programs/" + name)
        try FileManager.default.setAttributes(
          [.posixPermissions: 0o755], ofItemAtPath: folder.file("programs/" + name).path)
      }
      for name in [
        "GIT_SSH", "GIT_SSH_COMMAND", "GIT_EXTERNAL_DIFF", "GIT_EDITOR", "GIT_SEQUENCE_EDITOR",
        "GIT_PAGER", "PAGER", "EDITOR", "GIT_ASKPASS", "SSH_ASKPASS", "GIT_PROXY_COMMAND",
      ] { environment[name] = program.path }
      environment["GIT_DIR"] = folder.file("other").path
      environment["GIT_EXEC_PATH"] = folder.file("programs").path
      environment["PATH"] = "programs:./programs::/usr/bin:/bin"
    }
  }

  @Test(arguments: Place.allCases) func nothingThatIsConfiguredRuns(_ place: Place) throws {
    var trap = try Trap()
    try trap.plant(place)
    let program = try Project.executable()
    for arguments in [
      ["build", "--since", "HEAD"], ["diff", "HEAD~0", "content"], ["check"],
      ["diff", "--report", "HEAD", "content"], ["build", "--date", "2026-02-01", "--output", "o"],
      ["translate", "export", "--locale", "de-DE", "--output", "o.po"],
      ["stamp", "content/de-DE/a.md"],
    ] {
      let result = try run(
        program, arguments, in: trap.guide.folder.url, environment: trap.environment)
      // A guide's own '.git' says that its folder is the top of another history.
      #expect(
        result.status == 0 || place == .gitfile && result.status == 3,
        "\(place): \(arguments) says \(result.errors)")
      #expect(
        !trap.hasFired, "\(place): \(arguments) ran \((try? trap.guide.folder.read("fired")) ?? "")"
      )
    }
  }

  /// The trap is one: what git does by itself in such a folder runs the program.
  @Test func theTrapFires() throws {
    let trap = try Trap()
    try trap.embed("[filter \"x\"]\n\tsmudge = \(trap.program.path)\n", in: "content/")
    _ = try run(
      Self.git, ["-C", "content", "archive", "--format=tar", "--output=x.tar", "HEAD", "content"],
      in: trap.guide.folder.url)
    #expect(trap.hasFired, "an embedded repository's filter did not run in plain git")
  }

  /// A clone that lacks an object would fetch it, by a program that its configuration names.
  @Test func nothingIsFetched() throws {
    let trap = try Trap()
    let folder = trap.guide.folder
    let object = try run(
      Self.git, ["rev-parse", "HEAD:content/en-US/a.md"], in: folder.url
    ).output.trimmingCharacters(in: .whitespacesAndNewlines)
    try FileManager.default.removeItem(
      at: folder.file(".git/objects/\(object.prefix(2))/\(object.dropFirst(2))"))
    try folder.write(
      "[core]\n\trepositoryFormatVersion = 1\n[extensions]\n\tpartialClone = origin\n"
        + "[remote \"origin\"]\n\turl = ext::\(trap.program.path)\n\tpromisor = true\n"
        + "\tpartialCloneFilter = blob:none\n[protocol \"ext\"]\n\tallow = always\n",
      to: ".git/config")
    let result = try run(
      try Project.executable(), ["build", "--since", "HEAD"], in: folder.url,
      environment: ["GIT_ALLOW_PROTOCOL": "ext"])
    #expect(result.status == 3 && !trap.hasFired)
    #expect(result.errors.contains("the history lacks 'en-US/a.md'"))
  }

  /// The names of a commit that people use, each in a clone, a working tree of its own and a packed
  /// clone.
  @Test(arguments: ["sha1", "sha256"]) func commitsAreFound(_ format: String) throws {
    let guide = try HostileGuide()
    func git(_ words: String...) throws {
      let identity = ["-c", "user.name=test", "-c", "user.email=test@localhost"]
      let result = try run(Self.git, identity + words, in: guide.folder.url)
      try #require(result.status == 0, "\(words): \(result.errors)")
    }
    try git("init", "--quiet", "--initial-branch=main", "--object-format=" + format)
    try git("add", "content")
    try git("commit", "--quiet", "-m", "first words")
    try git("tag", "-a", "-m", "one", "v1")
    try git("branch", "feature/one")
    try guide.folder.write("# Y\n", to: "content/en-US/y.md")
    try git("add", "content")
    try git("commit", "--quiet", "-m", "second words")
    try git("symbolic-ref", "refs/heads/alias", "refs/heads/main")
    try git("worktree", "add", "--quiet", "--detach", "tree", "main")
    let names = [
      "HEAD", "main", "alias", "HEAD~1", "HEAD^", "v1", "v1^{commit}", "feature/one", "main@{0}",
      "refs/heads/main", "heads/main", "main~1",
    ]
    for isPacked in [false, true] {
      if isPacked { try git("gc", "--quiet") }
      for folder in ["", "tree/"] {
        for name in names {
          let result = try run(
            try Project.executable(), ["diff", "--content", folder + "content", "--", name, name],
            in: guide.folder.url)
          #expect(
            result.output == "Nothing changed.\n", "\(folder)\(name): \(result.errors)")
        }
      }
    }
  }
}
