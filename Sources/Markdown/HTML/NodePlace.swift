import Base

/// Where a node that the project made came from; cmark knows places for its own nodes alone.
enum NodePlace: Equatable {
  case none
  /// A place that is known.
  case location(SourceLocation)
  /// A line and a byte column of the file, both from 1.
  case file(line: Int, byteColumn: Int)

  /// The place that lies so many lines below, and so many bytes into that line.
  func moved(lines: Int, bytes: Int) -> NodePlace {
    switch self {
    case .file(let line, let column):
      .file(line: line + lines, byteColumn: lines == 0 ? column + bytes : bytes + 1)
    case .none, .location: self
    }
  }
}
