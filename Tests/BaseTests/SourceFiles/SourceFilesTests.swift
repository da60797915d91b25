import Foundation
import TestSupport
import Testing

@testable import Base

@Suite struct SourceTreeTests {
  @Test func aGuideIsListedSortedByBytes() throws {
    let folder = try TemporaryFolder(files: [
      "guide.yml": "", "raci/b.yml": "", "raci/a/x.yml": "", "raci/notes.txt": "",
      "en-US/locale.yml": "", "en-US/index.md": "", "en-US/a/b.md": "", "en-US/a-b.md": "",
      "en-US/images/x.png": "", "en-US/Z.md": "", "de-DE/index.md": "", "de-DE/.md": "",
      "readme.md": "",
    ])
    let tree = try SourceTreeReader.read(folder.url.path)
    #expect(tree.raciFiles.map(\.key) == ["a/x", "b"])
    #expect(tree.localeFolders.map(\.tag) == ["de-DE", "en-US"])
    let english = try #require(tree.localeFolders.last)
    #expect(english.documents.map(\.key) == ["Z", "a-b", "a/b", "index"])
    #expect(english.documents.map(\.path).last == folder.file("en-US/index.md").path)
    #expect(english.assets == ["images/x.png"])
    #expect(english.hasLocaleFile)
    #expect(english.localeFilePath == folder.file("en-US/locale.yml").path)
    #expect(tree.localeFolders[0].documents.map(\.key) == ["index"])
    #expect(!tree.localeFolders[0].hasLocaleFile)
    #expect(tree.diagnostics.isEmpty)
  }

  @Test func hiddenFilesAndFoldersAreNotSeen() throws {
    let folder = try TemporaryFolder(files: [
      ".git/x.md": "", "en-US/.drafts/x.md": "", "en-US/.x.md": "", "en-US/x.md": "",
    ])
    let tree = try SourceTreeReader.read(folder.url.path)
    #expect(tree.localeFolders.map(\.tag) == ["en-US"])
    #expect(tree.localeFolders[0].documents.map(\.key) == ["x"])
    #expect(tree.localeFolders[0].assets.isEmpty)
    #expect(tree.diagnostics.isEmpty)
  }

  @Test func symbolicLinksAreReportedAndNotFollowed() throws {
    let outside = try TemporaryFolder(files: ["secret.md": "", "en/x.md": ""])
    let folder = try TemporaryFolder(files: ["en-US/x.md": ""])
    let manager = FileManager.default
    try manager.createSymbolicLink(
      at: folder.file("en-US/secret.md"), withDestinationURL: outside.file("secret.md"))
    try manager.createSymbolicLink(
      at: folder.file("fr-FR"), withDestinationURL: outside.file("en"))
    try manager.createSymbolicLink(
      at: folder.file("en-US/loop"), withDestinationURL: folder.file("en-US"))
    let tree = try SourceTreeReader.read(folder.url.path)
    #expect(tree.localeFolders.map(\.tag) == ["en-US"])
    #expect(tree.localeFolders[0].documents.map(\.key) == ["x"])
    #expect(
      tree.diagnostics.sortedByPlace().map(\.text)
        == ["en-US/loop", "en-US/secret.md", "fr-FR"].map {
          "\(folder.file($0).path): warning: a symbolic link is never followed"
            + " [file/symbolic-link]\n  hint: copy the file here"
        })
  }

  @Test func namesThatNoURLShouldCarryAreReported() throws {
    let folder = try TemporaryFolder(files: [
      "en-US/a\\b.md": "", "en-US/new\nline.md": "", "en-US/\u{202E}x.md": "",
      "en-US/ok name ä.md": "",
    ])
    let tree = try SourceTreeReader.read(folder.url.path)
    #expect(tree.localeFolders[0].documents.map(\.key) == ["ok name ä"])
    #expect(tree.diagnostics.map(\.id) == [.fileNameInvalid, .fileNameInvalid, .fileNameInvalid])
    #expect(tree.diagnostics.allSatisfy { $0.severity == .warning })
    #expect(!tree.diagnostics.map(\.text).joined().contains("\u{202E}"))
  }

  @Test func aNameThatIsNotUTF8IsReported() throws {
    let folder = try TemporaryFolder(files: ["en-US/x.md": ""])
    let name =
      Array((folder.url.path + "/en-US/").utf8CString.dropLast()) + [CChar(bitPattern: 0xFF), 0]
    let descriptor = open(name, O_CREAT | O_WRONLY, 0o644)
    try #require(descriptor >= 0)
    close(descriptor)
    let tree = try SourceTreeReader.read(folder.url.path)
    #expect(tree.diagnostics.map(\.id) == [.fileNameInvalid])
    #expect(tree.localeFolders[0].assets.isEmpty)
  }

  @Test func aFolderThatIsMissingThrows() throws {
    let folder = try TemporaryFolder()
    #expect {
      try SourceTreeReader.read(folder.file("none").path)
    } throws: {
      ($0 as? FileError)?.description == "\(folder.file("none").path): No such file or directory"
    }
  }

  @Test(.enabled(if: geteuid() != 0, "root reads everything"))
  func aFolderThatMayNotBeReadThrows() throws {
    let folder = try TemporaryFolder(files: ["en-US/x.md": ""])
    chmod(folder.file("en-US").path, 0)
    defer { chmod(folder.file("en-US").path, 0o755) }
    #expect(throws: FileError.self) { try SourceTreeReader.read(folder.url.path) }
  }
}

