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
  let terminal: Terminal

  /// A guide that cannot be compared.
  struct Unreadable: Error, CustomStringConvertible {
    let description: String
  }

  /// The guide's contents, with its texts if they are available.
  ///
  /// - Throws: `Unreadable`, or `FileError` if a file cannot be read.
  func index() async throws -> GuideIndex { try await dated().index }

  /// The same with the day from which it is; nil if only its history knew it.
  func dated() async throws -> (index: GuideIndex, day: String?) {
    if try isRegularFile(name) {
      let folder = name.split(separator: "/").count > 1 ? parent(name) : "."
      return (try published(name, in: folder), nil)
    }
    if try isFolder(name) {
      if try isRegularFile(name + "/guide.json") {
        return (try published(name + "/guide.json", in: name), nil)
      }
      if try isRegularFile(name + "/guide.yml") { return (try await built(name), nil) }
      throw Unreadable(description: "\(name): the folder has no guide.json and no guide.yml")
    }
    do {
      guard let revision = try GitRevision(name, of: content) else {
        throw Unreadable(
          description: "\(name): no such file, folder, or git revision of \(content)")
      }
      return (try await built(revision.folder), revision.day)
    } catch let history as GitRevision.Unreadable {
      throw Unreadable(description: history.description)
    }
  }

  private func parent(_ path: String) -> String {
    String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex))
  }

  /// Reads a `guide.json`, and the texts of the search indices that are beside it.
  private func published(_ path: String, in site: String) throws -> GuideIndex {
    var index = try parsed(try readFile(path))
    var locales: [String: GuideTexts.Page] = [:]
    for locale in index.locales {
      guard LanguageTag.isValid(locale), let home = index.home(of: locale) else { continue }
      locales[locale] = GuideTexts.page(home: home) { file in
        try? readFile("\(site)/\(locale)/search/\(file)", below: site)
      }
    }
    index.texts = GuideTexts(locales)
    if index.texts.isEmpty {
      terminal.say(
        visible(
          "\(name): note: there is no search index beside it, so changed wording is not shown"))
    }
    return index
  }

  /// Understands the guide's bytes.
  private func parsed(_ bytes: [UInt8]) throws(Unreadable) -> GuideIndex {
    do { return try GuideIndex(bytes) } catch {
      throw Unreadable(description: "\(name): \(error)")
    }
  }

  /// Reads a guide's folder as a build would, whose findings are those of its own time.
  private func built(_ folder: String) async throws -> GuideIndex {
    var loader = GuideLoader(content: folder, basePath: nil, isStrict: false, jobs: jobs)
    loader.date = date
    let (loaded, findings) = try await loader.load(library.strings)
    guard let loaded else {
      let first = findings.first { $0.severity == .error }?.message ?? "no guide"
      throw Unreadable(description: "\(name): \(first)")
    }
    let site = try Theme(library).site(of: loaded, findings)
    var index = try parsed(try site.file(of: .guideJSON))
    index.texts = try site.texts()
    return index
  }
}
