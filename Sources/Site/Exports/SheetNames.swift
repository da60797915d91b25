/// Gives sheets names that Excel takes: of at most 31 characters, no reserved name, and no two that
/// differ only in case.
struct SheetNames {
  /// "History" is the name of a sheet of Excel's own.
  private var taken: Set<String> = ["history"]
  /// The number to try next for a name that was wished for before.
  private var numbers: [String: Int] = [:]

  /// A name like the one that is wished for.
  mutating func take(_ wish: String) -> String {
    let plain = String(wish.map { "[]:*?/\\'".contains($0) || $0.isNewline ? "-" : $0 })
    let base = plain.isEmpty ? "-" : plain
    var name = cut(base, to: SpreadsheetLimit.sheetName)
    let first = name.lowercased()
    var number = numbers[first] ?? 2
    while !taken.insert(name.lowercased()).inserted {
      let suffix = " (\(number))"
      name = cut(base, to: SpreadsheetLimit.sheetName - suffix.utf16.count) + suffix
      number += 1
    }
    numbers[first] = number
    return name
  }
}
