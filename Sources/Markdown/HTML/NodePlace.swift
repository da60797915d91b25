import Base

/// The origin of a node that the project made; cmark knows places only for its own nodes.
enum NodePlace: Equatable {
  case none
  /// A place that is known.
  case location(SourceLocation)
  /// A line and a byte column of the file, both from 1.
  case file(line: Int, byteColumn: Int)

  /// The place so many lines below, and so many bytes into that line.
  func moved(lines: Int, bytes: Int) -> NodePlace {
    switch self {
    case .file(let line, let column):
      .file(line: line + lines, byteColumn: lines == 0 ? column + bytes : bytes + 1)
    case .none, .location: self
    }
  }
}
