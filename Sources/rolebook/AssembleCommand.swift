import Base
import Guide
import Publishing

extension Rolebook {
  static let assembleCommand = Command(
    name: "assemble", operands: "PART...",
    summary: "Combines a site from separately built languages.",
    options: [
      Option("output", letter: "o", value: "DIR", "write the site to DIR (default: public)"), .jobs,
      Option(
        "force", "publish into a folder with other files, and keep them"),
      .quiet, .help,
    ], run: assemble)

  private static func assemble(
    _ arguments: ParsedArguments, _ terminal: Terminal
  ) async throws -> ExitStatus {
    guard !arguments.operands.isEmpty else {
      throw UsageError(message: "'assemble' needs the folders that 'build --locales' made")
    }
    let output = arguments.values["output"] ?? "public"
    let jobs = try arguments.jobs()
    let site = try SiteParts(arguments.operands)
    let staged = try StagedSite(output: output, force: arguments.switches.contains("force"))
    do {
      _ = try await parallelMap(site.files, jobs: jobs) { file in
        try staged.write(file.path, try site.bytes(of: file))
      }
      let summary = try staged.publish()
      terminal.say(
        "\(output): \(counted(site.locales, "locale")) of \(counted(site.parts.count, "part")); "
          + "\(counted(summary.written, "file")) written, \(summary.unchanged) unchanged, "
          + "\(summary.removed) removed")
    } catch {
      staged.discard()
      throw error
    }
    return .success
  }
}

/// The parts of a site: each contains the files that all languages share, and the pages of some.
struct SiteParts: Sendable {
  /// A file with the parts that contain it, by index.
  struct File: Sendable {
    let path: String
    fileprivate(set) var parts: [Int]
  }

  /// Parts that make no site.
  struct Unfit: Error, CustomStringConvertible {
    let description: String
  }

  let parts: [String]
  /// All files, by path.
  let files: [File]
  /// How many languages the site has.
  let locales: Int

  /// Lists the files of all parts.
  ///
  /// - Throws: `Unfit` if a folder isn't a site, or no part has a language; `FileError` if a
  ///   folder cannot be read.
  init(_ parts: [String]) throws {
    self.parts = parts
    var files: [String: File] = [:]
    for (index, part) in parts.enumerated() {
      guard try isRegularFile(part + "/guide.json") else {
        throw Unfit(description: "\(part): not a site: guide.json is missing")
      }
      for path in try Self.paths(below: part) {
        files[path, default: File(path: path, parts: [])].parts.append(index)
      }
    }
    let index = try GuideIndex(try readFile(parts[0] + "/guide.json"))
    let missing = index.locales.filter { files[$0 + "/index.html"] == nil }
    guard missing.isEmpty else {
      throw Unfit(description: "no part contains the pages of \(missing.joined(separator: ", "))")
    }
    locales = index.locales.count
    self.files = files.values.sorted { $0.path.precedes($1.path) }
  }

  /// A file's bytes, the same in all parts that have it.
  ///
  /// - Throws: `Unfit` if they differ: the parts come from different guides, options or programs.
  func bytes(of file: File) throws -> [UInt8] {
    let bytes = try readFile(parts[file.parts[0]] + "/" + file.path)
    for other in file.parts.dropFirst() where try readFile(parts[other] + "/" + file.path) != bytes
    {
      throw Unfit(
        description: "\(parts[file.parts[0]]) and \(parts[other]) are parts of different builds: "
          + "their '\(file.path)' differ")
    }
    return bytes
  }

  /// The paths of the files below a folder; those that publishing keeps for itself begin with a dot.
  private static func paths(below folder: String, _ prefix: String = "") throws -> [String] {
    try listFolder(folder).filter { !$0.name.hasPrefix(".rolebook") }.flatMap { entry in
      switch entry.kind {
      case .file: [prefix + entry.name]
      case .folder: try paths(below: folder + "/" + entry.name, prefix + entry.name + "/")
      case .symbolicLink, .other: [String]()
      }
    }
  }
}
