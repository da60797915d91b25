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
  /// The day on which its approvals are judged.
  let date: String

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
      throw Unreadable(description: "\(name): the folder has no guide.json and no guide.yml")
    }
    do {
      guard let revision = try GitRevision(name, of: content) else {
        throw Unreadable(
          description: "\(name): no such file, folder or git revision of \(content)")
      }
      return try await built(revision.folder)
    } catch let history as GitRevision.Unreadable {
      throw Unreadable(description: history.description)
    }
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
    loader.date = date
    let (loaded, findings) = try await loader.load(library.strings)
    guard let loaded else {
      let first = findings.first { $0.severity == .error }?.message ?? "no guide"
      throw Unreadable(description: "\(name): \(first)")
    }
    let site = try Theme(library).site(of: loaded, findings)
    return try site.file(of: .guideJSON)
  }
}