@Suite struct FileReaderTests {
  @Test func aFileComesWholeWithoutItsByteOrderMark() throws {
    let folder = try TemporaryFolder()
    try folder.write(Data([0xEF, 0xBB, 0xBF, 0x61, 0x0D, 0x0A]), to: "a.md")
    let file = try readSourceFile(folder.file("a.md").path)
    #expect(file.bytes == [0x61, 0x0D, 0x0A])
    #expect(file.path == folder.file("a.md").path)
    #expect(try readFile(file.path) == [0xEF, 0xBB, 0xBF, 0x61, 0x0D, 0x0A])
    #expect(SourceFile(path: "x", bytes: [0xEF, 0xBB]).bytes == [0xEF, 0xBB])
  }

  @Test func whatIsNoRegularFileIsRefused() throws {
    let folder = try TemporaryFolder(files: ["a.md": "text", "empty.md": ""])
    try FileManager.default.createSymbolicLink(
      at: folder.file("link.md"), withDestinationURL: folder.file("a.md"))
    mkfifo(folder.file("pipe.md").path, 0o644)
    for name in ["link.md", "pipe.md", ".", "none.md"] {
      #expect(throws: FileError.self, "\(name)") { try readFile(folder.file(name).path) }
    }
    #expect(try readFile(folder.file("empty.md").path).isEmpty)
    #expect(throws: FileError.self) { try readFile(folder.file("a.md").path, limit: 3) }
    #expect(try readFile(folder.file("a.md").path, limit: 4).count == 4)
  }

  @Test(.enabled(if: geteuid() != 0, "root reads everything"))
  func aFileThatMayNotBeReadSaysWhy() throws {
    let folder = try TemporaryFolder(files: ["a.md": "text"])
    chmod(folder.file("a.md").path, 0)
    #expect {
      try readFile(folder.file("a.md").path)
    } throws: {
      ($0 as? FileError)?.description == "\(folder.file("a.md").path): Permission denied"
    }
  }

  @Test func kindsAreToldApart() throws {
    let folder = try TemporaryFolder(files: ["b/x": "", "a": ""])
    try FileManager.default.createSymbolicLink(
      at: folder.file("c"), withDestinationURL: folder.file("a"))
    mkfifo(folder.file("d").path, 0o644)
    let entries = try listFolder(folder.url.path)
    #expect(entries.map(\.name) == ["a", "b", "c", "d"])
    #expect(entries.map(\.kind) == [.file, .folder, .symbolicLink, .other])
    #expect(
      try ["a", "b", "c", "d", "e", "a/x"].map { try isFolder(folder.file($0).path) }
        == [false, true, false, false, false, false])
    #expect(
      try ["a", "b", "c", "d", "e", "a/x"].map { try isRegularFile(folder.file($0).path) }
        == [true, false, false, false, false, false])
  }
}

@Suite struct PlaceTests {
  @Test(arguments: [
    (0, 1, 1), (1, 1, 2), (3, 1, 3), (4, 2, 1), (5, 3, 1), (6, 3, 2), (7, 4, 1), (9, 5, 1),
    (12, 5, 2),
    (99, 5, 2),
  ]) func placesCountCharactersAndEveryLineEnding(offset: Int, line: Int, column: Int) {
    let index = LineIndex(Array("aä\n\r#\r\r\n책".utf8))
    let place = index.location(of: offset, in: "x")
    #expect(place == SourceLocation(path: "x", line: line, column: column), "\(place)")
  }

  @Test(
    arguments: [
      ([0x61, 0x0A, 0xC3], 2, 1), ([0x61, 0xC3, 0x28], 1, 2), ([0xFF], 1, 1),
      ([0xEC, 0xB1, 0x85, 0xC0, 0x80], 1, 2), ([0x61, 0xED, 0xA0, 0x80], 1, 2),
      ([0xF5, 0x80, 0x80, 0x80], 1, 1), ([0x61, 0x80], 1, 2), ([0xE2, 0x82, 0x0A, 0x61], 1, 1),
    ] as [([UInt8], Int, Int)])
  func theFirstBrokenSequenceIsNamed(bytes: [UInt8], line: Int, column: Int) throws {
    let defect = try #require(SourceFile(path: "a.md", bytes: bytes).defect())
    #expect(defect.location == SourceLocation(path: "a.md", line: line, column: column))
    #expect(defect.id == .encodingInvalid && defect.severity == .error)
  }

  @Test func soundTextHasNoDefect() {
    let bytes = Array("aä책👩‍👩‍👧\u{10FFFF}\u{0}".utf8)
    #expect(SourceFile(path: "a.md", bytes: bytes).defect() == nil)
    #expect(SourceFile(path: "a.md", bytes: []).defect() == nil)
  }
}
