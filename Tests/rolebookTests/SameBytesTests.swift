import Foundation
import TestSupport
import Testing

/// The same input gives the same bytes, and what machines read follows its schema.
@Suite struct SameBytesTests {
  /// Builds the bundled guide.
  private func build(
    _ arguments: [String], in folder: TemporaryFolder, output: String
  ) throws -> FolderContents {
    let result = try run(
      try Project.executable(),
      ["build", "--strict", "--output", output] + arguments, in: folder.url)
    try #require(result.status == 0, "\(result.errors)")
    return try FolderContents(of: folder.file(output))
  }

  @Test func buildsAgreeWhateverTheJobsAndFolders() throws {
    let folder = try TemporaryFolder()
    try folder.copy(Project.content, to: "content")
    let first = try build(["--jobs", "1"], in: folder, output: "first")
    #expect(first.paths.count > 100)
    let two = try build(["--jobs", "2"], in: folder, output: "two")
    #expect(first.differences(from: two) == [])
    let seven = try build(["--jobs", "7"], in: folder, output: "seven")
    #expect(first.differences(from: seven) == [])
    let elsewhere = try TemporaryFolder()
    let absolute = try build(
      ["--content", folder.file("content").path, "--templates", Project.templates.path],
      in: elsewhere,
      output: elsewhere.file("deep/er/site").path.replacing(
        elsewhere.url.path + "/", with: ""))
    #expect(first.differences(from: absolute) == [])
    let again = try run(
      try Project.executable(), ["build", "--output", "first"], in: folder.url)
    #expect(again.errors.contains(" 0 files written"))
    #expect(again.errors.contains(" 0 removed"))
    #expect(first.differences(from: try FolderContents(of: folder.file("first"))) == [])
  }

  @Test(arguments: [
    ("matrix", "matrix.json", true), ("search-index", "search/index.json", true),
    ("guide-index", "guide.json", false),
  ]) func filesForMachinesFollowTheirSchemas(
    schema: String, file: String, isPerLocale: Bool
  ) throws {
    let folder = try TemporaryFolder()
    try folder.copy(Project.content, to: "content")
    let site = try build([], in: folder, output: "public")
    let paths = site.paths.filter { isPerLocale ? $0.hasSuffix("/" + file) : $0 == file }
    #expect(paths.count == (isPerLocale ? 10 : 1))
    let published = JSONSchema(folder.file("public/schemas/\(schema).schema.json"))
    let instances = paths.map { path in
      let copy = path.replacing("/", with: "-")
      return (path: path, copy: copy)
    }
    for instance in instances {
      try folder.copy(folder.file("public/" + instance.path), to: "instances/" + instance.copy)
    }
    let violations = try published.violations(
      in: instances.map { folder.file("instances/" + $0.copy) })
    #expect(violations.map(\.description) == [])
  }

  @Test func everySchemaIsPublished() throws {
    let folder = try TemporaryFolder()
    try folder.copy(Project.content, to: "content")
    let site = try build([], in: folder, output: "public")
    let schemas = try FolderContents(of: Project.templates.appending(path: "schemas"))
    #expect(schemas.paths.count == 12)
    for path in schemas.paths { #expect(site.files["schemas/" + path] == schemas.files[path]) }
  }
}

/// A search index that is split follows its schemas too, and its numbers lead to what they say.
@Suite struct SplitIndexTests {
  private struct Head: Decodable {
    let entryCounts: [Int]
    let proseCounts: [Int]
    let tokenShards: [String]
    let titleLengths: String
  }

  @Test func filesFollowTheirSchemas() throws {
    let guide = try LargeGuide(documents: 300)
    let folder = try TemporaryFolder()
    let result = try run(
      try Project.executable(), ["build", "--content", guide.folder.url.path], in: folder.url)
    try #require(result.status == 0, "\(result.errors)")
    let search = folder.file("public/en-US/search")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let head = try decoder.decode(
      Head.self, from: Data(contentsOf: search.appending(path: "index.json")))
    #expect(head.entryCounts.count == 300)
    #expect(zip(head.entryCounts, head.proseCounts).allSatisfy { $0 - $1 == 3 })
    #expect(head.titleLengths.count == head.entryCounts.reduce(0, +))
    let tokens = head.tokenShards.indices.map { search.appending(path: "tokens/\($0).json") }
    #expect(tokens.count > 1)
    let entries = head.entryCounts.indices.map { search.appending(path: "entries/\($0).json") }
    for (schema, instances) in [
      ("index", [search.appending(path: "index.json")]), ("tokens", tokens), ("entries", entries),
    ] {
      let schema = JSONSchema(folder.file("public/schemas/search-\(schema).schema.json"))
      #expect(try schema.violations(in: instances).map(\.description) == [])
    }
    for (number, file) in tokens.enumerated() {
      let shard = try JSONDecoder().decode([String: String].self, from: Data(contentsOf: file))
      let range = head.tokenShards[number...].prefix(2)
      #expect(shard[try #require(range.first)] != nil)
      for token in shard.keys {
        #expect(!token.utf16.lexicographicallyPrecedes(try #require(range.first).utf16))
        guard range.count == 2, let next = range.last else { continue }
        #expect(token.utf16.lexicographicallyPrecedes(next.utf16))
      }
    }
  }
}
