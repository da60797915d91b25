/// A place in a file of the guide, as people and editors name it.
public struct SourceLocation: Sendable, Hashable, Comparable {
  /// The file's path as it was reached: the content folder as given, then the path below it.
  public let path: String
  /// A guide has very many places, so numbers take no more room than they need.
  private let lineNumber: UInt32
  private let columnNumber: UInt32

  /// The line, from 1; 0 means the file as a whole.
  public var line: Int { Int(lineNumber) }
  /// The column in Unicode code points, from 1; 0 when `line` is 0.
  public var column: Int { Int(columnNumber) }

  /// Names a place; without line and column, the whole file.
  public init(path: String, line: Int = 0, column: Int = 0) {
    self.path = path
    lineNumber = UInt32(clamping: line)
    columnNumber = UInt32(clamping: column)
  }

  /// Whether both name the same place of the same file, paths compared byte by byte.
  public static func == (left: SourceLocation, right: SourceLocation) -> Bool {
    left.line == right.line && left.column == right.column && left.path.hasBytes(of: right.path)
  }

  /// Orders by path (byte by byte), then line, then column.
  public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    if left.path.hasBytes(of: right.path) {
      return (left.line, left.column) < (right.line, right.column)
    }
    return left.path.precedes(right.path)
  }
}

extension SourceLocation: CustomStringConvertible {
  /// `path:line:column`, or only the path for a whole file.
  public var description: String { line == 0 ? path : "\(path):\(line):\(column)" }
}
