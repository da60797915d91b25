extension [Diagnostic] {
  /// The findings of each file by place, each once; files in the order of their paths.
  ///
  /// A guide of 10,000 documents has tens of thousands of findings. So only the paths of files and
  /// the few findings of one file are compared.
  public func byFile() -> [[Diagnostic]] {
    var files: [[Diagnostic]] = []
    var indices: [ExactText: Int] = [:]
    var last: (path: ExactText, index: Int)?
    for diagnostic in self {
      let path = ExactText(diagnostic.location.path)
      let index: Int
      if let last, last.path == path {
        index = last.index
      } else if let known = indices[path] {
        index = known
      } else {
        index = files.count
        indices[path] = index
        files.append([])
      }
      files[index].append(diagnostic)
      last = (path, index)
    }
    return indices.sorted { $0.key.text.precedes($1.key.text) }
      .map { files[$0.value].sortedInOneFile() }
  }

  /// Sorted by place, each finding once.
  public func sortedByPlace() -> [Diagnostic] { byFile().flatMap { $0 } }

  private func sortedInOneFile() -> [Diagnostic] {
    if count < 2 { return self }
    var result: [Diagnostic] = []
    for diagnostic in sorted() where result.last != diagnostic { result.append(diagnostic) }
    return result
  }
}

/// A path that is compared byte by byte.
private struct Path: Hashable, Comparable {
  let text: String

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  static func == (left: Path, right: Path) -> Bool { left.text.hasBytes(of: right.text) }

  static func < (left: Path, right: Path) -> Bool { left.text.precedes(right.text) }
}
