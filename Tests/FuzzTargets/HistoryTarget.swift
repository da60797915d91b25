import Base
import Guide

/// A repository whose files are made of bytes, as `AdoptionTarget` divides them; its first line is the
/// revision that is asked for.
enum HistoryTarget {
  static func run(_ bytes: [UInt8]) {
    guard let folder = ScratchFolder() else { return }
    defer { folder.remove() }
    let parts = EditTargets.parts(bytes)
    folder.write(Array("ref: refs/heads/main\n".utf8), to: ".git/HEAD")
    folder.write([], to: ".git/objects/info/packs")
    folder.write([], to: ".git/refs/heads/.keep")
    folder.write(Array("locales: [en]\n".utf8), to: "content/guide.yml")
    for file in parts.dropFirst() { folder.write(file, below: ".git/") }
    let revision = String(decoding: (parts.first ?? []).prefix(200), as: UTF8.self)
    let content = folder.path + "/content"
    _ = try? GitRevision(revision, of: content)
    let history = GitHistory(folder: content)
    _ = history.file(content + "/guide.yml", at: revision)
    _ = history.head
  }
}
