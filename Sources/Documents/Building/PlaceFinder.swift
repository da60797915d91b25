import Diagnostics
import SourceFiles

/// Turns lines and columns that cmark counts into places in the file.
struct PlaceFinder {
  private let path: String
  private let index: LineIndex
  private let firstLine: Int
  private let movedLines: [Int32]

  /// - Parameters:
  ///   - firstLine: the line in the file of the Markdown's first line.
  ///   - movedLines: the file's line for each line that cmark saw, where they differ.
  init(_ file: SourceFile, firstLine: Int, movedLines: [Int32]) {
    path = file.path
    index = LineIndex(file.bytes)
    self.firstLine = firstLine
    self.movedLines = movedLines
  }

  /// The place of a line and a byte column in the file.
  func location(line: Int, byteColumn: Int) -> SourceLocation {
    index.location(line: line, byteColumn: byteColumn, in: path)
  }

  /// The place of a line and a byte column that cmark counted.
  func location(cmarkLine: Int, byteColumn: Int) -> SourceLocation {
    if movedLines.isEmpty {
      return location(line: cmarkLine + firstLine - 1, byteColumn: byteColumn)
    }
    let index = min(max(cmarkLine, 1), movedLines.count) - 1
    return location(line: Int(movedLines[index]), byteColumn: byteColumn)
  }
}
