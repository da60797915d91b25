import Base
import Glibc
import Guide
import Site

/// A guide that is compared: the `guide.json` of a site, a guide's folder, or a git revision.
struct GuideSource {
  let name: String
  /// The guide's folder, whose history a revision is taken from.
  let content: String
  let library: TemplateLibrary
  let jobs: Int

  /// A guide that cannot be compared.
  struct Unreadable: Error, CustomStringConvertible {
    let description: String
  }

  /// The guide's `guide.json`, made anew where there is none.
  ///
  /// - Throws: `Unreadable`, or `FileError` where a file cannot be read.
  func bytes() async throws -> [UInt8] {
    if try isRegularFile(name) { return try readFile(name) }
    if try isFolder(name) {
      if try isRegularFile(name + "/guide.json") { return try readFile(name + "/guide.json") }
      if try isRegularFile(name + "/guide.yml") { return try await built(name) }
      throw Unreadable(description: "\(name): there is neither a guide.json nor a guide.yml")
    }
    guard let revision = try GitRevision(name, of: content) else {
      throw Unreadable(description: "\(name): no such file, folder or git revision of \(content)")
    }
    return try await built(revision.folder)
  }

  /// Understands the guide's bytes.
  func parsed(_ bytes: [UInt8]) throws(Unreadable) -> GuideIndex {
    do { return try GuideIndex(bytes) } catch {
      throw Unreadable(description: "\(name): \(error)")
    }
  }

  /// Reads a guide's folder as a build would, whose findings are those of its own time.
  private func built(_ folder: String) async throws -> [UInt8] {
    var loader = GuideLoader(content: folder, basePath: nil, isStrict: false, jobs: jobs)
    let (loaded, findings) = try await loader.load(library)
    guard let loaded else {
      let first = findings.first { $0.severity == .error }?.message ?? "no guide"
      throw Unreadable(description: "\(name): \(first)")
    }
    let site = try SiteKit(library).publisher(of: loaded, findings, jobs).site
    return try site.file(of: .guideJSON)
  }
}

/// A guide's folder as it was at a git revision, in a folder of its own that goes with this value.
final class GitRevision {
  /// Where it is.
  let folder: String

  /// Takes a revision out of the history; nil where git knows none of that name.
  init?(_ revision: String, of content: String) throws {
    let isName = !revision.hasPrefix("-") && !revision.isEmpty
    guard isName, try isFolder(content),
      Self.run("git", ["-C", content, "rev-parse", "--verify", "--quiet", revision + "^{commit}"])
    else { return nil }
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((parent + "/rolebook-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw GuideSource.Unreadable(description: "\(parent): \(String(cString: strerror(errno)))")
    }
    folder = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    let archive = folder + "/.archive"
    let isTaken =
      Self.run(
        "git", ["-C", content, "archive", "--format=tar", "--output=" + archive, revision, "."])
      && Self.run("tar", ["--extract", "--directory=" + folder, "--file=" + archive])
    guard isTaken else {
      throw GuideSource.Unreadable(description: "\(revision): git has no '\(content)' there")
    }
  }

  deinit {
    _ = Self.run("rm", ["-rf", "--", folder])
  }

  /// Runs a program without a voice; whether it ended well.
  private static func run(_ program: String, _ arguments: [String]) -> Bool {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
    }
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var process = pid_t()
    guard posix_spawnp(&process, program, &actions, nil, &words, environ) == 0 else {
      return false
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    return status == 0
  }
}
