/// Files whose text marks the places that findings are expected at.
///
/// `⟦` is before the place of a finding, `⟧` before one that a note points to; both are taken out
/// before the files are read.
public struct MarkedFiles: Sendable {
  /// The texts by path, without marks.
  public let files: [String: String]
  /// The places of findings as `path:line:column`, by path and then in order.
  public let places: [String]
  /// The places that notes point to.
  public let notes: [String]

  /// Takes the marks out.
  ///
  /// - Parameter root: the beginning of the paths in findings.
  public init(_ marked: [String: String], root: String = "") {
    var files: [String: String] = [:]
    var places: [String] = []
    var notes: [String] = []
    for (path, text) in marked.sorted(by: { $0.key < $1.key }) {
      var clean = String.UnicodeScalarView()
      var (line, column) = (1, 1)
      for scalar in text.unicodeScalars {
        switch scalar {
        case "⟦": places.append("\(root)\(path):\(line):\(column)")
        case "⟧": notes.append("\(root)\(path):\(line):\(column)")
        case "\n":
          (line, column) = (line + 1, 1)
          clean.append(scalar)
        case "\u{FEFF}" where line == 1 && column == 1: clean.append(scalar)
        default:
          column += 1
          clean.append(scalar)
        }
      }
      files[path] = String(clean)
    }
    self.files = files
    self.places = places
    self.notes = notes
  }

  /// Expected findings with each `⟦` and `⟧` replaced by the next marked place.
  public func placed(_ expected: [String]) -> [String] {
    var (place, note) = (places.makeIterator(), notes.makeIterator())
    return expected.map { text in
      text.reduce(into: "") { result, character in
        switch character {
        case "⟦": result += place.next() ?? "(no place is marked)"
        case "⟧": result += note.next() ?? "(no note is marked)"
        default: result.append(character)
        }
      }
    }
  }
}
