/// Why a site was not published.
///
/// The site that is served is as it was. Only if a site is replaced file by file can an error come
/// in between; the next publishing then goes on from there.
public enum PublishingError: Error, Equatable, Sendable {
  /// The output cannot be a site's folder.
  case invalidOutput(String, OutputDefect)
  /// Another publisher is at work on the same output folder.
  case busy(output: String)
  /// The output folder has files that no earlier publishing wrote: the first few, and how many.
  case foreignFiles(output: String, first: [String], count: Int)
  /// A path that a site must not have.
  case invalidPath(String, PathDefect)
  /// Two files of the site have the same path, or one is a folder of the other.
  case collision(String)
  /// The staged site is already published or discarded, or is still being written to.
  case outOfTurn(output: String)
  /// A system call failed.
  case fileSystem(FileSystemError)
}

/// The problem with an output path.
public enum OutputDefect: Sendable {
  /// The path is empty.
  case empty
  /// The path is a file, not a folder.
  case notFolder
  /// The path is a symbolic link to nothing.
  case danglingLink
  /// The path is the root folder, which has no room beside it.
  case root
}

/// The problem with a path inside a site.
public enum PathDefect: Sendable {
  /// The path is empty, starts or ends with a slash, or has two in a row.
  case emptyComponent
  /// A component is `.` or `..`.
  case dotComponent
  /// A component is longer than 255 bytes.
  case longComponent
  /// The path contains a backslash.
  case backslash
  /// The path contains a control character.
  case controlCharacter
  /// The path is one that publishing uses for itself.
  case reserved
}

extension PublishingError: CustomStringConvertible {
  /// One line: the path, its problem, and the remedy.
  public var description: String {
    switch self {
    case .invalidOutput(let path, let defect):
      "cannot publish to '\(path)': \(defect); choose another folder with --output"
    case .busy(let output):
      "another run is publishing to '\(output)'; wait until it is done and build again"
    case .foreignFiles(let output, let first, let count):
      "the output folder '\(output)' contains files that Rolebook did not publish: "
        + first.map { "'\($0)'" }.joined(separator: ", ")
        + (count > first.count ? " and \(count - first.count) more" : "")
        + "; choose another folder with --output, or keep these files with --force"
    case .invalidPath(let path, let defect):
      "cannot write '\(path)' into the site: \(defect); rename its document"
    case .collision(let path):
      "two files of the site have the path '\(path)'; rename one of their documents"
    case .outOfTurn(let output):
      "internal error: publish called out of order for '\(output)'"
    case .fileSystem(let error):
      error.description
    }
  }
}

extension OutputDefect: CustomStringConvertible {
  /// The defect in words.
  public var description: String {
    switch self {
    case .empty: "the path is empty"
    case .notFolder: "it is a file"
    case .danglingLink: "it is a link to nothing"
    case .root: "the root folder cannot be replaced"
    }
  }
}

extension PathDefect: CustomStringConvertible {
  /// The defect in words.
  public var description: String {
    switch self {
    case .emptyComponent: "a part of the path is empty"
    case .dotComponent: "a part of the path is '.' or '..'"
    case .longComponent: "a part of the path is longer than 255 bytes"
    case .backslash: "the path contains a backslash"
    case .controlCharacter: "the path contains a control character"
    case .reserved: "publishing uses this path itself"
    }
  }
}
