import Base

/// A summary of many findings for people: of each rule the first ones and how many more there are,
/// and the files with most.
struct FindingSummary {
  /// Up to so many findings are printed one by one.
  private static let mostInFull = 100
  /// Up to so many of one rule are.
  private static let mostOfRule = 10
  /// So many of a rule with more are.
  private static let fewest = 3
  /// How many files are named.
  private static let fileCount = 5

  /// The findings as they are printed.
  private let texts: [String]
  private let language: any MessageLanguage
  private let isFull: Bool

  /// Takes findings as texts, each as compilers print it: `path:line:column: severity: … [rule]`.
  ///
  /// - Parameters:
  ///   - language: the language that they are in.
  ///   - isFull: whether each finding is wanted however many there are.
  init(_ texts: [String], in language: any MessageLanguage = EnglishMessages(), isFull: Bool) {
    self.texts = texts
    self.language = language
    self.isFull = isFull
  }

  /// The texts to print, and a summary of the others.
  var entries: [String] {
    if isFull || texts.count <= Self.mostInFull { return texts }
    var order: [Substring] = []
    var byRule: [Substring: [String]] = [:]
    for text in texts {
      let rule = Self.rule(of: text)
      if byRule[rule] == nil { order.append(rule) }
      byRule[rule, default: []].append(text)
    }
    return order.flatMap { rule in entries(of: rule, byRule[rule] ?? []) } + files
      + [language.text("Each finding is printed with '--all'.")]
  }

  private func entries(of rule: Substring, _ own: [String]) -> [String] {
    if own.count <= Self.mostOfRule { return own }
    let rest = own.dropFirst(Self.fewest)
    let files = Set(rest.map(Self.path)).count
    return own.prefix(Self.fewest)
      + [language.text("and \(rest.count) more of \(rule) in \(count: files, "file")")]
  }

  /// The files with most findings.
  private var files: [String] {
    var counts: [Substring: Int] = [:]
    for text in texts { counts[Self.path(of: text), default: 0] += 1 }
    let worst = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.fileCount)
    let list = worst.map { "\($0.key) (\($0.value))" as DiagnosticMessage }
    return [language.text("Most findings: \(list: list)")]
  }

  /// The name of a finding's rule, in brackets at the end of its first line.
  private static func rule(of text: String) -> Substring {
    let line = text.utf8.prefix { $0 != UInt8(ascii: "\n") }
    guard let open = line.lastIndex(of: UInt8(ascii: "[")), line.last == UInt8(ascii: "]") else {
      return ""
    }
    return Substring(line[line.index(after: open)...].dropLast())
  }

  /// The path that a finding begins with: all before a colon with a number or a space behind it.
  private static func path(of text: String) -> Substring {
    var rest = text.startIndex
    while let colon = text[rest...].firstIndex(of: ":") {
      let next = text.index(after: colon)
      if next == text.endIndex || text[next] == " " || text[next].isNumber { return text[..<colon] }
      rest = next
    }
    return text.prefix { $0 != "\n" }
  }
}
